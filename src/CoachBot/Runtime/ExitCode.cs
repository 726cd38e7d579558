namespace CoachBot.Runtime;

/// <summary>Exit codes that operators and supervisors rely on (sysexits.h).</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int DatabaseCorrupt = 74;
    public const int DatabaseInUse = 75;
    public const int Configuration = 78;
}
