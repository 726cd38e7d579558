namespace CoachBot.Tests.Faults;

/// <summary>How long a test waits, in real time, before it calls a missing signal a failure. Never a measure.</summary>
internal static class Patience
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Bound) Assert.Fail($"Did not happen: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Ct);
        }
    }
}
