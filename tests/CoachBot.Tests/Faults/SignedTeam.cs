using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Operations;
using CoachBot.Sandbox;
using CoachBot.Storage;
using CoachBot.Tests.EndToEnd;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NSec.Cryptography;

namespace CoachBot.Tests.Faults;

/// <summary>
/// The whole bot, called over HTTP with a good signature: no client stands between a test and the bot, so anything can be sent that a
/// broken or hostile one might. Its answers go to an <see cref="AnswerBox"/>; the gateway is a sandbox's.
/// </summary>
internal sealed class SignedTeam : IAsyncDisposable
{
    public static readonly Person Coach = new(501, 9001) { Permissions = 1 << 5 };
    public static readonly Person Athlete = new(502, 9001);
    public static readonly Person OtherCoach = new(601, 9002) { Permissions = 1 << 5 };

    private static readonly SignatureAlgorithm Ed25519 = SignatureAlgorithm.Ed25519;
    private static ulong lastId = 846462639134605312;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");
    private readonly Key key = Key.Create(Ed25519);
    private readonly HttpClient http = new();
    private readonly SandboxServer sandbox;
    private readonly ConcurrentDictionary<(string User, bool Suggestions), int> asked = new();

    private SignedTeam(SandboxServer sandbox, AnswerBox box) => (this.sandbox, Box) = (sandbox, box);

    public CoachBotHost Bot { get; private set; } = null!;

    public AnswerBox Box { get; }

    /// <summary>The team's clock, and the watch over handlers.</summary>
    public FakeTimeProvider Time { get; } = new(Instant.FromUtc(2026, 11, 24, 23, 0).ToDateTimeOffset());

    public Handlers Handlers => Bot.Services.GetRequiredService<Handlers>();

    public ActionIds Ids => Bot.Services.GetRequiredService<ActionIds>();

    public Uri Endpoint => new(Bot.HttpUrls[0] + "/discord/interactions");

    public string Connection => $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}";

    private static readonly ChatWords Words = ChatWords.In(Locale.English);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="logging">What is logged; left out, nothing.</param>
    public static async Task<SignedTeam> StartAsync(IConfiguration? logging = null)
    {
        var sandbox = await RunningTeam.StartSandboxAsync();
        var team = new SignedTeam(sandbox, await AnswerBox.StartAsync(Ct));
        var settings = new Settings
        {
            Discord = new()
            {
                Connector = new()
                {
                    Token = sandbox.BotToken,
                    ApiBaseUrl = team.Box.ApiBaseUrl,
                    GatewayUrl = new UriBuilder(sandbox.PageUrl) { Scheme = "ws", Path = "/gateway" }.Uri,
                },
                PublicKey = Convert.ToHexStringLower(team.key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
            },
            Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
            Storage = new StorageOptions { ConnectionString = team.Connection },
        };
        team.Bot = await CoachBotHost.StartAsync(settings, team.Time, logging, Ct);
        return team;
    }

    public static ulong NewId() => Interlocked.Increment(ref lastId);

    /// <summary>An interaction as Discord would send it, to be spoiled by the test.</summary>
    public static JsonObject Interaction(int type, Person person, JsonObject data)
    {
        var id = NewId();
        var json = new JsonObject
        {
            ["id"] = id.ToString(CultureInfo.InvariantCulture),
            ["token"] = AnswerBox.Token(id),
            ["type"] = type,
            ["guild_id"] = person.Team.ToString(CultureInfo.InvariantCulture),
            ["channel_id"] = "77",
            ["member"] = new JsonObject
            {
                ["user"] = new JsonObject { ["id"] = person.User.ToString(CultureInfo.InvariantCulture) },
                ["permissions"] = person.Permissions.ToString(CultureInfo.InvariantCulture),
                ["roles"] = new JsonArray([.. person.Roles.Select(role => (JsonNode)role.ToString(CultureInfo.InvariantCulture))]),
            },
            ["data"] = data,
        };
        // Flag 64: components sit on a message that only the caller sees.
        if (type is 3) json["message"] = new JsonObject { ["id"] = "55", ["flags"] = 64 };
        return json;
    }

    /// <summary>Sends an interaction, and waits for its first answer. It is never the limiter's, which would say nothing about the bot.</summary>
    public async Task<Answer> AskAsync(JsonObject interaction)
    {
        // Suggestions are left out without a word, and on a slow machine fewer are: so it is counted what one person asks.
        var user = (string?)interaction["member"]?["user"]?["id"] ?? "";
        Assert.True(asked.AddOrUpdate((user, (int)interaction["type"]! == Samples.Autocomplete), 1, (_, count) => count + 1) <= Limits.Burst,
            $"{user} asks so much that the limiter answers; let others ask too.");
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(interaction));
        var answer = await Box.NextAsync(ulong.Parse((string)interaction["id"]!, CultureInfo.InvariantCulture), Ct);
        Assert.True(answer.Content != Words.SlowDown && answer.Content != Words.LeftOut, answer.Content);
        return answer;
    }

    public Task<Answer> AskAsync(int type, Person person, JsonObject data) => AskAsync(Interaction(type, person, data));

    public Task<HttpStatusCode> SendAsync(JsonNode interaction) => SendAsync(interaction.ToJsonString());

    public async Task<HttpStatusCode> SendAsync(string json)
    {
        using var answer = await http.SendAsync(Signed(Encoding.UTF8.GetBytes(json)), Ct);
        return answer.StatusCode;
    }

    /// <summary>A request as Discord would make it.</summary>
    public HttpRequestMessage Signed(byte[] body, long? timestamp = null)
    {
        var seconds = (timestamp ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);
        return Request(body, Convert.ToHexStringLower(Ed25519.Sign(key, [.. Encoding.ASCII.GetBytes(seconds), .. body])), seconds);
    }

    public HttpRequestMessage Request(byte[] body, string? signature, string? timestamp)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new ByteArrayContent(body) };
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        if (timestamp is not null) request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        return request;
    }

    public T? Query<T>(string query)
    {
        using var connection = new SqliteConnection($"{Connection};Mode=ReadOnly;Pooling=false");
        connection.Open();
        return connection.ExecuteScalar<T>(query);
    }

    /// <summary>Every row that says something about a team or a person, as text: equal when nothing was changed.</summary>
    public string Everything()
    {
        using var connection = new SqliteConnection($"{Connection};Mode=ReadOnly;Pooling=false");
        connection.Open();
        var tables = connection.Query<string>("select name from sqlite_master where type = 'table' and name not in ('seen_interactions', "
            + "'command_registrations', 'secrets', 'SchemaVersions', 'gateway_identifies', 'refused_starts') and name not like 'sqlite_%' order by name");
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name out of the schema itself.
            command.CommandText = $"select * from \"{table}\" order by 1";
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            var values = new object[rows.FieldCount];
            while (rows.Read())
            {
                rows.GetValues(values);
                text.Append(table).Append(": ").AppendJoin('|', values).Append('\n');
            }
        }
        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Box.DisposeAsync();
        await sandbox.DisposeAsync();
        http.Dispose();
        key.Dispose();
        folder.Delete(recursive: true);
    }
}

internal sealed record Person(ulong User, ulong Team)
{
    public ulong Permissions { get; init; }

    public IReadOnlyList<ulong> Roles { get; init; } = [];
}
