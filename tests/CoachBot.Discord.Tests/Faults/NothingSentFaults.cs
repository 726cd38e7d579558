using System.Net;
using System.Net.Sockets;
using CoachBot.Discord.Tests.Fakes;
using CoachBot.Discord.Tests.Rest;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>Whether Discord may have got a message that failed: only then could a later try post it twice.</summary>
public sealed class NothingSentFaults
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NothingWasSentWhereTheConnectionIsRefused(bool safeToRepeat)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var fixture = new RestFixture($"http://127.0.0.1:{port}/api/v10/");
        var problem = await FailsAsync(fixture, safeToRepeat ? "n" : null);
        Assert.Equal((0, true), ((int)problem.Status, problem.NothingSent));
    }

    [Fact]
    public async Task NothingWasSentWhereTheNameDoesNotResolve()
    {
        await using var fixture = new RestFixture("https://does-not-exist.invalid/api/v10/");
        var problem = await FailsAsync(fixture);
        Assert.Contains("NameResolutionError", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.NothingSent);
    }

    [Fact]
    public async Task NothingWasSentWhereTlsFails()
    {
        using var plain = new TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        using var over = new CancellationTokenSource();
        var serving = SpeakPlainlyAsync(plain, over.Token);
        await using var fixture = new RestFixture($"https://127.0.0.1:{((IPEndPoint)plain.LocalEndpoint).Port}/api/v10/");
        var problem = await FailsAsync(fixture);
        await over.CancelAsync();
        await serving;
        Assert.Contains("SecureConnectionError", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.NothingSent);
    }

    /// <summary>A line that is down swallows packets: no refusal comes, only our own patience ends.</summary>
    [Fact]
    public async Task NothingWasSentWhereNoConnectionComesUpInTime()
    {
        using var silent = new SocketsHttpHandler
        {
            ConnectCallback = async (_, ct) =>
            {
                await new TaskCompletionSource().Task.WaitAsync(ct);
                throw new InvalidOperationException();
            },
        };
        await using var fixture = new RestFixture(handler: silent);
        var call = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null);
        await Patience.UntilAsync(() => call.IsCompleted, "the end of the call", () => fixture.Clock.Advance(TimeSpan.FromMilliseconds(100)));
        Assert.True((await Assert.ThrowsAsync<DiscordApiException>(() => call)).NothingSent);
    }

    [Fact]
    public async Task NothingWasSentWhereOurOwnLimiterGivesUp()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json("{}").With(
            ("X-RateLimit-Bucket", "b"), ("X-RateLimit-Limit", "1"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "600")));
        await fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "m");
        var problem = await FailsAsync(fixture);
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (problem.Status, problem.NothingSent));
        Assert.Single(fixture.Discord.Requests);
    }

    [Fact]
    public async Task RateLimitedRequestsCountAsNotSent()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json("""{"retry_after":600,"global":false}""", 429);
        Assert.True((await FailsAsync(fixture)).NothingSent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(403)]
    public async Task LostOrAnsweredRequestsDoNotCountAsNotSent(int status)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => status == 0 ? FakeReply.Cut : FakeReply.Empty(status);
        Assert.False((await FailsAsync(fixture)).NothingSent);
    }

    [Fact]
    public async Task ALostAnswerStaysUnknownWhateverEndsTheRetries()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Cut, FakeReply.Json("""{"retry_after":600,"global":false}""", 429));
        var problem = await FailsAsync(fixture);
        Assert.Equal((HttpStatusCode.TooManyRequests, false), (problem.Status, problem.NothingSent));
    }

    private static async Task SpeakPlainlyAsync(TcpListener door, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                using var client = await door.AcceptTcpClientAsync(ct);
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static async Task<DiscordApiException> FailsAsync(RestFixture fixture, string? nonce = "n")
    {
        var call = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, nonce);
        await fixture.RunAsync(call);
        return await Assert.ThrowsAsync<DiscordApiException>(() => call);
    }
}
