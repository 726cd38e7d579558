using CoachBot.Exercises;
using CoachBot.Exercises.Search;

namespace CoachBot.CheckIns.Reading;

/// <summary>What a run of words names.</summary>
/// <param name="Exercises">Usually one; two or more when names stand side by side.</param>
/// <param name="Remark">Words behind the name that are none of it.</param>
internal sealed record NamesRead(IReadOnlyList<Exercise> Exercises, string? Remark, bool IsRemark = false, bool IsNothing = false);

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
        if (Named(text) is { } whole) return new NamesRead([whole], null);
        var words = Trim(text.Split(' '));
        if (words.Length == 0) return new NamesRead([], null, IsNothing: true);
        if (words.All(word => WorkLexicon.Remarks.Contains(word) || WorkLexicon.Fillers.Contains(word))) return new NamesRead([], null,
            IsRemark: true);
        if (Named(words) is { } named) return new NamesRead([named], null);
        if (Several(words) is { Count: > 1 } several) return new NamesRead(several, null);
        // A remark behind the name: "squats felt good".
        var end = words.Length;
        while (end > 1 && (WorkLexicon.Remarks.Contains(words[end - 1]) || WorkLexicon.Fillers.Contains(words[end - 1]))) end--;
        if (!exactly && end < words.Length
            && Find(words[..end]) is { } remarked) return new NamesRead([remarked], string.Join(' ', words[end..]));
        return new NamesRead(!exactly && Find(words) is { } found ? [found] : [], null);
    }

    /// <summary>The exercise that a name and an addition behind its numbers make: "clamshell 2x15 with band".</summary>
    public Exercise? Joined(string name, string addition) => search.Named(name + " " + addition) ?? search.Named(addition + " " + name);

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
