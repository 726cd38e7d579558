using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;
using CoachBot.Discord;
using CoachBot.Discord.Options;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>A line that is down at the due minute, over a real socket and a real name server. Only the clocks are ours.</summary>
public abstract class ReminderOutageTests : IDisposable
{
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 24, 20, 30);

    private readonly TestDatabase database;
    private readonly FakeTimeProvider time = new((Due - Duration.FromHours(1)).ToDateTimeOffset());
    private readonly FakeTimeProvider connectionTime = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ReminderOutageTests(DatabaseKind kind) => database = new TestDatabase(kind);

    public void Dispose() => database.Dispose();

    [Fact, Fault("E20")]
    public async Task AServerThatRefusesConnectionsFrom1529To1550TakesTheReminderAt1550MarkedLate()
    {
        await AddAsync();
        // Bound and not listening: it refuses, and nobody else gets its port meanwhile.
        using var place = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        place.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        place.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)place.LocalEndPoint!).Port;
        await using var client = Client(new Uri($"http://127.0.0.1:{port}/api/v10/"));
        foreach (var minute in (int[])[0, 3, 10, 19])
        {
            await WakeAsync(client, Due + Duration.FromMinutes(minute));
            Assert.Equal("pending", await database.ScalarAsync<string>("select state from reminders"));
            Assert.Null(await database.ScalarAsync<long?>("select first_tried_at from reminders"));
        }

        place.Dispose();
        var posts = Channel.CreateUnbounded<string>();
        await using var server = await ServeAsync(port, posts.Writer);
        await WakeAsync(client, Due + Duration.FromMinutes(20));
        Assert.Equal("sent", await database.ScalarAsync<string>("select state from reminders"));
        await WakeAsync(client, Due + Duration.FromMinutes(21));
        posts.Writer.Complete();
        var post = Assert.Single(await posts.Reader.ReadAllAsync(Ct).ToListAsync(Ct));
        Assert.Contains("(late: this was due at <t:", post, StringComparison.Ordinal);
    }

    [Fact, Fault("E20")]
    public async Task AServerWhoseNameIsNotFoundHasCertainlyTakenNothing()
    {
        await AddAsync();
        await using var client = Client(new Uri("https://no-such-server.invalid/api/v10/"));
        foreach (var minute in (int[])[0, 3, 29])
        {
            await WakeAsync(client, Due + Duration.FromMinutes(minute));
            Assert.Equal("pending", await database.ScalarAsync<string>("select state from reminders"));
            Assert.Null(await database.ScalarAsync<long?>("select first_tried_at from reminders"));
        }
        await WakeAsync(client, Due + Duration.FromMinutes(31));
        Assert.Equal("skipped", await database.ScalarAsync<string>("select state from reminders"));
    }

    private static async Task<WebApplication> ServeAsync(int port, ChannelWriter<string> posts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var app = builder.Build();
        app.Run(async context =>
        {
            await posts.WriteAsync((string)(await JsonNode.ParseAsync(context.Request.Body))!["content"]!);
            await context.Response.WriteAsJsonAsync(new { id = "5" });
        });
        await app.StartAsync(Ct);
        return app;
    }

    private DiscordClient Client(Uri api) => new(
        new DiscordOptions { Token = "a-token.of_any~form", ApiBaseUrl = api, Intents = 0 },
        (_, _) => Task.CompletedTask,
        connectionTime,
        NullLoggerFactory.Instance);

    private Task<StrengthDay> AddAsync() => database.Team(1).AddedAsync(now: time.Now());

    private async Task WakeAsync(DiscordClient client, Instant now)
    {
        time.SetUtcNow(now.ToDateTimeOffset());
        await database.Outbox().ClaimDueAsync(now, LateRule.Reminders, Ct);
        var sending = new ReminderSender(database.Outbox(), new RestChat(client.Rest), time, NullLogger<ReminderSender>.Instance).SendAsync(Ct);
        await Faults.Patience.UntilAsync(
            () =>
            {
                connectionTime.Advance(TimeSpan.FromMilliseconds(20));
                return sending.IsCompleted;
            },
            "the end of the tries");
        await sending;
    }

    /// <summary>The way of a post as Discord's connector takes it, without the gateway.</summary>
    private sealed class RestChat(DiscordRest rest) : IChatPlatform
    {
        private readonly Rendering rendering = Some.Rendering();

        public bool IsReady => true;

        public Task<bool?> HasTeamAsync(TeamId team, CancellationToken ct) => Task.FromResult<bool?>(true);

        public async Task<PostResult> PostAsync(Post post, CancellationToken ct)
        {
            try
            {
                return new PostResult(PostOutcome.Posted,
                    await rest.CreateMessageAsync(post.ChannelId.Value, rendering.Body(post), post.Key, ct) is { } id ? new MessageId(id) : null);
            }
            catch (DiscordApiException problem)
            {
                return PostResults.From(problem);
            }
        }
    }
}

public sealed class ReminderOutageTestsOnSqlite() : ReminderOutageTests(DatabaseKind.Sqlite);

public sealed class ReminderOutageTestsOnPostgres() : ReminderOutageTests(DatabaseKind.Postgres);
