using System.Data.Common;
using CoachBot.Operations;
using CoachBot.Sandbox;
using CoachBot.Storage;
using CoachBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Npgsql;

namespace CoachBot.Tests.EndToEnd;

/// <summary>The whole bot on its own sandbox: real gateway and REST traffic, a real database, real Quartz. Only the team's clock is ours.</summary>
internal sealed class RunningTeam : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");
    private readonly DatabaseKind kind;
    private readonly string connection;
    private CoachBotHost? bot;

    private RunningTeam(SandboxServer sandbox, Instant now, DatabaseKind kind, string? server)
    {
        (Sandbox, Time, this.kind) = (sandbox, new FakeTimeProvider(now.ToDateTimeOffset()), kind);
        connection = kind == DatabaseKind.Postgres ? server ?? PostgresCluster.NewDatabase() : $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}";
    }

    public SandboxServer Sandbox { get; }

    public FakeTimeProvider Time { get; }

    public CoachBotHost Bot => bot ?? throw new InvalidOperationException("The bot is stopped.");

    public SandboxMember Kim => Sandbox.As("Coach Kim");

    public SandboxMember Maya => Sandbox.As("Maya");

    public SandboxMember Ana => Sandbox.As("Ana");

    public SandboxMember Zoe => Sandbox.As("Zoe");

    public ulong Athletes => Sandbox.World.Roles.First(role => role.TeamId == Maya.TeamId && role.Name == "Athletes").Id;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="now">The team's clock; left out, a Tuesday evening in New York.</param>
    /// <param name="server">The connection string of a PostgreSQL; left out, a new database on the shared one.</param>
    public static async Task<RunningTeam> StartAsync(Instant? now = null, DatabaseKind kind = DatabaseKind.Sqlite, string? server = null)
    {
        var sandbox = await StartSandboxAsync();
        var team = new RunningTeam(sandbox, now ?? Instant.FromUtc(2026, 11, 24, 23, 0), kind, server);
        await team.StartBotAsync();
        return team;
    }

    /// <summary>A sandbox whose clock stands still: on a busy machine nobody is too late with an answer.</summary>
    public static Task<SandboxServer> StartSandboxAsync() => SandboxServer.StartAsync(
        new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), Time = new FakeTimeProvider(Instant.FromUtc(2026, 11, 24, 23, 0).ToDateTimeOffset()) }, Ct);

    public async Task RestartBotAsync()
    {
        await StopBotAsync();
        await StartBotAsync();
    }

    /// <summary>What the bot had begun is done when this returns.</summary>
    public async Task StopBotAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        bot = null;
    }

    /// <summary>Reads the database as a person with a tool would, while the bot runs.</summary>
    public T? Query<T>(string query)
    {
        using DbConnection tool = kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(connection)
            : new SqliteConnection($"{connection};Mode=ReadOnly;Pooling=false");
        tool.Open();
        return tool.ExecuteScalar<T>(query);
    }

    /// <summary>Every byte that the stopped bot has left on the disk, as text.</summary>
    public string Stored() => string.Concat(folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName))));

    /// <summary>Moves the team's clock, then on in small steps until what is waited for has come: Quartz may be between two looks at the clock.</summary>
    public async Task<T> MoveClockAsync<T>(Instant to, Task<T> until)
    {
        Time.SetUtcNow(to.ToDateTimeOffset());
        while (await Task.WhenAny(until, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Ct)) != until)
            Time.Advance(TimeSpan.FromMilliseconds(100));
        return await until;
    }

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartBotAsync()
    {
        var settings = new Settings
        {
            Discord = new() { Connector = new() { Token = Sandbox.BotToken, ApiBaseUrl = Sandbox.ApiBaseUrl } },
            Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
            Storage = new StorageOptions
            {
                Provider = kind == DatabaseKind.Postgres ? StorageOptions.Postgres : StorageOptions.Sqlite,
                ConnectionString = connection,
            },
        };
        bot = await CoachBotHost.StartAsync(settings, Time, configuration: null, Ct);
        await Sandbox.WaitForCommandsAsync("exercise", Ct);
    }
}

internal static class Answers
{
    /// <summary>The message that came; a failure says what came instead.</summary>
    public static SandboxMessage Shown(this SandboxAnswer answer)
    {
        Assert.True(answer is { Outcome: Outcome.Message, Message: not null }, $"{answer.Outcome}: {answer.Error}");
        return answer.Message!;
    }
}
