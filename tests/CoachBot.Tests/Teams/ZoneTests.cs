using System.Globalization;
using CoachBot.Chat.Saying;
using CoachBot.Teams;
using CoachBot.Teams.Places;
using NodaTime;

namespace CoachBot.Tests.Teams;

public sealed class ZoneTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 20, 0);

    [Fact]
    public void EachSpellingIsTakenAsWhatItMeans()
    {
        Assert.True(ZoneSpellings.Right.Count() >= 250);
        Assert.Empty(Wrong(ZoneSpellings.Right));
    }

    [Fact]
    public void MisspellingsAreFound()
    {
        Assert.True(ZoneSpellings.Misspelt.Count() >= 50);
        Assert.Empty(Wrong(ZoneSpellings.Misspelt));
    }

    [Fact]
    public void TheAcceptedPlaceIsFirstInTheList() => Assert.All(
        ZoneSpellings.Right.Concat(ZoneSpellings.Misspelt).Where(line => Resolved(line.Typed) is not null),
        line => Assert.Equal(Resolved(line.Typed), Resolved(First(line.Typed))));

    [Fact]
    public void StatesAndTheirCapitalsAreFoundByName()
    {
        Assert.Equal(50 + 13 + 8, ZoneSpellings.Capitals.Count());
        foreach (var (state, capital, zone) in ZoneSpellings.Capitals)
        {
            Assert.Equal(zone, Zones.Resolve($"{capital}, {state}"));
            Assert.Contains(Zones.Choices(capital, Now), choice => choice.Value == $"{capital}, {state}");
            Assert.Contains(Zones.Choices(state, Now).Take(3), choice => choice.Value.EndsWith($", {state}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AStateWithOneTimeIsTakenAndOneWithTwoIsAskedAbout()
    {
        var asked = ZoneSpellings.Capitals.Select(line => line.State).Where(state => Resolved(state) is null);
        string[] two = ["Georgia", "Idaho", "Indiana", "Kentucky", "Nunavut", "South Dakota", "Tennessee", "Victoria", "Washington"];
        Assert.Equal(two, asked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Portland", "Portland, Oregon or Portland, Maine.")]
    [InlineData("Washington", "Seattle, Washington or Washington, D.C.")]
    [InlineData("Georgia", "Atlanta, Georgia or Tbilisi, Georgia.")]
    [InlineData("Birmingham", "Birmingham, England or Birmingham, Alabama.")]
    [InlineData("Tennessee", "Nashville, Tennessee or Knoxville, Tennessee.")]
    [InlineData("Barcelona", "Barcelona, Spain or Barcelona, Venezuela.")]
    [InlineData("CST", "Central Time, Chicago; China Time, Shanghai or Cuba Time, Havana.")]
    [InlineData("IST", "India Time, Kolkata; Irish Time, Dublin or Israel Time, Jerusalem.")]
    [InlineData("BST", "British Time, London or Bangladesh Time, Dhaka.")]
    [InlineData("MST", "Mountain Time, Denver or Mountain Time (no summer time), Phoenix.")]
    [InlineData("LA", "Los Angeles, California or New Orleans, Louisiana.")]
    [InlineData("WA", "Seattle, Washington or Perth, Western Australia.")]
    [InlineData("Sidney", "Sydney, New South Wales")]
    [InlineData("USA", "New York City, New York; Chicago, Illinois or Los Angeles, California.")]
    public void AmbiguousZonesAreAskedAbout(string typed, string choices) =>
        Assert.Contains(choices, Refusal(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("UTC+2")]
    [InlineData("utc +2")]
    [InlineData("GMT-5")]
    [InlineData("UTC−05:00")]
    [InlineData("+05:30")]
    [InlineData("-8")]
    [InlineData("gmt+0530")]
    [InlineData("UTC-3 hours")]
    [InlineData("Etc/GMT+5")]
    [InlineData("ＵＴＣ＋１")]
    public void AnOffsetIsRefusedWithTheReason(string typed)
    {
        Assert.Contains("summer time", Refusal(typed), StringComparison.Ordinal);
        Assert.NotEmpty(Zones.Choices(typed, Now));
    }

    [Theory]
    [InlineData("GMT-5", "such as New York City, New York or Toronto, Ontario.")]
    [InlineData("Etc/GMT-1", "such as Berlin, Germany")]
    public void AnOffsetsRefusalNamesCitiesThere(string typed, string cities) =>
        Assert.Contains(cities, Refusal(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("nowhere at all")]
    [InlineData("")]
    [InlineData("<@&1>")]
    [InlineData("東京")]
    [InlineData("5")]
    public void UnknownPlacesAreRefusedWithExamples(string typed)
    {
        Assert.Contains("such as New York or London", Refusal(typed), StringComparison.Ordinal);
        Assert.DoesNotContain("<@&", Refusal(typed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("\0")]
    [InlineData("(now 15:30)")]
    [InlineData(", ,")]
    public void BrokenTextIsRefusedAndNothingElse(string typed)
    {
        Assert.NotEmpty(Refusal(typed));
        Assert.True(Zones.Choices(typed, Now).Count <= 25);
    }

    [Fact]
    public void TextLongerThanAnyNameIsNotSearchedFor()
    {
        var paris = "Paris" + new string(' ', 100);
        Assert.Empty(Zones.Choices(paris, Now));
        Assert.Contains("such as", Refusal(paris), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyBoxOffersWhereTeamsAreMost()
    {
        Assert.Equal(25, Zones.Choices("", Now).Count);
        Assert.Equal("America/New_York (now 15:00)", Zones.Choices("", Now)[0].Name);
    }

    /// <summary>All beginnings of two letters, and all beginnings of some names.</summary>
    [Fact]
    public void EachChoiceShownForAnyBeginningIsTakenAsItIsShown()
    {
        var names = Gazetteer.Instance.Names;
        var some = names.Where((_, index) => index % 150 == 0)
            .SelectMany(name => Enumerable.Range(1, name.Length).Select(length => name[..length]));
        var begun = names.Where(name => name.Length >= 2).Select(name => name[..2]).Concat(some).Append("");
        var shown = begun.Distinct().SelectMany(typed => Zones.Choices(typed, Now)).DistinctBy(choice => choice.Name).ToList();
        Assert.True(shown.Count > 5000);
        Assert.All(shown, choice =>
        {
            var zone = Zones.Resolve(choice.Value);
            Assert.Equal(zone, Zones.Resolve(choice.Name));
            Assert.EndsWith(Clock(zone), choice.Name, StringComparison.Ordinal);
            Assert.True(choice.Name.Length <= 64, choice.Name);
        });
    }

    [Fact]
    public void EachCityIsTakenByTheNameThatIsShown()
    {
        var wrong = from city in Gazetteer.Instance.Cities
                    let read = Resolved(city.Label)
                    where read is null || Rhythms.Of(read) != Rhythms.Of(city.ZoneId)
                    select $"{city.Label} is {read}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void TheTableIsLargeAndItsZonesAreKnown()
    {
        Assert.True(Gazetteer.Instance.Cities.Count >= 1000);
        Assert.All(Gazetteer.Instance.Cities, city => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(city.ZoneId)));
        Assert.DoesNotContain(Gazetteer.Instance.Cities, city => city.Label.IndexOfAny(['*', '`', '~', '<', '|', '@']) >= 0);
    }

    private static string? First(string typed) => Zones.Choices(typed, Now) is [var first, ..] ? first.Value : null;

    private static string? Resolved(string? typed)
    {
        try
        {
            return Zones.Resolve(typed ?? "");
        }
        catch (UserError)
        {
            return null;
        }
    }

    private static string Refusal(string typed) => Assert.Throws<UserError>(() => Zones.Resolve(typed)).Message;

    private static string Clock(string zone) => $"(now {Now.InZone(Zones.Get(zone)).ToString("HH:mm", CultureInfo.InvariantCulture)})";

    private static IEnumerable<string> Wrong(IEnumerable<(string Zone, string Typed)> lines) => lines
        .Select(line => (line.Zone, line.Typed, Is: Resolved(line.Typed))).Where(line => line.Is != line.Zone)
        .Select(line => $"{line.Typed} is {line.Is ?? "refused"}, not {line.Zone}");
}
