using CoachBot.Chat;
using CoachBot.Runtime;
using CoachBot.Storage;

namespace CoachBot.Teams;

/// <summary>
/// Erases what belongs to teams that removed the bot more than 30 days ago. Each is asked for first: one that took the bot back while the bot was
/// not running is not to lose everything. Where the platform can't tell, the team waits for the next day.
/// </summary>
internal sealed class Erasure(Database database, IEnumerable<ITeamData> rooms, Membership membership, IChatPlatform platform, ILogger<Erasure> log)
{
    public async Task EraseAsync(CancellationToken ct)
    {
        var erased = 0;
        foreach (var team in await membership.OverdueAsync(ct))
        {
            switch (await platform.HasTeamAsync(team, ct))
            {
                case true:
                    await membership.PresentAsync([team], ct);
                    break;
                case false when await EraseAsync(team, ct):
                    erased++;
                    break;
                case null:
                    log.LogWarning(
                        "A team removed the bot more than {Days} days ago. Whether it took it back can't be told now, so nothing of it is erased today",
                        Membership.Kept.Days);
                    break;
            }
        }
        if (erased > 0) log.LogInformation("Erased all that was kept of {Count} teams", erased);
    }

    /// <returns>False when the team has the bot back since it was asked for.</returns>
    private async Task<bool> EraseAsync(TeamId team, CancellationToken ct)
    {
        var erased = await database.WriteAsync(
            sql =>
            {
                if (!Membership.IsSuspended(sql, team)) return false;
                foreach (var room in rooms) room.Erase(sql, team);
                Membership.Resume(sql, team);
                return true;
            },
            ct);
        if (!erased) return false;
        foreach (var room in rooms) room.Forget(team);
        return true;
    }
}
