using System.Data.Common;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.Storage;

/// <summary>Which calls of the chat platform had their effect: it may deliver one again.</summary>
internal static class Claims
{
    extension(DbConnection sql)
    {
        /// <summary>Notes that a call is having its effect. To be called first, in the effect's own transaction.</summary>
        /// <exception cref="RepeatedCall">It had its effect before; the platform delivered it again.</exception>
        public void Claim(CallId callId, Instant now)
        {
            var added = sql.Execute("insert into seen_interactions (id, seen_at) values (@callId, @now) on conflict (id) do nothing", new { callId, now });
            if (added == 0) throw new RepeatedCall();
        }

        public bool WasClaimed(CallId callId) => sql.ExecuteScalar<long>("select count(*) from seen_interactions where id = @callId", new { callId }) > 0;
    }
}

/// <summary>The calls that were claimed.</summary>
internal sealed class SeenCalls : ITeamData
{
    /// <summary>
    /// Twice as long as a call can be answered (Discord: Receiving and Responding, "Interaction Response"), and so longer than any platform delivers it again.
    /// What one person can fill follows from it: as many calls as <c>Limits</c> lets through in that time.
    /// </summary>
    public static readonly Duration Kept = Duration.FromMinutes(30);

    public void Prune(DbConnection sql, Instant now) => sql.Execute("delete from seen_interactions where seen_at < @before", new { before = now - Kept });
}
