using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Discord.Tests.Gateway;

public sealed class PolicyTests
{
    private readonly FakeTimeProvider time = new();

    private static ConnectionEnd Drop => new(NextStep.Resume, "");

    private ReconnectPolicy Policy(double random = 1) => new(time, new Jitter(new FixedRandom(random)));

    [Fact]
    public void GoesOnAtOnceThenWaitsTwiceAsLongEachTime()
    {
        var policy = Policy();
        Assert.Equal(0, policy.After(Drop with { Completed = true, Proven = true }, true).Wait.TotalSeconds);
        Assert.Equal([2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 7).Select(_ => policy.After(Drop, false).Wait.TotalSeconds));
        Assert.Equal(30, Policy(0).After(Drop, false) is { } p ? p.Wait.TotalSeconds * 30 : 0);
    }

    [Fact]
    public void ForgetsTheFailuresOnlyOnceAHeartbeatWasAcknowledged()
    {
        var policy = Policy();
        for (var i = 0; i < 4; i++) policy.After(Drop, false);
        Assert.Equal(32, policy.After(Drop with { Completed = true }, true).Wait.TotalSeconds);
        Assert.Equal(1, policy.After(Drop with { Completed = true, Proven = true }, true).Wait.TotalSeconds);
    }

    [Fact]
    public void ResumesALineThatHeldForASecondAtOnceAndAnotherWithinASecond()
    {
        var policy = Policy();
        var worked = Drop with { Completed = true, Proven = true };
        Assert.Equal(0, policy.After(worked, true).Wait.TotalSeconds);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(1, policy.After(worked, true).Wait.TotalSeconds);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, policy.After(worked, true).Wait.TotalSeconds);
    }

    [Fact]
    public void FollowsADropAtOnceThoughTheFirstHeartbeatIsStillFarAway()
    {
        var policy = Policy();
        Assert.Equal([0, 1, 1, 2], Enumerable.Range(0, 4).Select(_ => policy.After(Drop with { Completed = true }, true).Wait.TotalSeconds));
    }

    [Fact]
    public void ReconnectsAtOnceWhenAskedButNotForEver()
    {
        var policy = Policy();
        var asked = new ConnectionEnd(NextStep.ResumeNow, "") { Completed = true };
        Assert.Equal(0, policy.After(asked with { Proven = true }, true).Wait.TotalSeconds);
        Assert.Equal([0, 0, 0, 2, 4, 8], Enumerable.Range(0, 6).Select(_ => policy.After(asked, true).Wait.TotalSeconds));
    }

    [Fact]
    public void IdentifiesAfterThreeFailedResumes()
    {
        var policy = Policy();
        Assert.True(policy.After(Drop with { Completed = true }, true).Resume);
        Assert.True(policy.After(Drop with { ResumeFailed = true }, true).Resume);
        Assert.True(policy.After(Drop with { ResumeFailed = true }, true).Resume);
        Assert.False(policy.After(Drop with { ResumeFailed = true }, true).Resume);
    }

    [Fact]
    public void IdentifiesAfterNinetySecondsWithoutASession()
    {
        var policy = Policy();
        Assert.True(policy.After(Drop with { Completed = true }, true).Resume);
        time.Advance(TimeSpan.FromSeconds(89));
        Assert.True(policy.After(Drop, true).Resume);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(policy.After(Drop, true).Resume);
    }

    [Fact]
    public void ResumesOnceAfterAnUnknownCode()
    {
        var policy = Policy();
        var unknown = CloseCodes.Meaning(4999) with { Completed = true };
        Assert.True(policy.After(unknown, true).Resume);
        Assert.False(policy.After(unknown, true).Resume);
    }

    [Fact]
    public void SpacesIdentifiesByFiveSecondsThenFarMore()
    {
        var budget = new IdentifyBudget(time);
        Assert.Equal(TimeSpan.Zero, budget.Wait());
        budget.Spend();
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(3), budget.Wait());
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.Zero, budget.Wait());
    }

    [Fact]
    [Fault("A28")]
    public void SpendsUnderTwoHundredIdentifiesInADayOfFlapping()
    {
        var budget = new IdentifyBudget(time);
        var started = time.GetTimestamp();
        var spent = 0;
        while (true)
        {
            time.Advance(budget.Wait() + TimeSpan.FromSeconds(20));
            if (time.GetElapsedTime(started) > TimeSpan.FromHours(24)) break;
            budget.Spend();
            spent++;
        }

        Assert.InRange(spent, 100, 199);
    }

    [Fact]
    public void WaitsForTheResetWhenNearlyNoIdentifyIsLeft()
    {
        var budget = new IdentifyBudget(time);
        budget.Learn(new GatewayBot(new Uri("wss://x"), 1, 0, TimeSpan.FromHours(4)));
        Assert.Equal(TimeSpan.FromHours(4), budget.Wait());
        time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(TimeSpan.Zero, budget.Wait());
    }

    [Fact]
    public void SendsAtMost115EventsAMinuteButHeartbeatsAlways()
    {
        var budget = new SendBudget(time);
        for (var i = 0; i < 115; i++) Assert.Equal(TimeSpan.Zero, budget.Take(heartbeat: false));
        Assert.Equal(TimeSpan.FromSeconds(60), budget.Take(heartbeat: false));
        Assert.Equal(TimeSpan.Zero, budget.Take(heartbeat: true));
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.Zero, budget.Take(heartbeat: false));
    }
}
