using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Tests.Chat;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Faults;

/// <summary>One person asks for too much, or types fast: rows C13 and C16.</summary>
public sealed class FloodTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Fault("C13")]
    public void OfAThousandCallsASecondSomeAreAnsweredAndThePersonIsToldOnceAMinute()
    {
        var time = new FakeTimeProvider();
        var limits = new Limits(time);
        var (allowed, notices) = (0, 0);
        for (var millisecond = 0; millisecond < 120_000; millisecond++)
        {
            switch (limits.Refusal(new UserId(7)))
            {
                case null:
                    allowed++;
                    break;
                case Limits.Verdict.SlowDown:
                    notices++;
                    break;
            }
            time.Advance(TimeSpan.FromMilliseconds(1));
        }
        Assert.InRange(allowed, Limits.Burst + (119 * Limits.PerSecond), Limits.Burst + (120 * Limits.PerSecond));
        Assert.Equal(2, notices);
        // Whoever waits is welcome again, and the others never noticed.
        Assert.Null(limits.Refusal(new UserId(8)));
        time.Advance(TimeSpan.FromSeconds(10));
        for (var i = 0; i < Limits.Burst; i++) Assert.Null(limits.Refusal(new UserId(7)));
    }

    /// <summary>As the load of a whole league: thousands of calls a second, over some hundred people.</summary>
    [Fact]
    public void ManyPeopleTogetherAreNotLimited()
    {
        var time = new FakeTimeProvider();
        var limits = new Limits(time);
        var random = new Random(1);
        for (var i = 0; i < 50_000; i++)
        {
            Assert.Null(limits.Refusal(new UserId(240000000000000000 + (ulong)random.Next(500))));
            time.Advance(TimeSpan.FromMicroseconds(100));
        }
    }

    [Fact]
    public void StrangersDoNotShareALimitAndMemoryDoesNotGrow()
    {
        var limits = new Limits(new FakeTimeProvider());
        for (var i = 0; i < 2000; i++) Assert.Null(limits.Refusal(null));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (ulong user = 1; user < 100_000; user++) limits.Refusal(new UserId(user));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    [Fact, Fault("C13")]
    public async Task ThePersonSeesOneNoticeAndShortAnswersAndTheOthersSeeTheirs()
    {
        await using var bot = await SmallBot.StartAsync(new TryCommand(_ => Reply.Of("Done")));
        for (var i = 0; i < Limits.Burst; i++) Assert.Equal("Done", (await bot.Maya.TypeAsync("/try", Ct)).Message!.Content);
        Assert.Contains("slow down", (await bot.Maya.TypeAsync("/try", Ct)).Message!.Content, StringComparison.Ordinal);
        var answer = (await bot.Maya.TypeAsync("/try", Ct)).Message!;
        Assert.Equal(("Left out: too much at once.", true), (answer.Content, answer.IsEphemeral));
        Assert.Equal("Done", (await bot.Ana.TypeAsync("/try", Ct)).Message!.Content);
    }

    [Fact, Fault("C16")]
    public async Task FastTypingIsFollowedAndSuggestionsAlwaysFit()
    {
        await using var bot = await SmallBot.StartAsync(new Suggesting());
        // Thirty letters a second for ten seconds, on a clock that stands still.
        for (var i = 0; i < 300; i++)
        {
            var choices = await bot.Maya.SuggestAsync("/pick text:" + new string('a', 1 + (i % 30)), Ct);
            Assert.Equal(25, choices.Count);
            Assert.All(choices, choice => Assert.InRange(choice.Name.Length, 1, 100));
            Assert.All(choices, choice => Assert.False(char.IsSurrogate(choice.Name[^2])));
        }
        Assert.Empty(bot.Logs.Errors);
    }

    private sealed class Suggesting : ICommand, ISuggests
    {
        public CommandSpec Spec { get; } = new("pick", "A command for tests", new OptionSpec("text", "Any text") { Suggests = true });

        public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => Task.FromResult(Reply.Of("Picked"));

        public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) => Task.FromResult<IReadOnlyList<Choice>>(
        [
            .. Enumerable.Range(0, 26).Select(i => new Choice($"{i:00}" + new string('x', 96) + "🏃y", $"{i}")),
            new Choice("too long to be sent", new string('v', 101)),
        ]);
    }
}
