namespace CoachBot.Tests.Faults;

/// <summary>
/// Row A34: two processes with one token. Discord gives each call to both and takes the first answer. Each has its own database, for a second
/// process on the same one does not start (row E7).
/// </summary>
public sealed class TwoBotsTests : IDisposable
{
    private const int Calls = 20;
    private static readonly ulong[] Ids = [.. Enumerable.Range(1, Calls).Select(id => (ulong)id)];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact, Fault("A34")]
    public async Task ThePersonSeesOneAnswerAndTheOtherProcessSaysWhoseFaultItIs()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        string[] places = [folder.CreateSubdirectory("one").FullName, folder.CreateSubdirectory("two").FullName];
        using var one = LoggedBot.Start(discord, places[0]);
        var lineOfOne = await discord.NextLineAsync();
        using var two = LoggedBot.Start(discord, places[1]);
        var lineOfTwo = await discord.NextLineAsync();

        // Each is the slower one once; then they race.
        await AskAsync(1, lineOfOne, lineOfTwo);
        await AskAsync(2, lineOfTwo, lineOfOne);
        foreach (var id in Ids.Skip(2))
        {
            await lineOfOne.InteractAsync(ScriptedDiscord.CheckIn(id, 1000 + id));
            await lineOfTwo.InteractAsync(ScriptedDiscord.CheckIn(id, 1000 + id));
        }
        await Patience.UntilAsync(() => Ids.All(id => discord.SeenBy(id).Count > 0 && discord.Answers.Any(answer => answer.Id == id && !answer.Taken)),
            "an answer of both to every call");
        await Patience.UntilAsync(() => one.Count("foreign_ack") > 0 && two.Count("foreign_ack") > 0, "both say that somebody else was faster");
        Assert.False(one.HasEnded || two.HasEnded);
        Assert.Equal((0, 0), (await one.StopAsync(), await two.StopAsync()));
        Assert.InRange(one.Count("foreign_ack") + two.Count("foreign_ack"), 2, Calls);
        Assert.All(Ids, id => Assert.StartsWith("✅ **Logged", Assert.Single(discord.SeenBy(id)), StringComparison.Ordinal));
        Assert.All(places, place => Assert.Equal(Calls, DatabaseFile.Count(place, "select count(*) from check_in_changes")));

        async Task AskAsync(ulong id, ScriptedLine first, ScriptedLine second)
        {
            await first.InteractAsync(ScriptedDiscord.CheckIn(id, 1000 + id));
            await Patience.UntilAsync(() => discord.Answers.Any(answer => answer.Id == id), "the first answer");
            await second.InteractAsync(ScriptedDiscord.CheckIn(id, 1000 + id));
        }
    }
}
