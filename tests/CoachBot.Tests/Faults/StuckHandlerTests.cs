using CoachBot.Chat.Saying;
using CoachBot.Sandbox;
using CoachBot.Tests.Chat;

namespace CoachBot.Tests.Faults;

/// <summary>A26: a handler that does not end.</summary>
public sealed class StuckHandlerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Fault("A26")]
    public async Task TheOneWhoWaitsIsToldAndTheOthersAreAnswered()
    {
        var entered = new TaskCompletionSource();
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = 0;
        await using var bot = await SmallBot.StartAsync(new TryCommand(async (_, ct) =>
        {
            if (Interlocked.Increment(ref calls) > 1) return Reply.Of("Done at once");
            entered.SetResult();
            await go.Task.WaitAsync(ct);
            return Reply.Of("Done at last");
        }));

        var typed = bot.Maya.TypeAsync("/try", Ct);
        await entered.Task;
        bot.Time.Advance(TimeSpan.FromSeconds(1.5));
        var thinking = await typed;
        Assert.Equal(Outcome.Deferred, thinking.Outcome);
        Assert.Equal("Done at once", (await bot.Ana.TypeAsync("/try", Ct)).Message!.Content);

        bot.Time.Advance(TimeSpan.FromSeconds(60));
        var word = await bot.Sandbox.WaitForMessageAsync(message => message.Id == thinking.Message!.Id && message.Content.Length > 0, Ct);
        Assert.Contains("longer than it should", word.Content, StringComparison.Ordinal);
        Assert.Contains(bot.Logs.Errors, line => line.Contains("has not ended", StringComparison.Ordinal));

        go.SetResult();
        await bot.Sandbox.WaitForMessageAsync(message => message.Id == word.Id && message.Content == "Done at last", Ct);
    }
}
