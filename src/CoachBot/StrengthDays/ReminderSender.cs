using System.Collections.Concurrent;
using System.Threading.Channels;
using CoachBot.Chat;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>
/// Posts what the outbox holds. Exactly once within two minutes of the first try (the platform knows a repeated key that long), at most
/// once after that, and never silently: what was not posted is noted, and the coach's list shows it.
/// One channel's posts go out one after the other, and a bounded number of channels at the same time, so that a channel that does not
/// answer holds up itself alone. What fails here fails for one reminder.
/// </summary>
internal sealed class ReminderSender(ReminderStore outbox, IChatPlatform platform, TimeProvider time, ILogger<ReminderSender> log)
{
    /// <summary>The platform takes some 45 posts a second from all teams together; the rest of the places is for channels that keep us waiting.</summary>
    private const int Places = 128;

    private static readonly Duration SameKeyTrusted = Duration.FromSeconds(120);
    private static readonly Duration LostAnswerPause = Duration.FromSeconds(5);

    private static readonly Duration OwnFailurePause = Duration.FromSeconds(30);

    /// <summary>Longer than the platform itself tries.</summary>
    private static readonly TimeSpan LongestPost = TimeSpan.FromSeconds(40);

    /// <summary>Until then a reminder belongs to the sender that tried it; after that any sender may take it, also after a crash.</summary>
    private static readonly Duration WaitForAnAnswer = Duration.FromSeconds(60);

    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Makes a <see cref="SendAsync(CancellationToken)"/> that is under way look into the outbox once more, at once.</summary>
    public void LookAgain() => news.Writer.TryWrite(true);

    /// <summary>Sends until nothing is left to be sent now.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        using var places = new SemaphoreSlim(Places);
        var taken = new ConcurrentDictionary<long, Instant>();
        var lines = new Dictionary<ChannelId, Task>();
        try
        {
            while (true)
            {
                var now = time.Now();
                var found = (await outbox.ToSendAsync(now, ct)).Where(reminder => !taken.TryGetValue(reminder.Id, out var until) || until <= now).ToList();
                foreach (var reminder in found) taken[reminder.Id] = Instant.MaxValue;
                foreach (var line in found.GroupBy(reminder => reminder.Day.ChannelId))
                {
                    lines[line.Key] = PostInOrderAsync(lines.GetValueOrDefault(line.Key, Task.CompletedTask), [.. line], places, taken, ct);
                }
                foreach (var done in lines.Where(line => line.Value.IsCompletedSuccessfully).Select(line => line.Key).ToList()) lines.Remove(done);
                if (lines.Count == 0) return;
                var more = news.Reader.WaitToReadAsync(ct).AsTask();
                if (await Task.WhenAny(Task.WhenAll(lines.Values), more) == more) news.Reader.TryRead(out _);
            }
        }
        finally
        {
            await Task.WhenAll(lines.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PostInOrderAsync(
        Task before, IReadOnlyList<Reminder> reminders, SemaphoreSlim places, ConcurrentDictionary<long, Instant> taken, CancellationToken ct)
    {
        await before;
        foreach (var reminder in reminders)
        {
            await places.WaitAsync(ct);
            try
            {
                await SendAsync(reminder, ct);
                taken.TryRemove(reminder.Id, out _);
            }
            catch (Exception problem) when (!ct.IsCancellationRequested)
            {
                // Whatever is broken would break it again at once.
                taken[reminder.Id] = time.Now() + OwnFailurePause;
                log.LogError(
                    "Reminder {Reminder} of strength day {StrengthDay} failed; it is tried again: {Trace}", reminder.Id, reminder.Day.Id, problem.Trace());
            }
            finally
            {
                places.Release();
            }
        }
    }

    private async Task SendAsync(Reminder reminder, CancellationToken ct)
    {
        var now = time.Now();
        if (reminder.FirstTried is { } tried && now - tried > SameKeyTrusted)
        {
            await outbox.EndAsync(reminder, ReminderState.Unknown, null, new Trouble(PostProblem.AnswerLost), ct);
            return;
        }
        var timing = LateRule.Reminders.Of(reminder.Due, now);
        if (reminder.FirstTried is null && timing == Timing.TooLate)
        {
            await outbox.EndAsync(reminder, ReminderState.Skipped, null, reminder.Held ?? new Trouble(PostProblem.TooLate), ct);
            return;
        }

        var firstTried = reminder.FirstTried ?? now;
        // Its day may have been removed while it waited for its turn.
        if (!await outbox.TryAsync(reminder.Id, firstTried, now + WaitForAnAnswer, ct)) return;
        var result = await PostAsync(ReminderPost.Of(reminder, isLate: timing != Timing.OnTime), ct);
        log.LogInformation("Reminder {Reminder} of strength day {StrengthDay}: {Outcome}", reminder.Id, reminder.Day.Id, result.Outcome);
        await NoteAsync(reminder, firstTried, result, ct);
    }

    private Task NoteAsync(Reminder reminder, Instant firstTried, PostResult result, CancellationToken ct)
    {
        var trouble = result.Problem is { } problem ? new Trouble(problem, result.Code) : (Trouble?)null;
        switch (result.Outcome)
        {
            case PostOutcome.Posted:
                return outbox.EndAsync(reminder, ReminderState.Sent, result.MessageId, null, ct);
            case PostOutcome.Refused:
                return outbox.EndAsync(reminder, ReminderState.Refused, null, trouble ?? new Trouble(PostProblem.Refused), ct);
            case PostOutcome.Closed:
                return outbox.CloseAsync(reminder, trouble ?? new Trouble(PostProblem.Refused), time.Now(), ct);
            case PostOutcome.NotSent:
                // A fresh try, unless an earlier one may have arrived.
                var next = LateRule.Reminders.NextTry(reminder.Due, time.Now(), reminder.Tries);
                if (result.RetryAfter is { } pause) next = Instant.Max(next, time.Now() + pause);
                return outbox.PutBackAsync(reminder.Id, reminder.FirstTried, next, trouble, ct);
            default:
                return outbox.PutBackAsync(reminder.Id, firstTried, time.Now() + LostAnswerPause, trouble, ct);
        }
    }

    private async Task<PostResult> PostAsync(Post post, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            return await platform.PostAsync(post, over.Token).WaitAsync(LongestPost, time, ct);
        }
        catch (TimeoutException)
        {
            await over.CancelAsync();
            return new PostResult(PostOutcome.Unknown);
        }
    }
}
