using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>Row A20: frames that the fuzzer found to break the line, and their nearest relatives. New finds are added here.</summary>
public sealed class FrameCorpusTests
{
    public static TheoryData<string> Corpus =>
    [
        // Half a pair of surrogates in a name or a type: the line was dropped.
        """{"\ud800":1,"op":0,"t":"TYPING_START","s":2,"d":{}}""",
        """{"op":0,"t":"\ud800","s":2,"d":{}}""",
        """{"op":0,"t":"READY\ud800","s":2,"d":{}}""",
        """{"op":10,"d":{"\ud800":1,"heartbeat_interval":41250}}""",
        """{"op":0,"t":"READY","s":2,"d":{"\udc00":1}}""",
        """{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"3","token":"t","type":1e300,"\ud800x":{}}}""",
        """{"op":0,"t":"INTERACTION_CREATE","s":2,"d":{"id":"3","token":"t","type":2,"data":{"options":[{"name":"\ud800","value":1e999}]}}}""",
        // A second d that breaks off behind a first one that is whole: the place of the one with the length of the other.
        """{"op":0,"s":2,"d":null,"d":[}""",
        """{"op":0,"s":2,"d":{}}{"op":7}""",
    ];

    [Theory, Fault("A20")]
    [MemberData(nameof(Corpus), DisableDiscoveryEnumeration = true)]
    public async Task A20_StaysOnTheLineAfterWhatOnceBrokeIt(string frame)
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var peer = await bot.BecomesReadyAsync();
        await peer.SendAsync(frame);
        await peer.DispatchAsync("INTERACTION_CREATE", 9, RunningBot.Interaction(1));
        await peer.SendAsync("""{"op":1}""");
        Assert.Equal(9, (await peer.BeatAsync()).GetInt64());
        await Patience.UntilAsync(() => bot.Handled.Any(i => i.Id == 1), "the interaction after it");
        Assert.Equal(1, discord.Upgrades);
        Assert.DoesNotContain(bot.Logs.Lines, l => l.Contains("failed", StringComparison.Ordinal));
    }
}
