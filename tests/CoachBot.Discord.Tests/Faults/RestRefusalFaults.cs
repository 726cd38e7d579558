using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CoachBot.Discord.Rest.Limits;
using CoachBot.Discord.Tests.Fakes;
using CoachBot.Discord.Tests.Rest;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>Rows B1, B3, B4, B5 and B10: refusals, how they are counted, and what stops before Discord bans the address.</summary>
public sealed class RestRefusalFaults
{
    private static readonly InteractionResponse Answer = new InteractionResponse.DeferMessage(true);

    private static FakeReply TooMany(string scope) => FakeReply.Json("""{"retry_after":0.2}""", 429).With(("X-RateLimit-Scope", scope));

    [Fact, Fault("B1", "B3")]
    public async Task CountsRefusalsByScopeAndASharedOneIsNotHeldAgainstUs()
    {
        await using var fixture = new RestFixture();
        using var metrics = new Measured(fixture.Rest.Meter);
        fixture.Answers(
            TooMany("user"), FakeReply.Json("{}"),
            TooMany("shared"), TooMany("shared"), FakeReply.Json("{}"),
            FakeReply.Json("""{"code":50013}""", 403));
        await fixture.RunAsync(fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null));
        Assert.Equal(1, metrics.Read("coachbot.rest.invalid_10m"));
        await fixture.RunAsync(fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null));
        Assert.Equal(1, metrics.Read("coachbot.rest.invalid_10m"));
        await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.CreateMessageAsync(8, RestFixture.Hello, null));
        Assert.Equal(2, metrics.Read("coachbot.rest.invalid_10m"));
        Assert.Equal((1, 2), (metrics.Read("coachbot.rest.ratelimited user"), metrics.Read("coachbot.rest.ratelimited shared")));
    }

    [Theory, Fault("B4")]
    [InlineData(429)]
    [InlineData(403)]
    public async Task PeopleAreAnsweredWhileTheEdgeRefusesTheBotToken(int status)
    {
        await using var fixture = new RestFixture();
        using var metrics = new Measured(fixture.Rest.Meter);
        fixture.Discord.Answer = r => r.Headers.ContainsKey("Authorization") ? new FakeReply(status, "<html>banned</html>"u8.ToArray(), "text/html") : null;
        var refused = Enumerable.Range(1, 8).Select(c => fixture.Rest.CreateMessageAsync((ulong)c, RestFixture.Hello, null)).ToArray();
        foreach (var call in refused) await Assert.ThrowsAsync<DiscordApiException>(() => WithTime(fixture, call));
        // Eight refusals at once were one; from ten in a row on one call at a time probes.
        Assert.InRange(fixture.Discord.Requests.Count, 9, 20);
        Assert.Equal(fixture.Discord.Requests.Count, metrics.Read("coachbot.rest.ratelimited edge"));

        var before = fixture.Discord.Requests.Count;
        await fixture.Rest.RespondAsync(fixture.Interaction, Answer);
        await fixture.Rest.EditOriginalAsync(fixture.Interaction, RestFixture.Hello);
        Assert.Equal(before + 2, fixture.Discord.Requests.Count);
        // Not Discord's own "no": the sender may try again.
        var again = await Assert.ThrowsAsync<DiscordApiException>(() => WithTime(fixture, fixture.Rest.CreateMessageAsync(99, RestFixture.Hello, null)));
        Assert.False(again.IsPermanent);
    }

    [Fact, Fault("B5")]
    public void ATenMinuteStormOfRefusalsStaysFarBelowTheBanAndNothingIsLost()
    {
        var storm = true;
        var sent = new ConcurrentDictionary<string, int>();
        using var simulation = new RestSimulation(request =>
        {
            if (storm) return RestSimulation.Reply(429, """{"retry_after":1,"global":false}""");
            sent.AddOrUpdate(request.RequestUri!.AbsolutePath, 1, (_, n) => n + 1);
            return RestSimulation.Reply(200, """{"id":"1"}""");
        });
        Assert.Empty(simulation.Post(200, TimeSpan.FromMinutes(10)));
        Assert.InRange(simulation.Requests, 10, InvalidRequests.Worrying - 1);
        Assert.DoesNotContain(simulation.Logs.Lines, l => l.Contains("calls were refused in 10 minutes", StringComparison.Ordinal));

        storm = false;
        var ended = simulation.Post(200, TimeSpan.FromHours(1));
        Assert.Equal(200, ended.Count);
        Assert.All(ended.Values, Assert.Null);
        Assert.Equal(200, sent.Count);
    }

    [Fact, Fault("B10")]
    public void TenThousandRefusedChannelsAreAskedOnceEachAndTheRestWaitsBeforeTheBanComesNear()
    {
        var asked = new ConcurrentDictionary<string, int>();
        var at = new ConcurrentQueue<DateTimeOffset>();
        RestSimulation? simulation = null;
        using (simulation = new RestSimulation(request =>
        {
            asked.AddOrUpdate(request.RequestUri!.AbsolutePath, 1, (_, n) => n + 1);
            at.Enqueue(simulation!.Clock.GetUtcNow());
            return RestSimulation.Reply(403, """{"message":"Missing Access","code":50001}""");
        }))
        {
            var ended = simulation.Post(10_000, TimeSpan.FromHours(3));
            Assert.Equal(10_000, ended.Count);
            Assert.All(ended.Values, e => Assert.Equal(50001, e!.Code));
            Assert.Equal(10_000, simulation.Requests);
            Assert.All(asked.Values, n => Assert.Equal(1, n));
            // Eight may be on their way when the line is crossed.
            var times = at.Order().ToList();
            Assert.All(times.Zip(times.Skip(InvalidRequests.NoMessages + 8)), pair => Assert.True(pair.Second - pair.First > TimeSpan.FromMinutes(10)));
            Assert.Contains(simulation.Logs.Lines, l =>
                l.StartsWith("Error: ", StringComparison.Ordinal) && l.Contains("messages wait", StringComparison.Ordinal));
            Assert.DoesNotContain(simulation.Logs.Lines, l => l.StartsWith("Critical: ", StringComparison.Ordinal));
        }
    }

    [Fact, Fault("B5", "B10")]
    public async Task FromFiveThousandRefusalsOnOnlyPeopleAreAnsweredForTenMinutes()
    {
        var healthy = false;
        using var simulation = new RestSimulation(request => healthy ? RestSimulation.Reply(200, "[]") : RestSimulation.Reply(403, """{"code":50001}"""));
        var interaction = new Interaction { Id = 1, Type = InteractionType.Command, Token = "t" };
        for (var i = 0; i < InvalidRequests.NothingButAnswers; i++)
            await Assert.ThrowsAsync<DiscordApiException>(() => simulation.Rest.RespondAsync(interaction, Answer));
        healthy = true;

        var refused = await Assert.ThrowsAsync<DiscordApiException>(() => simulation.Rest.GetCommandsAsync(6));
        Assert.Equal((429, TimeSpan.FromMinutes(10)), ((int)refused.Status, refused.RetryAfter!.Value));
        await Assert.ThrowsAsync<DiscordApiException>(() => simulation.Rest.CreateMessageAsync(8, RestFixture.Hello, "n"));
        Assert.Equal(InvalidRequests.NothingButAnswers, simulation.Requests);
        await simulation.Rest.RespondAsync(interaction, Answer);
        await simulation.Rest.EditOriginalAsync(interaction, RestFixture.Hello);
        await simulation.Rest.FollowUpAsync(interaction, RestFixture.Hello, true);
        Assert.Single(simulation.Logs.Lines, l => l.StartsWith("Critical: ", StringComparison.Ordinal));

        simulation.Clock.Advance(TimeSpan.FromMinutes(10.2));
        await simulation.Rest.GetCommandsAsync(6);
        await simulation.Rest.CreateMessageAsync(8, RestFixture.Hello, "n");
    }

    [Fact]
    public void ForgetsARefusalAfterTenMinutesAndTellsEachStepOnce()
    {
        var (clock, logs) = (new TestClock(), new CapturedLogs());
        var invalid = new InvalidRequests(clock, logs);
        for (var i = 0; i < InvalidRequests.NoMessages - 1; i++) invalid.Note();
        Assert.Equal(TimeSpan.Zero, invalid.Wait(canWait: true));
        clock.Advance(TimeSpan.FromMinutes(5));
        invalid.Note();
        invalid.Note();
        Assert.Equal(TimeSpan.Zero, invalid.Wait(canWait: false));
        // The first 1 999 go all at once.
        Assert.InRange(invalid.Wait(canWait: true).TotalSeconds, 300, 310);
        Assert.Equal(["Warning", "Error"], logs.Lines.Select(l => l.Split(':')[0]));

        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(InvalidRequests.NoMessages + 1, invalid.Count);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((2, TimeSpan.Zero), (invalid.Count, invalid.Wait(canWait: true)));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, invalid.Count);
        for (var i = 0; i < InvalidRequests.Worrying; i++) invalid.Note();
        Assert.Equal(["Warning", "Error", "Warning"], logs.Lines.Select(l => l.Split(':')[0]));
    }

    /// <summary>Lets time pass until the call is over.</summary>
    private static async Task WithTime(RestFixture fixture, Task call)
    {
        await fixture.RunAsync(call);
        await call;
    }

    /// <summary>Listens to the meter of one client: sums of counters by name and tag, the last value of gauges.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener meters = new();
        private readonly ConcurrentDictionary<string, long> values = new();

        public Measured(Meter meter)
        {
            meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter == meter) listener.EnableMeasurementEvents(instrument);
            };
            meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
                values.AddOrUpdate(string.Join(' ', [instrument.Name, .. tags.ToArray().Select(t => $"{t.Value}")]), value, (_, sum) => sum + value));
            meters.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
            meters.Start();
        }

        public int Read(string name)
        {
            meters.RecordObservableInstruments();
            return (int)values.GetValueOrDefault(name);
        }

        public void Dispose() => meters.Dispose();
    }
}
