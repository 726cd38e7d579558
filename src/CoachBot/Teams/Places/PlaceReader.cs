using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using CoachBot.Language;
using FuzzySharp;

namespace CoachBot.Teams.Places;

/// <summary>The one reader of places: what a list offers and what a command takes are both read here.</summary>
internal static partial class PlaceReader
{
    /// <summary>How alike (0 to 100) a misspelt name must be: two slips in ten letters.</summary>
    private const int Misspelt = 80;

    /// <summary>Few people slip at the first letter.</summary>
    private const int MisspeltAtFirst = 87;

    private const int Reordered = 90;

    /// <summary>Names that are less alike than the best by more than this are not meant.</summary>
    private const int AsAlike = 7;

    private const int ShortestMisspelt = 4;

    /// <summary>A place so much larger than the one of this very name may be meant as well: Sidney in Ohio, and Sydney.</summary>
    private const int LargerByFar = 3;

    private const int ShortestMistaken = 6;

    /// <summary>No name of a place is longer; what is would only cost time, with every letter typed.</summary>
    private const int Longest = 100;

    private const int Listed = 50;

    public static PlaceReading Read(string typed)
    {
        if (typed.Length > Longest) return new([], []);
        var plain = TypedText.Plain(typed).Trim();
        if (Offset().Match(plain) is { Success: true } offset) return OfOffset(offset);
        var wanted = PlaceName.Fold(typed);
        if (wanted.Length == 0) return new([], []);
        var begun = Begun(wanted);
        var others = Ranked(begun, Listed);
        if (others.Count < Listed && wanted.Length >= 3) others.AddRange(Ranked(Inside(wanted), Listed));
        var named = PlaceName.Shorter(wanted).Select(Named).FirstOrDefault(found => found.Count > 0) ?? [];
        var isDoubtful = false;
        if (named.Count == 0)
        {
            // A name that is not finished is no misspelling of another.
            named = wanted.Length >= ShortestMisspelt ? begun : [];
            if (named.Count == 0) named = PlaceName.Shorter(wanted).Select(Alike).FirstOrDefault(found => found.Count > 0) ?? [];
        }
        else if (wanted.Length >= ShortestMistaken && Gazetteer.Instance.Of(wanted).Count > 0
            && named.All(place => place.Kind == PlaceKind.City))
        {
            var people = named.Max(place => place.People) * LargerByFar;
            var mistaken = AlikeNames(wanted).SelectMany(name => Gazetteer.Instance.Of(name.Name))
                .Where(place => place.Kind == PlaceKind.City && place.People > people).ToList();
            isDoubtful = mistaken.Count > 0;
            named = [.. named, .. mistaken];
        }
        return new(Ranked(named, int.MaxValue), others) { IsDoubtful = isDoubtful };
    }

    /// <summary>Called exactly so, or so with its state or country behind it: "portland or", "perth australia".</summary>
    private static List<Place> Named(string wanted)
    {
        var all = Gazetteer.Instance;
        var found = all.Of(wanted).ToList();
        foreach (var (head, tail) in Splits(wanted)) found.AddRange(all.Of(head).Where(place => all.Areas.AreOf(tail, place.Area)));
        return found;
    }

    private static List<Place> Alike(string wanted)
    {
        var all = Gazetteer.Instance;
        var found = AlikeNames(wanted).SelectMany(name => all.Of(name.Name), (name, place) => (place, name.Score)).ToList();
        foreach (var (head, tail) in Splits(wanted))
        {
            var spelt = all.Of(head).Select(place => (place, Score: all.Areas.Likeness(tail, place.Area)));
            found.AddRange(spelt.Where(one => one.Score >= Misspelt));
            found.AddRange(AlikeNames(head).SelectMany(name => all.Of(name.Name), (name, place) => (place, name.Score))
                .Where(one => all.Areas.AreOf(tail, one.place.Area)));
        }
        if (found.Count == 0) return [];
        var best = found.Max(one => one.Score);
        return [.. found.Where(one => one.Score >= best - AsAlike).Select(one => one.place)];
    }

    private static IEnumerable<(string Name, int Score)> AlikeNames(string wanted)
    {
        if (wanted.Length < ShortestMisspelt) yield break;
        var letters = Letters(wanted);
        foreach (var name in Gazetteer.Instance.Names)
        {
            // Cheap questions first: they leave some hundred of twenty thousand.
            if (Math.Abs(name.Length - wanted.Length) > 2 || name.Length < ShortestMisspelt) continue;
            if (BitOperations.PopCount(letters ^ Letters(name)) > 4) continue;
            // Letters in another order are one slip, however far they moved.
            var score = letters == Letters(name) && name.Order().SequenceEqual(wanted.Order()) ? Reordered : Fuzz.Ratio(wanted, name);
            if (score >= (name[0] == wanted[0] ? Misspelt : MisspeltAtFirst)) yield return (name, score);
        }
    }

    private static uint Letters(string name)
    {
        var letters = 0u;
        foreach (var c in name)
        {
            if (c is >= 'a' and <= 'z') letters |= 1u << (c - 'a');
        }
        return letters;
    }

    private static List<Place> Begun(string wanted)
    {
        var all = Gazetteer.Instance;
        var found = new List<Place>();
        var at = Array.BinarySearch(all.Names, wanted, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < all.Names.Length && all.Names[at].StartsWith(wanted, StringComparison.Ordinal); at++)
        {
            found.AddRange(all.Of(all.Names[at]));
        }
        // "Portland, o": the state is not finished.
        foreach (var (head, tail) in Splits(wanted)) found.AddRange(all.Of(head).Where(place => all.Areas.Begins(tail, place.Area)));
        return found;
    }

    private static IEnumerable<Place> Inside(string wanted)
    {
        var all = Gazetteer.Instance;
        var inside = " " + wanted;
        return all.Names.Where(name => name.Contains(inside, StringComparison.Ordinal)).SelectMany(all.Of);
    }

    /// <summary>By how many people live there; of those with as many, as the tables have them.</summary>
    private static List<Place> Ranked(IEnumerable<Place> places, int most) =>
        [.. places.OrderByDescending(place => place.People).DistinctBy(place => place.Label).Take(most)];

    private static IEnumerable<(string Head, string Tail)> Splits(string words)
    {
        for (var space = words.IndexOf(' ', StringComparison.Ordinal); space > 0; space = words.IndexOf(' ', space + 1))
        {
            yield return (words[..space], words[(space + 1)..]);
        }
    }

    /// <summary>Cities that are as far from UTC when it is no summer time.</summary>
    private static PlaceReading OfOffset(Match match)
    {
        var minutes = (Number("h") * 60) + Number("m");
        // The ids Etc/GMT count the other way round.
        if (match.Groups["sign"].Value == "-" != match.Groups["etc"].Success) minutes = -minutes;
        // Those whose clocks change first: whoever types UTC+1 more likely means Berlin than Lagos.
        var cities = Gazetteer.Instance.Cities.DistinctBy(city => city.ZoneId)
            .Where(city => Rhythms.StandardMinutes(city.ZoneId) == minutes)
            .OrderByDescending(city => Rhythms.Changes(city.ZoneId));
        return new([], [.. cities.Take(Listed)]) { IsOffset = true };

        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^(?<etc>etc/)?(?:utc|gmt|z)?\s*(?<sign>[+-])\s*(?<h>\d{1,2})(?::?(?<m>[0-5]\d))?\s*(?:h|hours?|hrs?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
