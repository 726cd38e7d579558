using System.Net;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Rest;

public sealed class RetryTests
{
    [Theory, Fault("B11")]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task TriesAgainAfterAServerErrorWithADelay(int status)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Empty(status), FakeReply.Empty(status));
        var took = await fixture.RunAsync(fixture.Rest.OverwriteCommandsAsync(6, "[]"u8.ToArray()));
        Assert.Equal(3, fixture.Discord.Requests.Count);
        Assert.InRange(took.TotalSeconds, 1.5, 2);
    }

    [Fact]
    public async Task GivesUpAfterThreeMoreTries()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Empty(503);
        var call = fixture.Rest.OverwriteCommandsAsync(6, "[]"u8.ToArray());
        await fixture.RunAsync(call);
        var problem = await Assert.ThrowsAsync<DiscordApiException>(() => call);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, problem.Status);
        Assert.False(problem.IsPermanent);
        Assert.Equal(4, fixture.Discord.Requests.Count);
    }

    [Fact, Fault("B12")]
    public async Task SendsTheSameNonceAgainWhenTheAnswerIsLost()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Cut, FakeReply.Json("""{"id":"99"}"""));
        var call = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "n-1");
        await fixture.RunAsync(call);
        Assert.Equal(99UL, await call);
        Assert.Equal(2, fixture.Discord.Requests.Count);
        Assert.All(fixture.Discord.Requests, r =>
        {
            Assert.Equal("POST channels/8/messages", r.Route);
            Assert.Equal("n-1", r.Json.GetProperty("nonce").GetString());
            Assert.True(r.Json.GetProperty("enforce_nonce").GetBoolean());
        });
    }

    [Fact]
    public async Task NeverSendsAMessageWithoutNonceTwice()
    {
        await using var fixture = new RestFixture();
        // On a connection that was used before, as HTTP clients like to repeat there by themselves.
        fixture.Answers(FakeReply.Json("{}"), FakeReply.Cut);
        await fixture.Rest.CreateMessageAsync(7, RestFixture.Hello, null);
        var call = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null);
        await fixture.RunAsync(call);
        Assert.Equal(0, (int)(await Assert.ThrowsAsync<DiscordApiException>(() => call)).Status);
        Assert.Equal(2, fixture.Discord.Requests.Count);
        Assert.All(fixture.Discord.Requests, r => Assert.False(r.Json.TryGetProperty("nonce", out _)));
    }

    [Theory, Fault("B13")]
    [InlineData(0)]
    [InlineData(500)]
    public async Task NeverSendsAFollowUpTwice(int status)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json("{}"), FakeReply.Empty(status));
        await fixture.Rest.FollowUpAsync(fixture.Interaction, RestFixture.Hello, true);
        var call = fixture.Rest.FollowUpAsync(fixture.Interaction, RestFixture.Hello, true);
        await fixture.RunAsync(call);
        await Assert.ThrowsAsync<DiscordApiException>(() => call);
        Assert.Equal(2, fixture.Discord.Requests.Count);
        Assert.Single(fixture.Logs.Lines, l => l.StartsWith("Warning: followup_lost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    public async Task NeverRepeatsWhatIsRefused(int status)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json("""{"message":"Unknown Channel","code":10003}""", status);
        var problem = await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "n"));
        Assert.Equal(status, (int)problem.Status);
        Assert.Equal(10003, problem.Code);
        Assert.True(problem.IsPermanent);
        Assert.Equal($"POST channels/{{id}}/messages was answered with {status}, code 10003.", problem.Message);
        Assert.Single(fixture.Discord.Requests);
    }

    [Fact, Fault("B17")]
    public async Task TakesAlreadyAcknowledgedForSuccessAfterItsOwnRetry()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Cut, FakeReply.Json("""{"code":40060}""", 400));
        await fixture.RunAsync(fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true)));
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Theory, Fault("B17")]
    [InlineData(40060, 400)]
    [InlineData(10062, 404)]
    public async Task TellsWhenSomebodyElseAnsweredOrItIsTooLate(int code, int status)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json($$"""{"code":{{code}}}""", status));
        var call = fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true));
        await fixture.RunAsync(call);
        Assert.Equal(code, (await Assert.ThrowsAsync<DiscordApiException>(() => call)).Code);
        Assert.Single(fixture.Discord.Requests);
    }

    [Fact]
    public async Task TriesACallbackOnceMoreAfterAServerError()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Empty(500);
        var call = fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true));
        await fixture.RunAsync(call);
        await Assert.ThrowsAsync<DiscordApiException>(() => call);
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Fact]
    public async Task GivesACallbackTwoAndAHalfSeconds()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Never;
        var call = fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true));
        await fixture.RequestsAsync(1);
        var started = fixture.Clock.GetTimestamp();
        fixture.Clock.Advance(TimeSpan.FromSeconds(1.5));
        await fixture.Clock.PassAsync(TimeSpan.FromMilliseconds(150));
        await fixture.RequestsAsync(2);
        fixture.Clock.Advance(TimeSpan.FromSeconds(0.85));
        Assert.Equal(0, (int)(await Assert.ThrowsAsync<DiscordApiException>(() => call.WaitAsync(Patience.Bound, TimeProvider.System))).Status);
        Assert.Equal(2.5, fixture.Clock.GetElapsedTime(started).TotalSeconds, 6);
        Assert.Contains(fixture.Logs.Lines, l => l.Contains("no answer within 2.5 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TriesAgainWhenNothingCouldBeSent()
    {
        await using var fixture = new RestFixture();
        using var rest = new DiscordRest(
            new DiscordOptions { Token = "x", ApiBaseUrl = new Uri("http://127.0.0.1:1/api/v10/") },
            fixture.Clock, fixture.Logs, new Jitter(new FixedRandom(0)));
        var call = rest.FollowUpAsync(fixture.Interaction, RestFixture.Hello, false);
        var took = await fixture.RunAsync(call);
        var problem = await Assert.ThrowsAsync<DiscordApiException>(() => call);
        Assert.False(problem.IsPermanent);
        Assert.InRange(took.TotalSeconds, 3.5, 5);
    }

    [Fact, Fault("B8")]
    public async Task StopsAllTrafficOfARefusedToken()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json("""{"message":"401: Unauthorized","code":0}""", 401));
        await Assert.ThrowsAsync<FatalDiscordException>(() => fixture.Rest.GetGatewayBotAsync());
        await Assert.ThrowsAsync<FatalDiscordException>(() => fixture.Rest.GetCommandsAsync(6));
        Assert.Single(fixture.Discord.Requests);
        // A person who is waiting still gets an answer.
        await fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true));
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Theory, Fault("B9")]
    [InlineData(401)]
    [InlineData(404)]
    public async Task TakesADeadInteractionTokenForJustThat(int status)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = r => r.Route.StartsWith("POST channels", StringComparison.Ordinal) ? null : FakeReply.Empty(status);
        var edit = fixture.Rest.EditOriginalAsync(fixture.Interaction, RestFixture.Hello);
        await fixture.RunAsync(edit);
        await Assert.ThrowsAsync<DiscordApiException>(() => edit);
        await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true)));
        Assert.False(fixture.Rest.Refused.IsCompleted);
        Assert.Equal(77UL, await fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null));
    }

    [Theory, Fault("B16")]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task FollowsNoRedirect(int status)
    {
        await using var fixture = new RestFixture();
        await using var other = new FakeDiscord();
        fixture.Discord.Answer = _ => FakeReply.Empty(status).With(("Location", $"http://127.0.0.1:{other.Port}/steal"));
        var problem = await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "n"));
        Assert.Equal(status, (int)problem.Status);
        Assert.Single(fixture.Discord.Requests);
        Assert.Empty(other.Requests);
    }

    [Theory, Fault("B15")]
    [InlineData("<html>hello</html>")]
    [InlineData("{\"id\":")]
    [InlineData("")]
    public async Task BearsAnAnswerThatIsNoJson(string body)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json(body);
        Assert.Null(await fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null));
        await fixture.Rest.OverwriteCommandsAsync(6, "[]"u8.ToArray());
        Assert.Null(await fixture.Rest.GetCommandsAsync(6));
        await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.GetGatewayBotAsync());
    }

    [Fact]
    public void HasOneTableForRetries()
    {
        var rows = from call in Enum.GetValues<Repeatable>()
                   from failure in Enum.GetValues<Failure>()
                   select (call, failure, Tries: Enumerable.Range(0, 9).TakeWhile(n => RetryMatrix.MayRetry(call, failure, n)).Count());
        Assert.Equal(
            [
                (Repeatable.Always, Failure.NothingSent, 3), (Repeatable.Always, Failure.Lost, 3),
                (Repeatable.Always, Failure.ServerError, 3), (Repeatable.Always, Failure.RateLimited, 3), (Repeatable.Always, Failure.NotThereYet, 0),
                (Repeatable.Original, Failure.NothingSent, 3), (Repeatable.Original, Failure.Lost, 3),
                (Repeatable.Original, Failure.ServerError, 3), (Repeatable.Original, Failure.RateLimited, 3), (Repeatable.Original, Failure.NotThereYet, 1),
                (Repeatable.UnlessSent, Failure.NothingSent, 3), (Repeatable.UnlessSent, Failure.Lost, 0),
                (Repeatable.UnlessSent, Failure.ServerError, 0), (Repeatable.UnlessSent, Failure.RateLimited, 3),
                (Repeatable.UnlessSent, Failure.NotThereYet, 0),
                (Repeatable.Callback, Failure.NothingSent, 3), (Repeatable.Callback, Failure.Lost, 1),
                (Repeatable.Callback, Failure.ServerError, 1), (Repeatable.Callback, Failure.RateLimited, 3), (Repeatable.Callback, Failure.NotThereYet, 0),
            ], rows);
    }

    [Fact]
    public async Task GivesUpWhenTheWaitBeforeARetryTookLongerThanThereWasTime()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Empty(500));
        var call = fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.Message(RestFixture.Hello));
        await Patience.UntilAsync(() => fixture.Clock.IsWaitedFor(due => due < TimeSpan.FromSeconds(1)), "the wait before the retry");
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<DiscordApiException>(() => call);
        Assert.Single(fixture.Discord.Requests);
    }
}
