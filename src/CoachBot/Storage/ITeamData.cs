using System.Data.Common;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.Storage;

/// <summary>
/// What a room keeps, said by the room itself: its teams, how all of a team is erased, and what grows too old. A store that is registered with
/// <see cref="StorageModule.AddStore{T}"/> is asked whenever a team is erased and every night; nobody else names its tables.
/// </summary>
internal interface ITeamData
{
    /// <summary>The teams of which something lasting is kept; one that is not named here is never missed, and so never erased.</summary>
    IEnumerable<TeamId> Teams(DbConnection sql) => [];

    /// <summary>Deletes all that is kept of the team, in the caller's transaction.</summary>
    void Erase(DbConnection sql, TeamId team) { }

    /// <summary>Called when the erasure is on the disk: drops what is remembered of the team outside the database.</summary>
    void Forget(TeamId team) { }

    /// <summary>Deletes what nobody needs any more, in the caller's transaction.</summary>
    void Prune(DbConnection sql, Instant now) { }
}
