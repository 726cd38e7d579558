using System.Text.Json.Nodes;

namespace CoachBot.Tests.Faults;

/// <summary>Row A24 across kill -9: a bot is killed around its answer, and gets the same interaction in its next life.</summary>
public sealed class KilledTests : ScriptedTest
{
    private const ulong Maya = 9;
    private const ulong Ana = 10;

    [Fact, Fault("A24")]
    public async Task KilledAfterItsAnswerItStaysSilentWhenTheCallComesAgain()
    {
        using (var bot = LoggedBot.Start(Discord, Folder))
        {
            var line = await Discord.NextLineAsync();
            // A first call takes longest; it is not to be covered by "thinking" where the machine is busy.
            await line.InteractAsync(ScriptedDiscord.CheckIn(7, Ana));
            await Patience.UntilAsync(() => Discord.SeenBy(7).Count > 0, "the first answer");
            // The answer has arrived, but the bot dies before it hears so.
            Discord.Hold = new TaskCompletionSource().Task;
            await line.InteractAsync(ScriptedDiscord.CheckIn(1, Maya));
            await Patience.UntilAsync(() => Discord.SeenBy(1).Count > 0, "an answer");
            await bot.KillAsync();
        }
        var heard = Discord.Answers.Count(answer => answer.Id == 1);
        Assert.StartsWith("✅ **Logged", Assert.Single(Discord.SeenBy(1)), StringComparison.Ordinal);

        Discord.Hold = Task.CompletedTask;
        using (var bot = LoggedBot.Start(Discord, Folder))
        {
            var line = await Discord.NextLineAsync();
            var frame = await line.InteractAsync(ScriptedDiscord.CheckIn(1, Maya));
            await line.InteractAsync(ScriptedDiscord.CheckIn(1, Maya));
            // And once more in what Discord replays.
            await line.SendAsync(new JsonObject { ["op"] = 7 });
            line = await Discord.NextLineAsync();
            Assert.Equal(6, line.LoggedInWith);
            await line.SendAsync(frame);
            await line.InteractAsync(ScriptedDiscord.CheckIn(2, Maya));
            await Patience.UntilAsync(() => Discord.SeenBy(2).Count > 0, "the next answer");
            // It stops when all that it took is done.
            Assert.Equal(0, await bot.StopAsync());
        }
        Assert.Contains("already checked in", Assert.Single(Discord.SeenBy(2)), StringComparison.Ordinal);
        Assert.Equal(heard, Discord.Answers.Count(answer => answer.Id == 1));
        Assert.Equal(1, Count($"check_ins where athlete_id = {Maya}"));
        Assert.Equal(2, Count($"check_in_changes where athlete_id = {Maya}"));
        Assert.Equal(3, Count("seen_interactions"));
    }

    [Fact, Fault("A24")]
    public async Task ACallKilledBeforeItsSaveIsSavedAfterTheRestart()
    {
        using (var bot = LoggedBot.Start(Discord, Folder))
        {
            var line = await Discord.NextLineAsync();
            await using var hold = await DatabaseFile.HoldAsync(Folder);
            await line.InteractAsync(ScriptedDiscord.CheckIn(1, Maya));
            await Patience.UntilAsync(() => Discord.Answers.Count > 0, "\"thinking\"");
            await bot.KillAsync();
        }
        Assert.Empty(Discord.SeenBy(1));
        Assert.Equal(0, Count("check_ins"));

        // Discord knows of "thinking", so a new answer is none; what was asked for is done all the same, and once.
        using (var bot = LoggedBot.Start(Discord, Folder))
        {
            var line = await Discord.NextLineAsync();
            for (var i = 0; i < 3; i++) await line.InteractAsync(ScriptedDiscord.CheckIn(1, Maya));
            await Patience.UntilAsync(() => Discord.Answers.Any(answer => !answer.Taken), "an answer");
            Assert.Equal(0, await bot.StopAsync());
        }
        Assert.Single(Discord.Answers, answer => !answer.Taken);
        Assert.Equal(1, Count("check_ins"));
        Assert.Equal(1, Count("check_in_changes"));
    }

    /// <summary>Killed at any moment around the commit: three lives, each with calls that come again in the next one.</summary>
    [Fact, Fault("A24")]
    public async Task KilledAtAnyMomentEachCallHasOneEffectAndAtMostOneAnswer()
    {
        const int Lives = 3, Calls = 20;
        for (var life = 0; life <= Lives; life++)
        {
            using var bot = LoggedBot.Start(Discord, Folder);
            var line = await Discord.NextLineAsync();
            for (var i = 0; i < Calls && life > 0; i++) await line.InteractAsync(Call(life - 1, i));
            if (life == Lives)
            {
                await Patience.UntilAsync(() => Count("check_in_changes") == Lives * Calls, "every check-in");
                Assert.Equal(0, await bot.StopAsync());
                break;
            }
            for (var i = 0; i < Calls; i++) await line.InteractAsync(Call(life, i));
            // Each life is a little longer, so that the ends fall before, among and after the commits and the answers.
            var (first, enough) = (Id(life, 0), life * 8);
            await Patience.UntilAsync(() => Discord.Answers.Count(answer => answer.Id >= first) >= enough, "some answers");
            await bot.KillAsync();
        }
        Assert.All(Discord.Answers, answer =>
            Assert.True(answer.Text.Length == 0 || answer.Text.StartsWith("✅ **Logged", StringComparison.Ordinal), answer.Text));
        Assert.All(Discord.Answers.Select(answer => answer.Id).Distinct(), id => Assert.InRange(Discord.SeenBy(id).Count, 0, 1));
        Assert.Equal(Lives * Calls, Count("check_ins"));
        Assert.Equal(Lives * Calls, Count("seen_interactions"));
        DatabaseFile.AssertWhole(Folder);

        // Everyone calls once, and is not limited.
        JsonObject Call(int life, int i) => ScriptedDiscord.CheckIn(Id(life, i), 1000 + Id(life, i));
        static ulong Id(int life, int i) => (ulong)(1 + (life * Calls) + i);
    }

    private long Count(string table) => DatabaseFile.Count(Folder, $"select count(*) from {table}");
}
