namespace CoachBot.Sandbox;

internal static class Clock
{
    /// <summary>Discord writes instants like this.</summary>
    public const string Iso = "yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'";
}
