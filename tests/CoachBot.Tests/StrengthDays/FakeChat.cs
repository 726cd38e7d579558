using System.Collections.Concurrent;
using CoachBot.Chat;
using CoachBot.Runtime;
using CoachBot.Storage;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>A chat that answers as told, and keeps what it was handed.</summary>
internal sealed class FakeChat(TimeProvider time) : IChatPlatform
{
    public List<Post> Posts { get; } = [];

    /// <summary>When each post was taken.</summary>
    public List<Instant> Taken { get; } = [];

    /// <summary>The next answers, before any other.</summary>
    public ConcurrentQueue<PostResult> Answers { get; } = new();

    public Func<PostResult> Answer { get; set; } = () => new PostResult(PostOutcome.Posted, new MessageId(1));

    /// <summary>What happens before a post is answered; it may never be.</summary>
    public Func<Post, Task>? OnPost { get; set; }

    public bool IsReady => true;

    public Task<bool?> HasTeamAsync(TeamId team, CancellationToken ct) => Task.FromResult<bool?>(true);

    public async Task<PostResult> PostAsync(Post post, CancellationToken ct)
    {
        lock (Posts) Posts.Add(post);
        if (OnPost is { } first) await first(post);
        ct.ThrowIfCancellationRequested();
        var answer = Answers.TryDequeue(out var next) ? next : Answer();
        if (answer.Outcome == PostOutcome.Posted)
        {
            lock (Taken) Taken.Add(time.Now());
        }
        return answer;
    }
}

internal static class TestOutbox
{
    public static ReminderStore Outbox(this TestDatabase database) => database.Database.Outbox();

    public static ReminderStore Outbox(this Database database) => new(database, NullLogger<ReminderStore>.Instance);
}
