using CoachBot.StrengthDays;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

public sealed class LateRuleTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 24, 20, 30);

    /// <summary>The promise that README gives. Whoever changes the rule changes this table.</summary>
    [Theory]
    [InlineData(-60, "OnTime")]
    [InlineData(0, "OnTime")]
    [InlineData((1 * 60) + 59, "OnTime")]
    [InlineData(2 * 60, "OnTime")]
    [InlineData((2 * 60) + 1, "Late")]
    [InlineData((29 * 60) + 59, "Late")]
    [InlineData(30 * 60, "Late")]
    [InlineData((30 * 60) + 1, "TooLate")]
    public void TwoMinutesAreOnTimeAndHalfAnHourIsLate(int seconds, string timing) =>
        Assert.Equal(timing, LateRule.Reminders.Of(Due, Due + Duration.FromSeconds(seconds)).ToString());

    [Theory]
    [InlineData(30)]
    [InlineData(20)]
    [InlineData(7)]
    public void TriesGoOnUntilTheVeryEndOfAnyWindow(int minutes)
    {
        var rule = new LateRule(Duration.FromMinutes(2), Duration.FromMinutes(minutes));
        var tries = new List<Instant> { Due };
        while (rule.Of(Due, tries[^1]) != Timing.TooLate) tries.Add(rule.NextTry(Due, tries[^1], tries.Count - 1));
        var pauses = tries.Zip(tries.Skip(1), (one, next) => next - one).ToList();
        Assert.Equal(Duration.FromSeconds(5), pauses[0]);
        Assert.All(pauses, pause => Assert.InRange(pause, Duration.Epsilon, rule.Window / 30));
        Assert.Contains(Due + rule.Window, tries);
    }
}
