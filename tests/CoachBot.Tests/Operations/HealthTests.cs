using System.Net;
using CoachBot.Tests.Faults;
using Microsoft.Data.Sqlite;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Operations;

/// <summary>What people and the operator are told when the database cannot be written under a running bot.</summary>
public sealed class HealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADeletedDatabaseIsNoticedAndNothingIsAcknowledgedAfter()
    {
        await using var team = await SignedTeam.StartAsync();
        Assert.Contains("database: ready", (await ReadyAsync(team)).Said, StringComparison.Ordinal);
        File.Delete(team.Connection["Data Source=".Length..]);
        Assert.StartsWith("Not saved", (await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"))).Content, StringComparison.Ordinal);
        var (status, said) = await ReadyAsync(team);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("database: cannot write", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileAnotherProgramHoldsTheDatabaseACheckInIsNotSavedAndSaysSo()
    {
        await using var team = await SignedTeam.StartAsync();
        await using var other = new SqliteConnection($"{team.Connection};Pooling=false");
        await other.OpenAsync(Ct);
        other.Execute("begin immediate");
        Assert.Contains("Not saved", (await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"))).Content, StringComparison.Ordinal);
        other.Execute("rollback");
        Assert.DoesNotContain("Not saved", (await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"))).Content, StringComparison.Ordinal);
        Assert.Equal(1, team.Query<long>("select count(*) from check_ins"));
    }

    private static async Task<(HttpStatusCode Status, string Said)> ReadyAsync(SignedTeam team)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(team.Bot.HttpUrls[0] + "/readyz"), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
