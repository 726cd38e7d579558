using System.Collections.Concurrent;
using CoachBot.Discord.Tests.Fakes;
using CoachBot.Discord.Tests.Rest;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>Rows B12, B14, B15, B18 and B20: answers that come late, in part, not at all, or without end.</summary>
public sealed class RestTransportFaults
{
    private static readonly InteractionResponse Answer = new InteractionResponse.DeferMessage(true);

    [Fact, Fault("B12")]
    public async Task AMessageWhoseAnswerIsLostIsThereOnce()
    {
        await using var fixture = new RestFixture();
        var messages = new ConcurrentDictionary<string, int>();
        var calls = 0;
        fixture.Discord.Answer = request =>
        {
            // As Discord does: one message a nonce, and the first one is the answer to all.
            var id = messages.GetOrAdd(request.Json.GetProperty("nonce").GetString()!, _ => messages.Count + 100);
            return Interlocked.Increment(ref calls) switch
            {
                1 => FakeReply.Cut,
                2 => FakeReply.Json("""{"id":""") with { Promised = 50 },
                _ => FakeReply.Json($$"""{"id":"{{id}}"}"""),
            };
        };
        var call = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "reminder-7");
        await fixture.RunAsync(call);
        Assert.Equal(100UL, await call);
        Assert.Equal((3, 1), (calls, messages.Count));
    }

    [Fact, Fault("B14")]
    public async Task AnAnswerThatTricklesInEndsBeforeDiscordForgetsThePerson()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json("{", 400) with { Promised = 1000, Stalls = true };
        var call = fixture.Rest.RespondAsync(fixture.Interaction, Answer);
        var started = fixture.Clock.GetTimestamp();
        await fixture.RequestsAsync(1);
        await fixture.Clock.PassAsync(TimeSpan.FromSeconds(1.5));
        await fixture.Clock.PassAsync(TimeSpan.FromSeconds(0.15));
        await fixture.RequestsAsync(2);
        await fixture.Clock.PassAsync(TimeSpan.FromSeconds(0.85));
        await Assert.ThrowsAsync<DiscordApiException>(() => call.WaitAsync(Patience.Bound, TimeProvider.System));
        Assert.InRange(fixture.Clock.GetElapsedTime(started).TotalSeconds, 0, 2.9);
        Assert.Contains(fixture.Logs.Lines, l => l.Contains("no answer within 2.5 s", StringComparison.Ordinal));
    }

    [Fact, Fault("B14")]
    public async Task APersonsAnswerIsTakenWhateverBecomesOfTheRestOfIt()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json("{") with { Promised = 1000, Stalls = true };
        await fixture.Rest.RespondAsync(fixture.Interaction, Answer).WaitAsync(Patience.Bound, TimeProvider.System);
        await fixture.Rest.FollowUpAsync(fixture.Interaction, RestFixture.Hello, true).WaitAsync(Patience.Bound, TimeProvider.System);
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Theory, Fault("B15")]
    [InlineData("<html>BODY-that-nobody-logs</html>", "text/html")]
    [InlineData("[\"BODY-that-nobody-logs\"]", "application/json")]
    [InlineData("{\"id\":\"BODY-that-nobody-logs\"", "application/json")]
    public async Task AnAnswerOfAnotherKindIsNamedAndItsBodyIsNotLogged(string body, string type)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => new FakeReply(200, System.Text.Encoding.UTF8.GetBytes(body), type);
        Assert.Null(await fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "n"));
        var problem = await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.GetGatewayBotAsync());
        Assert.DoesNotContain("BODY", problem.ToString(), StringComparison.Ordinal);
        Assert.Single(fixture.Logs.Lines, l => l.StartsWith("Warning: A message was taken, but the answer is none", StringComparison.Ordinal));
        Assert.DoesNotContain(fixture.Logs.Lines, l => l.Contains("BODY", StringComparison.Ordinal));
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Fact, Fault("B18")]
    public async Task AnOriginalThatIsNotThereYetIsEditedASecondLater()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json("""{"code":10015}""", 404));
        var took = await fixture.RunAsync(fixture.Rest.EditOriginalAsync(fixture.Interaction, RestFixture.Hello));
        Assert.InRange(took.TotalSeconds, 1, 1.2);
        Assert.Equal(2, fixture.Discord.Requests.Count);
        Assert.DoesNotContain(fixture.Logs.Lines, l => l.Contains("followup_lost", StringComparison.Ordinal));
    }

    [Fact, Fault("B18")]
    public async Task AnOriginalThatStaysAwayIsTriedOnceMoreAndNotedAsLost()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json("""{"code":10008}""", 404);
        var call = fixture.Rest.EditOriginalAsync(fixture.Interaction, RestFixture.Hello);
        await fixture.RunAsync(call);
        Assert.Equal(10008, (await Assert.ThrowsAsync<DiscordApiException>(() => call)).Code);
        Assert.Equal(2, fixture.Discord.Requests.Count);
        Assert.Single(fixture.Logs.Lines, l =>
            l.StartsWith("Warning: followup_lost: PATCH webhooks/{id}/{token}/messages/@original", StringComparison.Ordinal));
    }

    [Theory, Fault("B20")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAnswerTooLargeIsGivenUpAndNotAskedForAgain(bool endless)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => endless ? new FakeReply(200, []) { Endless = true } : new FakeReply(200, new byte[8 * 1024 * 1024 + 1]);
        var call = fixture.Rest.OverwriteCommandsAsync(6, "[]"u8.ToArray());
        await fixture.RunAsync(call);
        var problem = await Assert.ThrowsAsync<DiscordApiException>(() => call);
        Assert.Contains("more than 8388608 bytes", problem.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Discord.Requests);

        fixture.Discord.Answer = _ => new FakeReply(200, [.. "[]"u8, .. Enumerable.Repeat((byte)' ', 8 * 1024 * 1024 - 2)]);
        await fixture.Rest.OverwriteCommandsAsync(6, "[]"u8.ToArray());
    }
}
