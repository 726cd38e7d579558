using CoachBot.Discord.Options;
using CoachBot.Storage;
using NodaTime;

namespace CoachBot.Chat.Discord;

/// <summary>What the connector must know of earlier runs of the program.</summary>
internal sealed class GatewayLedger(Database database)
{
    private static readonly Duration Day = Duration.FromHours(24);

    /// <summary>The sessions begun in the last 24 hours.</summary>
    public IdentifyLedger Identifies => new(SinceAsync, AddAsync);

    /// <summary>How many starts in a row Discord has refused the token.</summary>
    public Task<int> RefusedStartsAsync(CancellationToken ct) => database.ReadAsync(sql => sql.ExecuteScalar<int>("select count(*) from refused_starts"), ct);

    public Task NoteRefusedStartAsync(Instant now, CancellationToken ct) =>
        database.WriteAsync(sql => { sql.Execute("insert into refused_starts (at) values (@now)", new { now }); }, ct);

    public Task ForgetRefusedStartsAsync(CancellationToken ct) => database.WriteAsync(sql => { sql.Execute("delete from refused_starts"); }, ct);

    private async Task<IReadOnlyList<DateTimeOffset>> SinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        var moments = await database.ReadAsync(
            sql => sql.Query<long>("select at from gateway_identifies where at >= @since", new { since = since.ToUnixTimeMilliseconds() }), ct);
        return [.. moments.Select(DateTimeOffset.FromUnixTimeMilliseconds)];
    }

    private Task AddAsync(DateTimeOffset moment, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            var at = Instant.FromDateTimeOffset(moment);
            sql.Execute("delete from gateway_identifies where at < @before", new { before = at - Day });
            sql.Execute("insert into gateway_identifies (at) values (@at)", new { at });
        },
        ct);
}
