using System.Globalization;
using CoachBot.Discord.Rest.Limits;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Rest;

public sealed class RateLimitTests
{
    private static FakeReply TooMany(string body, params (string, string)[] headers) => FakeReply.Json(body, 429).With(headers);

    [Theory, Fault("B1")]
    [InlineData("""{"retry_after":0.35,"global":false}""", "1", 1)]
    [InlineData("""{"retry_after":2.5}""", "1", 2.5)]
    [InlineData("""{"retry_after":0.35}""", null, 0.35)]
    [InlineData("""{}""", "0.35", 0.35)]
    public async Task WaitsTheLongerOfHeaderAndBody(string body, string? header, double seconds)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(TooMany(body, header is null ? ("X-RateLimit-Scope", "user") : ("Retry-After", header)));
        var took = await fixture.RunAsync(fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null));
        Assert.InRange(took.TotalSeconds, seconds + 0.05, seconds + 0.5);
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Fact, Fault("B2")]
    public async Task PausesAllButInteractionRoutesWhenTheLimitIsGlobal()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(TooMany("""{"retry_after":5,"global":true}""", ("X-RateLimit-Global", "true")));
        var first = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null);
        await fixture.Clock.WaitedForAsync(TimeSpan.FromSeconds(5.05));
        var second = fixture.Rest.CreateMessageAsync(9, RestFixture.Hello, null);
        await Patience.UntilAsync(() => fixture.Clock.IsWaitedFor(d => d <= TimeSpan.FromSeconds(5.05) && d > TimeSpan.FromSeconds(5)), "the second wait");

        await fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true));
        await fixture.Rest.EditOriginalAsync(fixture.Interaction, RestFixture.Hello);
        await fixture.Rest.FollowUpAsync(fixture.Interaction, RestFixture.Hello, true);
        Assert.Equal(4, fixture.Discord.Requests.Count);
        await fixture.RunAsync(Task.WhenAll(first, second));
        Assert.Equal(6, fixture.Discord.Requests.Count);
    }

    [Fact]
    public async Task WaitsForTheResetWhenNothingRemains()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json("{}").With(
            ("X-RateLimit-Bucket", "b"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "4.25"));
        await fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null);
        // Another channel has a bucket of its own.
        await fixture.Rest.CreateMessageAsync(9, RestFixture.Hello, null);
        var next = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null);
        await fixture.Clock.WaitedForAsync(TimeSpan.FromSeconds(4.25));
        Assert.Equal(2, fixture.Discord.Requests.Count);
        await fixture.RunAsync(next);
        Assert.Equal(3, fixture.Discord.Requests.Count);
    }

    [Fact]
    public async Task SaysHowLongWhenTheResetIsFartherThanItMayWait()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(TooMany("""{"retry_after":64.57}""", ("Retry-After", "65")));
        var refused = await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "n"));
        Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 65, 66);
        Assert.False(refused.IsPermanent);
        var next = await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, "n"));
        Assert.InRange(next.RetryAfter!.Value.TotalSeconds, 60, 66);
        Assert.Single(fixture.Discord.Requests);
    }

    [Fact]
    public async Task DoesNotLetAPersonWaitLongerThanFifteenSeconds()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(TooMany("""{"retry_after":16}"""));
        await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.EditOriginalAsync(fixture.Interaction, RestFixture.Hello));
    }

    [Fact]
    public async Task AnswersARateLimitedCallbackAgainWhileThereIsTime()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(TooMany("""{"retry_after":0.25}""", ("Retry-After", "1")));
        await fixture.RunAsync(fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true)));
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Fact]
    public async Task DropsACallbackThatWouldComeTooLate()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(TooMany("""{"retry_after":2.5}"""));
        await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.RespondAsync(fixture.Interaction, new InteractionResponse.DeferMessage(true)));
        Assert.Single(fixture.Discord.Requests);
    }

    [Fact, Fault("B4")]
    public async Task WaitsFiveSecondsThenTwiceAsLongWhenTheEdgeRefusesWithoutAWord()
    {
        await using var fixture = new RestFixture();
        var html = new FakeReply(429, "<html>slow down</html>"u8.ToArray(), "text/html");
        fixture.Answers(html, html);
        var call = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null);
        await fixture.Clock.PassAsync(TimeSpan.FromSeconds(5.05));
        await fixture.Clock.WaitedForAsync(TimeSpan.FromSeconds(10.05));
        await fixture.RunAsync(call);
        Assert.Equal(3, fixture.Discord.Requests.Count);
        Assert.Contains(fixture.Logs.Lines, l => l.Contains("(edge)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendsOneAtATimeUntilTheLimitIsKnownAndThenManyAtOnce()
    {
        await using var fixture = new RestFixture();
        var release = new TaskCompletionSource();
        fixture.Discord.Answer = _ => FakeReply.Json("{}").With(
            ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "4"), ("X-RateLimit-Reset-After", "60")) with
        { Hold = release.Task };
        var calls = Enumerable.Range(0, 5).Select(_ => fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null)).ToArray();
        await fixture.RequestsAsync(1);
        Assert.Single(fixture.Discord.Requests);
        release.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(5, fixture.Discord.Requests.Count);
    }

    [Fact]
    public async Task SendsAtMost45ASecondWithTheBotToken()
    {
        await using var fixture = new RestFixture();
        var calls = Enumerable.Range(1, 60).Select(i => fixture.Rest.CreateMessageAsync((ulong)i, RestFixture.Hello, null)).ToArray();
        await fixture.RequestsAsync(45);
        await fixture.Clock.WaitedForAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(45, fixture.Discord.Requests.Count);
        await fixture.RunAsync(Task.WhenAll(calls));
    }

    /// <summary>As de-DE, fr-CH and ar-SA write numbers; the invariant mode this runs in knows no culture by name.</summary>
    [Theory, Fault("B6")]
    [InlineData(",", ".", "-")]
    [InlineData(",", "\u202f", "\u2212")]
    [InlineData("\u066b", "\u066c", "\u061c-")]
    [InlineData(".", ",", "-")]
    public async Task ReadsNumbersTheSameInEveryCulture(string point, string group, string minus)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (point, group, minus);
        CultureInfo.CurrentCulture = culture;
        await using var fixture = new RestFixture();
        fixture.Answers(
            TooMany("""{"retry_after":1.25}""", ("Retry-After", "2.75")),
            FakeReply.Json("{}").With(("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "1.470")));
        var took = await fixture.RunAsync(fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null));
        Assert.InRange(took.TotalSeconds, 2.8, 3.2);
        var next = fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null);
        await fixture.Clock.PassAsync(TimeSpan.FromSeconds(1.47));
        await next.WaitAsync(Patience.Bound, TimeProvider.System);
    }

    [Fact, Fault("B7")]
    public async Task RoutesThatShareABucketWaitForEachOther()
    {
        var clock = new TestClock();
        var limits = new RateLimits(clock);
        var headers = new RateLimitHeaders("shared", 1, 0, TimeSpan.FromSeconds(3));
        var (get, put) = (Routes.GetCommands(6), Routes.PutCommands(6));
        foreach (var call in new[] { get, put })
        {
            var turn = (await limits.EnterAsync(call.BucketKey, TimeSpan.Zero, CancellationToken.None)).Turn!;
            limits.Learn(call.Major, turn, headers);
            turn.Leave();
        }

        foreach (var call in new[] { get, put })
            Assert.Equal((null, TimeSpan.FromSeconds(3)), await limits.EnterAsync(call.BucketKey, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact, Fault("B7")]
    public async Task RequestsWaitingForAnOldBucketMoveToTheNewOne()
    {
        var clock = new TestClock();
        var limits = new RateLimits(clock);
        var call = Routes.GetCommands(6);
        var first = (await limits.EnterAsync(call.BucketKey, TimeSpan.Zero, CancellationToken.None)).Turn!;
        limits.Learn(call.Major, first, new RateLimitHeaders("old", 2, 1, TimeSpan.FromSeconds(5)));
        var second = (await limits.EnterAsync(call.BucketKey, TimeSpan.Zero, CancellationToken.None)).Turn!;
        var waiting = limits.EnterAsync(call.BucketKey, TimeSpan.FromSeconds(30), CancellationToken.None).AsTask();
        await clock.WaitedForAsync(TimeSpan.FromSeconds(5));
        // The second call is still in flight, and the new bucket will count it.
        limits.Learn(call.Major, first, new RateLimitHeaders("new", 2, 1, TimeSpan.FromSeconds(60)));
        first.Leave();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(55), (await waiting.WaitAsync(Patience.Bound, TimeProvider.System)).Reset);
        second.Leave();
    }
}
