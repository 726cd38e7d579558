using CoachBot.Tests.EndToEnd;

namespace CoachBot.Tests.Faults;

/// <summary>Row E21: the machine's language, time zone and globalisation change no byte of what people get.</summary>
public sealed class EnvironmentTests
{
    private static readonly (string, string)[][] Environments =
    [
        [("LANG", "en_US.UTF-8"), ("TZ", "UTC")],
        [("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kolkata")],
        [("LANG", "ar_SA.UTF-8"), ("LC_ALL", "ar_SA.UTF-8"), ("TZ", "America/St_Johns")],
        [("LANG", "C"), ("LC_ALL", "C"), ("TZ", ":/nowhere")],
        [("LANG", "de_DE.UTF-8"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"), ("TZ", "Pacific/Apia")],
    ];

    [Fact, Fault("E21")]
    public async Task TheSameBytesComeInEveryEnvironment()
    {
        var seen = await Transcript.OfEachAsync(Environments.Select(environment => (BotProcess.Published, environment)));
        Assert.Contains("Double-leg bridge", seen[0], StringComparison.Ordinal);
        Assert.Contains("Europe/Istanbul", seen[0], StringComparison.Ordinal);
        Assert.All(seen, text => Assert.Equal(seen[0], text));
    }
}
