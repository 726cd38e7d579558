using CoachBot.Chat.Saying;
using CoachBot.Sandbox;
using CoachBot.Storage;
using CoachBot.Tests.Chat;
using CoachBot.Tests.EndToEnd;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Faults;

/// <summary>The program is asked to stop at a bad moment: rows E15 and E16.</summary>
public sealed class StopTests : IDisposable
{
    private const int InFlight = 200;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Many stops, each with two hundred calls under way: some end in time, some only when they are told to give up.</summary>
    [Fact, Fault("E15")]
    public async Task WaitingCallsAreAnsweredOrToldOfTheRestart()
    {
        for (var round = 0; round < 10; round++)
        {
            var clock = new FakeTimeProvider();
            var number = 0;
            using var entered = new CountdownEvent(InFlight);
            var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var toldToGiveUp = new TaskCompletionSource();
            await using var bot = await SmallBot.StartAsync(clock, new TryCommand(async (_, ct) =>
            {
                var endless = Interlocked.Increment(ref number) % 2 == 0;
                using var told = ct.Register(() => toldToGiveUp.TrySetResult());
                entered.Signal();
                await go.Task.WaitAsync(ct);
                if (endless) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
                return Reply.Of("Done");
            }));
            var typed = Enumerable.Range(0, InFlight).Select(i => (i % 2 == 0 ? bot.Maya : bot.Ana).TypeAsync("/try", Ct)).ToList();
            entered.Wait(Ct);
            var stopped = bot.StopAsync();
            go.SetResult();
            while (typed.Count(answer => answer.IsCompleted) < InFlight / 2) await PauseAsync();
            // Then the five seconds until those that are left are told; not a real one of them passes.
            while (!toldToGiveUp.Task.IsCompleted)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                await PauseAsync();
            }
            var texts = (await Task.WhenAll(typed)).Select(answer => answer.Shown().Content).ToList();
            Assert.Equal(InFlight / 2, texts.Count(text => text == "Done"));
            Assert.Equal(InFlight / 2, texts.Count(text => text == "I am restarting. Please try again in a minute."));
            await stopped;
            Assert.Empty(bot.Logs.Errors);
        }
    }

    [Fact, Fault("E15")]
    public async Task TheProgramAnswersWhatItHeardAndEndsCleanly()
    {
        await using var sandbox = await RunningTeam.StartSandboxAsync();
        using var bot = BotProcess.Start(sandbox, folder.FullName, []);
        await sandbox.WaitForCommandsAsync("checkin", Ct);
        await using (var hold = await DatabaseFile.HoldAsync(folder.FullName))
        {
            var typed = Enumerable.Range(0, InFlight).Select(i => sandbox.As(i % 2 == 0 ? "Maya" : "Ana").TypeAsync("/checkin effort:5", Ct)).ToList();
            var answers = await Task.WhenAll(typed);
            Assert.All(answers, answer => Assert.Contains(answer.Outcome, (Outcome[])[Outcome.Deferred, Outcome.Message]));
            BotProcess.Signal(bot, BotProcess.SigTerm);
        }
        await bot.WaitForExitAsync(Ct);
        Assert.Equal(0, bot.ExitCode);
        var texts = sandbox.As("Maya").Sees().Concat(sandbox.As("Ana").Sees()).Select(message => message.Content).ToList();
        Assert.Equal(InFlight, texts.Count);
        var saved = texts.Count(IsSaved);
        Assert.All(texts, text => Assert.True(
            IsSaved(text) || text.StartsWith("I am restarting", StringComparison.Ordinal) || text.Contains("nothing was saved", StringComparison.Ordinal),
            text));
        Assert.Equal(saved, DatabaseFile.Count(folder.FullName, "select count(*) from seen_interactions"));
    }

    [Fact, Fault("E16")]
    public async Task ASecondStopSignalStillEndsCleanlyAndAKillDuringShutdownLosesNothing()
    {
        await using var sandbox = await RunningTeam.StartSandboxAsync();
        using (var bot = BotProcess.Start(sandbox, folder.FullName, []))
        {
            await sandbox.WaitForCommandsAsync("checkin", Ct);
            await sandbox.As("Maya").TypeAsync("/checkin effort:5", Ct);
            // Again and again: one that comes after all has been done changes nothing either.
            while (!bot.HasExited) BotProcess.Signal(bot, BotProcess.SigTerm);
            await bot.WaitForExitAsync(Ct);
            Assert.Equal(0, bot.ExitCode);
        }
        sandbox.InvalidateSessions();
        using (var bot = BotProcess.Start(sandbox, folder.FullName, []))
        {
            await sandbox.WaitForCommandsAsync("checkin", Ct);
            await sandbox.As("Ana").TypeAsync("/checkin effort:5", Ct);
            // It drains for as long as the database is held; a supervisor without patience kills it after a second.
            await using var hold = await DatabaseFile.HoldAsync(folder.FullName);
            var waiting = Enumerable.Range(0, 10).Select(_ => sandbox.As("Zoe").TypeAsync("/checkin", Ct)).ToList();
            await Task.WhenAll(waiting);
            BotProcess.Signal(bot, BotProcess.SigTerm);
            var asked = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(asked) < TimeSpan.FromSeconds(1))
            {
                Assert.False(bot.HasExited);
                await PauseAsync();
            }
            BotProcess.Signal(bot, BotProcess.SigKill);
            await bot.WaitForExitAsync(Ct);
            Assert.Equal(128 + BotProcess.SigKill, bot.ExitCode);
        }
        DatabaseFile.AssertWhole(folder.FullName);
        Assert.Equal(2, DatabaseFile.Count(folder.FullName, "select count(*) from check_ins where effort = 5"));
        Assert.Equal(DatabaseFile.Count(folder.FullName, "select count(*) from check_in_changes"),
            DatabaseFile.Count(folder.FullName, "select count(*) from seen_interactions"));
    }

    /// <summary>At moments from the first byte to the last script, both when it only migrates and when it starts as a bot.</summary>
    [Fact, Fault("E16")]
    public async Task StoppedWhileItMakesTheDatabaseTheNextStartCompletesIt()
    {
        await using var sandbox = await RunningTeam.StartSandboxAsync();
        (int Signal, string[] Verb, string Part, int Bytes)[] moments =
        [
            (BotProcess.SigTerm, ["migrate"], "-wal", 0), (BotProcess.SigTerm, ["migrate"], "", 0), (BotProcess.SigTerm, [], "-wal", 1),
            (BotProcess.SigKill, ["migrate"], "", 0), (BotProcess.SigKill, ["migrate"], "-wal", 1), (BotProcess.SigKill, [], "-wal", 60_000),
            (BotProcess.SigKill, ["migrate"], "-wal", 130_000),
        ];
        foreach (var (signal, verb, part, bytes) in moments)
        {
            var place = folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
            using (var bot = BotProcess.Start(sandbox, place, verb))
            {
                var file = new FileInfo(Path.Combine(place, "coachbot.db" + part));
                while (!bot.HasExited && !(file.Exists && file.Length >= bytes))
                {
                    await Task.Yield();
                    file.Refresh();
                }
                if (!bot.HasExited) BotProcess.Signal(bot, signal);
                await bot.WaitForExitAsync(Ct);
            }
            await CompletesAsync(sandbox, place);
        }
    }

    [Fact, Fault("E16")]
    public async Task StoppedBeforeItsFirstScriptIsThroughItEndsAndTheNextStartCompletesIt()
    {
        await using var sandbox = await RunningTeam.StartSandboxAsync();
        // Made, but for all that belongs in it.
        await using (var empty = await DatabaseFile.OpenAsync(folder.FullName)) empty.ExecuteScalar<string>("pragma journal_mode = wal");
        await using (var held = await DatabaseFile.HoldAsync(folder.FullName))
        {
            using var bot = BotProcess.Start(sandbox, folder.FullName, []);
            // The third time that it opens the file is for the scripts, and the first of them waits for us.
            var files = new DirectoryInfo($"/proc/{bot.Id}/fd");
            await Patience.UntilAsync(() => files.EnumerateFileSystemInfos().Count(file => file.LinkTarget == Path.Combine(folder.FullName, "coachbot.db")) > 2,
                "the bot opens the database");
            BotProcess.Signal(bot, BotProcess.SigTerm);
            await bot.WaitForExitAsync(Ct).WaitAsync(TimeSpan.FromSeconds(25), TimeProvider.System, Ct);
            Assert.Equal(128 + BotProcess.SigTerm, bot.ExitCode);
        }
        Assert.Equal(0, DatabaseFile.Count(folder.FullName, "select count(*) from sqlite_master where name = 'check_ins'"));
        await CompletesAsync(sandbox, folder.FullName);
    }

    private static async Task CompletesAsync(SandboxServer sandbox, string place)
    {
        using var again = BotProcess.Start(sandbox, place, ["migrate"]);
        await again.WaitForExitAsync(Ct);
        Assert.Equal(0, again.ExitCode);
        DatabaseFile.AssertWhole(place);
        Assert.Equal(0, DatabaseFile.Count(place, "select count(*) from check_ins"));
    }

    private static bool IsSaved(string text) => text.StartsWith('✅') || text.StartsWith("It is saved", StringComparison.Ordinal);

    private static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Ct);
}
