using CoachBot.Chat.Asking;
using CoachBot.Language;
using CoachBot.Runtime;
using CoachBot.Safety;
using CoachBot.Teams;
using CoachBot.Tests.Exercises;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.Safety;

public sealed class SafetyRepliesTests
{
    private static readonly HelpLines Help = new();

    public static TheoryData<string> Signs => [.. Enum.GetNames<Sign>()];

    [Theory]
    [MemberData(nameof(Signs))]
    public void EveryAnswerIsPrivateFitsNamesAnAdultAndNeverTheCoach(string name)
    {
        var sign = Enum.Parse<Sign>(name);
        foreach (var help in Help.Countries.Values.Append(null))
        {
            var reply = SafetyReplies.For(sign, help, Locale.English);
            reply.Fits();
            Assert.True(reply.Private);
            var all = $"{reply.Card!.Title} {reply.Card.Body} {reply.Card.Fields[0].Value} {reply.Card.Footer}";
            Assert.DoesNotContain("coach", all, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)adult|parent|doctor", all);
            Assert.Contains("local emergency number", all, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("Abuse")]
    [InlineData("Suicide")]
    [InlineData("SelfHarm")]
    [InlineData("Eating")]
    public void SomebodyToTalkToIsNamedWithANumberWhereTheCountryIsKnown(string name) => Assert.All(Help.Countries.Values, help =>
    {
        var lines = SafetyReplies.For(Enum.Parse<Sign>(name), help, Locale.English).Card!.Fields[0].Value;
        Assert.Contains(help.Lines, line => lines.Contains(line.Name, StringComparison.Ordinal));
    });

    [Fact]
    public void EveryNumberHasThePageAndTheDayOnWhichItWasReadAndAWayToReachIt() => Assert.All(Help.Countries, country =>
    {
        Assert.Matches("^[A-Z]{2}$", country.Key);
        Assert.NotEmpty(country.Value.Lines);
        Assert.All(country.Value.Lines, line => Assert.True(line.Call.Length + line.Text.Length > 0, line.Name));
        Assert.All(country.Value.Lines.Select(line => (line.Page, line.Read)).Append((country.Value.Emergency!.Page, country.Value.Emergency.Read)), number =>
        {
            Assert.Matches("^https?://[a-z]", number.Page);
            Assert.Matches(@"^20\d\d-\d\d-\d\d$", number.Read);
        });
    });

    [Fact]
    public void NumbersStandPlainSoThatAPhoneMakesThemTappable() => Assert.All(Help.Countries.Values, help =>
    {
        var lines = SafetyReplies.For(Sign.Suicide, help, Locale.English).Card!.Fields[0].Value;
        Assert.DoesNotMatch("[*`_\\[\\]~|]|tel:", lines);
        Assert.Contains($"Emergency: {help.Emergency!.Call} (", lines, StringComparison.Ordinal);
    });

    [Fact]
    public void ACountryWithoutAConfirmedNumberIsToldNoOthers()
    {
        var lines = SafetyReplies.For(Sign.Emergency, Help.Of("JP"), Locale.English).Card!.Fields[0].Value;
        Assert.Equal("Your local emergency number", lines);
    }

    [Theory]
    [InlineData("America/Chicago", "911")]
    [InlineData("Europe/London", "999")]
    [InlineData("Europe/Berlin", "112")]
    [InlineData("Australia/Sydney", "000")]
    [InlineData(null, "911 in the US")]
    public async Task TheNumberIsThatOfTheTeamsZone(string? zone, string number)
    {
        using var database = new TestDatabase();
        var teams = new TeamStore(database.Database);
        if (zone is not null)
            await teams.ChangeAsync(new CallId(1), Some.Team, default, team => team with { ZoneId = zone }, TestContext.Current.CancellationToken);
        var reply = await new SafetyDesk(new SafetyEar(), Help, teams).AnswerAsync(Sign.Emergency, Some.Caller(), TestContext.Current.CancellationToken);
        Assert.Contains(number, reply.Card!.Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCountryThatACoachNamedGoesBeforeTheZones()
    {
        using var database = new TestDatabase();
        var teams = new TeamStore(database.Database);
        await teams.ChangeAsync(
            new CallId(1), Some.Team, default, team => team with { ZoneId = "America/Chicago", Country = "GB" }, TestContext.Current.CancellationToken);
        var reply = await new SafetyDesk(new SafetyEar(), Help, teams).AnswerAsync(Sign.Emergency, Some.Caller(), TestContext.Current.CancellationToken);
        Assert.Contains("Emergency: 999", reply.Card!.Fields[0].Value, StringComparison.Ordinal);
    }
}
