using CoachBot.Tests.EndToEnd;

namespace CoachBot.Tests.Faults;

/// <summary>Rows E15 and E16 again and again on one database, each time with a process that has answers under way.</summary>
public sealed class StopUnderLoadTests : ScriptedTest
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(25);

    /// <summary>The matrix asks for a hundred stops; ten, one of them with two hundred in flight, are what a build has time for.</summary>
    [Fact, Fault("E15", "E16")]
    public async Task TenStopsInARowEachAnswersWhatIsInFlight()
    {
        var answered = 0;
        for (var round = 0; round < 10; round++)
        {
            using var bot = Start();
            var line = await Discord.NextLineAsync();
            // Each second time it is not the database that everyone waits for but Discord, and somebody is impatient.
            var atDiscord = round % 2 == 1;
            var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (atDiscord) Discord.Hold = taken.Task;
            var held = atDiscord ? null : await DatabaseFile.HoldAsync(Folder);
            var calls = await CheckInAsync(line, round == 0 ? 200 : 30, answered);
            await line.SettleAsync();
            if (atDiscord) await Patience.UntilAsync(() => calls.All(id => Discord.Answers.Any(answer => answer.Id == id)), "an answer under way for everyone");

            var asked = TimeProvider.System.GetTimestamp();
            bot.Signal(BotProcess.SigTerm);
            await Patience.UntilAsync(() => bot.Count("Application is shutting down") > 0, "the bot hears that it shall stop");
            Assert.False(bot.HasEnded);
            if (atDiscord) bot.Signal(BotProcess.SigTerm);
            taken.SetResult();
            if (held is not null) await held.DisposeAsync();
            Assert.Equal(0, await bot.ExitAsync());
            Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.Zero, Drain);

            Assert.All(calls, id => Assert.StartsWith("✅ **Logged", Assert.Single(Discord.SeenBy(id)), StringComparison.Ordinal));
            answered += calls.Count;
            Assert.Equal(answered, DatabaseFile.Count(Folder, "select count(*) from check_in_changes"));
            DatabaseFile.AssertWhole(Folder);
        }
    }

    [Fact, Fault("E15")]
    public async Task CallsDuringShutdownAreToldToTryAgain()
    {
        using var bot = Start();
        var line = await Discord.NextLineAsync();
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Discord.Hold = taken.Task;
        var before = await CheckInAsync(line, 3, 0);
        await Patience.UntilAsync(() => Discord.Answers.Count == before.Count, "an answer under way for everyone");
        bot.Signal(BotProcess.SigTerm);
        await Patience.UntilAsync(() => bot.Count("Stopping; 3 interactions are still being answered") > 0, "the bot takes no more");
        var meanwhile = await CheckInAsync(line, 5, before.Count);
        await Patience.UntilAsync(() => meanwhile.All(id => Discord.Answers.Any(answer => answer.Id == id)), "a word for everyone");
        taken.SetResult();
        Assert.Equal(0, await bot.ExitAsync());
        Assert.All(before, id => Assert.StartsWith("✅ **Logged", Assert.Single(Discord.SeenBy(id)), StringComparison.Ordinal));
        Assert.All(meanwhile, id => Assert.Equal("I am restarting. Please try again in a minute.", Assert.Single(Discord.SeenBy(id))));
        Assert.Equal(before.Count, DatabaseFile.Count(Folder, "select count(*) from check_in_changes"));
    }

    [Fact, Fault("E15")]
    public async Task CallsThatCannotFinishBeforeShutdownAreToldSo()
    {
        using var bot = Start();
        var line = await Discord.NextLineAsync();
        IReadOnlyList<ulong> calls;
        await using (var held = await DatabaseFile.HoldAsync(Folder))
        {
            calls = await CheckInAsync(line, 30, 0);
            await Patience.UntilAsync(() => Discord.Answers.Count == calls.Count, "\"thinking\" for everyone");
            var asked = TimeProvider.System.GetTimestamp();
            Assert.Equal(0, await bot.StopAsync());
            Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.Zero, Drain);
        }
        Assert.All(calls, id =>
        {
            var text = Assert.Single(Discord.SeenBy(id));
            Assert.True(text == "I am restarting. Please try again in a minute." || text.StartsWith("Not saved", StringComparison.Ordinal), text);
        });
        Assert.Equal(0, DatabaseFile.Count(Folder, "select count(*) from check_in_changes"));
        DatabaseFile.AssertWhole(Folder);
    }

    private LoggedBot Start() => LoggedBot.Start(Discord, Folder, ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information"));

    /// <summary>Each by somebody else, so that nobody is limited.</summary>
    private static async Task<IReadOnlyList<ulong>> CheckInAsync(ScriptedLine line, int count, int after)
    {
        var ids = Enumerable.Range(after + 1, count).Select(id => (ulong)id).ToList();
        foreach (var id in ids) await line.InteractAsync(ScriptedDiscord.CheckIn(id, 1000 + id));
        return ids;
    }
}
