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
    public async Task WhatIsNotSignedGetsOneConstantRefusalAndHasNoEffect()
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
            team.Request(body, signature[..^2], stamp), team.Request(body, signature + "00", stamp), team.Request(body, signature.Replace('a', 'b').Replace('1', '2'), stamp),
            team.Request(body, signature, stamp[..^1] + (char)(stamp[^1] ^ 1)), team.Request([.. body, (byte)' '], signature, stamp), team.Request([], signature, stamp),
            team.Signed(body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 400), team.Signed(body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 400),
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
    public async Task WhatIsSignedButMakesNoSenseIsRefusedWithoutHarm()
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
        while (team.Bot.Services.GetRequiredService<CoachBot.Chat.Discord.DiscordPlatform>().ApplicationId is null) await Task.Yield();
        Assert.Equal(HttpStatusCode.Unauthorized, await team.SendAsync(stranger));
        Assert.Equal(0, team.Query<long>("select count(*) from check_ins"));
    }

    [Fact, Fault("C12")]
    public async Task HugeSlowAndIdleRequestsLeaveTheOthersAlone()
    {
        const int Of = 200;
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

            using var http = new HttpClient();
            using var huge = await SendHugeAsync(http, team.Endpoint);
            Assert.Contains(huge.StatusCode, (HttpStatusCode[])[HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.Unauthorized]);

            // None of them has gone, and a person is answered.
            Assert.All(sockets, socket => Assert.True(socket.Connected));
            Assert.True((await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"))).IsPrivate);
            Assert.Equal("ok\n", await http.GetStringAsync(new Uri(team.Endpoint, "/healthz"), Ct));

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

    private static async Task<string> ReadAsync(Socket socket, byte[] into) => Encoding.ASCII.GetString(into, 0, await socket.ReceiveAsync(into, Ct));

    private static async Task<HttpResponseMessage> SendHugeAsync(HttpClient http, Uri to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new ByteArrayContent(new byte[50 * 1024 * 1024]) };
        // As a careful client does: ask before sending so much.
        request.Headers.ExpectContinue = true;
        return await http.SendAsync(request, Ct);
    }
}
