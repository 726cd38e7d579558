using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoachBot.Chat;
using CoachBot.Chat.Discord;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Chat;

/// <summary>What becomes of a notice that could not be sent, when the handler it covers never ends.</summary>
public sealed class ThinkingNoticeTests
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1.5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NothingThatGoesWrongIsLeftUnobserved(bool thinkingFails)
    {
        var unobserved = new ConcurrentQueue<Exception>();
        void Observe(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += Observe;
        try
        {
            Assert.Equal([!thinkingFails], WhatIsSaidWhileItHangs(thinkingFails));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Observe;
        }
        // Other tests run at the same time.
        Assert.DoesNotContain(unobserved, problem => problem.InnerException is NotSent);
    }

    [Fact]
    public async Task AHandlerThatEndsHearsThatThinkingWasNotSent()
    {
        var time = new FakeTimeProvider();
        using var notice = new ThinkingNotice(time, After, FailAsync, _ => Task.CompletedTask);
        time.Advance(After);
        await Assert.ThrowsAsync<NotSent>(() => notice.EndAsync().AsTask());
    }

    /// <summary>In a method of its own, so that nothing of it is kept from the garbage collector.</summary>
    /// <returns>For each apology, whether thinking went out before it.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<bool> WhatIsSaidWhileItHangs(bool thinkingFails)
    {
        var time = new FakeTimeProvider();
        var apologies = new List<bool>();
        var notice = new ThinkingNotice(
            time, After,
            () => thinkingFails ? FailAsync() : Task.CompletedTask,
            heard =>
            {
                apologies.Add(heard);
                return FailAsync();
            });
        time.Advance(After);
        time.Advance(ThinkingNotice.TooLong);
        time.Advance(ThinkingNotice.TooLong);
        return apologies;
    }

    private static Task FailAsync() => Task.FromException(new NotSent());

    private sealed class NotSent : Exception;
}
