using CoachBot.Exercises;
using CoachBot.Exercises.Search;

namespace CoachBot.CheckIns.Reading;

/// <summary>What a run of words names.</summary>
/// <param name="Exercises">Usually one; two or more when names stand side by side.</param>
/// <param name="Remark">Words behind the name that are none of it.</param>
/// <param name="Heading">So many words before the name are a heading.</param>
internal sealed record NamesRead(IReadOnlyList<Exercise> Exercises, string? Remark, bool IsRemark = false, bool IsNothing = false, int Heading = 0);

/// <summary>Reads names. No digit ever reaches the search here.</summary>
internal sealed class NameReader(ExerciseSearch search)
{
    /// <summary>Names side by side are looked for in so many words; nobody writes more without a comma.</summary>
    private const int MostWords = 16;

    private static readonly HashSet<string> Additions = new(["with", "w", "on", "using", "no", "without", "from", "to"],
        StringComparer.Ordinal);

    /// <param name="exactly">No spelling mistake is forgiven.</param>
    public NamesRead Read(string text, bool exactly)
    {
        if (IsHeading(text)) return new NamesRead([], null, IsRemark: true);
        if (Named(text) is { } whole) return new NamesRead([whole], null);
        var words = Trim(text.Split(' '));
        if (words.Length == 0) return new NamesRead([], null, IsNothing: true);
        if (words.All(word => WorkLexicon.Remarks.Contains(word) || WorkLexicon.Fillers.Contains(word)
            || WorkLexicon.Headings.Contains(word))) return new NamesRead([], null,
            IsRemark: true);
        if (Named(words) is { } named) return new NamesRead([named], null);
        if (Several(words) is { Count: > 1 } several) return new NamesRead(several, null);
        // A remark behind the name: "squats felt good".
        var end = words.Length;
        while (end > 1 && (WorkLexicon.Remarks.Contains(words[end - 1]) || WorkLexicon.Fillers.Contains(words[end - 1]))) end--;
        if (!exactly && end < words.Length
            && Find(words[..end]) is { } remarked) return new NamesRead([remarked], string.Join(' ', words[end..]));
        // A heading before it: "tabata squats".
        var start = 0;
        while (start < words.Length - 1 && WorkLexicon.Headings.Contains(words[start])) start++;
        if (start > 0 && Read(string.Join(' ', words[start..]), exactly) is { Exercises.Count: 1, Remark: null } headed
            && text.StartsWith(words[0], StringComparison.Ordinal))
            return headed with { Heading = start };
        return new NamesRead(!exactly && Find(words) is { } found ? [found] : [], null);
    }

    /// <summary>The exercise that a name and an addition behind its numbers make: "clamshell 2x15 with band".</summary>
    public Exercise? Joined(string name, string addition) => search.Named(name + " " + addition) ?? search.Named(addition + " " + name);

    /// <summary>Whether it is other training than strength work: "ran 5k", "warm up".</summary>
    public bool IsOtherTraining(string text) => text.Split(' ') is var words && words.Any(WorkLexicon.OtherTraining.Contains)
        && words.All(word => WorkLexicon.OtherTraining.Contains(word) || WorkLexicon.BesideOtherTraining.Contains(word)
            || WorkLexicon.Fillers.Contains(word) || WorkLexicon.Remarks.Contains(word))
        && search.Named(text) is null;

    /// <summary>"core", "finisher", "our legs workout".</summary>
    public static bool IsHeading(string text) => text.Split(' ') is var words && words.All(word => WorkLexicon.Headings.Contains(word)
        || WorkLexicon.Fillers.Contains(word))
        && words.Any(word => WorkLexicon.Headings.Contains(word) && !WorkLexicon.Fillers.Contains(word));

    /// <summary>"no squats", "skipped lunges"; but "no weight squat" was done.</summary>
    public bool SaysNotDone(string text) => text.Split(' ') is [var first, ..] words && WorkLexicon.NotDone.Contains(first)
        && !(words.Length > 1 && WorkLexicon.Kit.Contains(words[1])) && search.Named(text) is null;

    public static bool IsAddition(string text) => Additions.Contains(text.Split(' ')[0]);

    private Exercise? Named(params string[] words) => search.Named(string.Join(' ', words));

    private Exercise? Find(string[] words) => search.Find(string.Join(' ', words));

    /// <summary>"squats planks clams": names side by side, each exactly called so.</summary>
    private List<Exercise>? Several(string[] words)
    {
        if (words.Length > MostWords) return null;
        for (var first = words.Length - 1; first > 0; first--)
        {
            if (Named(words[..first]) is not { } named) continue;
            var rest = words[first..];
            if (Named(Trim(rest)) is { } last) return [named, last];
            if (Several(rest) is { } more) return [named, .. more];
        }
        return null;
    }

    private static string[] Trim(string[] words)
    {
        var (start, end) = (0, words.Length);
        while (start < end && WorkLexicon.Fillers.Contains(words[start])) start++;
        while (end > start && WorkLexicon.Fillers.Contains(words[end - 1])) end--;
        return words[start..end];
    }
}
