using CoachBot.Storage;
using CoachBot.Teams;
using CoachBot.Tests.Faults;
using CoachBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Teams;

/// <summary>Nothing of a team is forgotten when it is erased. The tables are those of the migrated schema: one that is added later is tried too.</summary>
public sealed class ErasureTests
{
    private const ulong Team = 1;
    private const ulong Other = 2;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Asks the rooms of the composed bot: a store that nobody registered erases nothing.</summary>
    [Fact]
    public async Task EveryTableWithSomethingOfATeamIsEmptiedOfItAndOfNobodyElse()
    {
        using var database = new TestDatabase();
        var time = new FakeTimeProvider();
        await using var bot = await SignedTeam.StartAsync();
        var rooms = bot.Bot.Services.GetServices<ITeamData>().ToList();
        var membership = new Membership(database.Database, rooms, time, NullLogger<Membership>.Instance);
        var tables = TablesOfTeams(database);
        Assert.Superset(new HashSet<string> { "teams", "strength_days", "check_ins", "own_exercises" }, tables.Select(table => table.Name).ToHashSet());
        foreach (var table in tables) Fill(database, table);
        // What stands in every column is the team's number: team 1 removed the bot in 1970. The other one did so just now.
        await database.Database.WriteAsync(sql =>
        {
            sql.Execute("update suspended_teams set suspended_at = @now where "
            + "team_id = @Other", new { now = time.Now().ToUnixTimeMilliseconds(), Other });
        },
            Ct);
        var ofTheOther = await RowsAsync(database, tables, Other);

        await new Erasure(database.Database, rooms, membership, new AskedForTeams(_ => false), NullLogger<Erasure>.Instance).EraseAsync(Ct);
        Assert.All(await RowsAsync(database, tables, Team), row => Assert.Equal("", row.Rows));
        Assert.All(ofTheOther, row => Assert.NotEqual("", row.Rows));
        Assert.Equal(ofTheOther, await RowsAsync(database, tables, Other));
    }

    private static IReadOnlyList<Table> TablesOfTeams(TestDatabase database)
    {
        using var connection = Open(database);
        return [.. connection.Query<Table>(
            """
            select tables.name as Name, columns.name as TeamColumn, (select count(*) from pragma_table_info(tables.name)) as Columns
            from sqlite_master tables join pragma_table_info(tables.name) columns
            where tables.type = 'table' and (columns.name = 'team_id' or (tables.name = 'teams' and columns.name = 'id'))
            """)];
    }

    /// <summary>A row of each team, with its number in every column. Checks and references are not looked at: what a row says does not matter here.</summary>
    private static void Fill(TestDatabase database, Table table)
    {
        using var connection = Open(database);
        connection.Execute("pragma ignore_check_constraints = on");
        foreach (var team in (ulong[])[Team, Other])
        {
            Assert.Equal(
                1, connection.Execute($"insert into {table.Name} values ({string.Join(", ", Enumerable.Repeat("@team", table.Columns))})", new { team }));
        }
    }

    private static Task<List<(string Table, string Rows)>> RowsAsync(TestDatabase database, IReadOnlyList<Table> tables, ulong team) =>
        database.Database.ReadAsync(
            sql => tables.Select(table =>
                (table.Name, string.Join('\n', sql.Query($"select * from {table.Name} where {table.TeamColumn} = @team", new { team })))).ToList(),
            Ct);

    private static SqliteConnection Open(TestDatabase database)
    {
        var connection = new SqliteConnection($"Data Source={database.Path};Pooling=false;Foreign Keys=false");
        connection.Open();
        return connection;
    }

    private sealed record Table
    {
        public required string Name { get; init; }

        public required string TeamColumn { get; init; }

        public required int Columns { get; init; }
    }
}
