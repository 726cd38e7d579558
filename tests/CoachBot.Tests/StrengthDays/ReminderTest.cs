using CoachBot.Chat.Asking;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>A team with a strength day on Tuesdays at 15:30, on a real database and with a chat that answers as told.</summary>
public abstract class ReminderTest(DatabaseKind kind) : IDisposable
{
    protected const ulong Team = 1;
    protected static readonly Instant TuesdayAtHalfPastThree = Instant.FromUtc(2026, 11, 24, 20, 30);

    private protected static readonly Caller Coach = new(new TeamId(Team), new UserId(8), ManagesServer: true, []);

    private protected TestDatabase Database { get; } = new(kind);

    private protected StrengthDayStore Days => new(Database.Database);

    protected FakeTimeProvider Time { get; } = new(World.Monday.ToDateTimeOffset());

    private protected FakeChat Chat => field ??= new FakeChat(Time);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Database.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<StrengthDay> AddAsync(string? message = null, Instant? now = null) => Database.Team(Team).AddedAsync(
        day => day with { ChannelId = new ChannelId(9), RoleId = new RoleId(7), Message = message }, now);

    protected async Task WakeAsync(Instant now, CancellationToken? ct = null)
    {
        Time.AdjustTime(now.ToDateTimeOffset());
        var outbox = Database.Outbox();
        await outbox.ClaimDueAsync(now, LateRule.Reminders, ct ?? Ct);
        await new ReminderSender(outbox, Chat, Time, NullLogger<ReminderSender>.Instance).SendAsync(ct ?? Ct);
    }

    /// <summary>Woken as the program is: at what is due next, at the next try, and every half minute.</summary>
    protected async Task LiveAsync(Instant from, Instant to)
    {
        for (var now = from; now <= to;)
        {
            await WakeAsync(now);
            var next = now + Duration.FromSeconds(30);
            foreach (var other in (Instant?[])[await Days.EarliestDueAsync(Ct), await Database.Outbox().NextTryAsync(now, Ct)])
            {
                if (other is { } sooner && sooner < next) next = sooner;
            }
            now = next;
        }
    }

    protected Task<string?> StateAsync() => Database.ScalarAsync<string>("select state from reminders order by due_at desc limit 1");
}
