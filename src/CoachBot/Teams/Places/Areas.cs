using FuzzySharp;

namespace CoachBot.Teams.Places;

/// <summary>Countries and states by code, such as US and US-OR, and by all their names.</summary>
internal sealed class Areas
{
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byName = new(StringComparer.Ordinal);

    public Areas()
    {
        foreach (var line in Table.Read("regions.tsv"))
        {
            labels.Add(line[0], line[1]);
            foreach (var name in Table.Names(line[2]).Prepend(line[1])) Add(PlaceName.Fold(name), line[0]);
        }
    }

    public IEnumerable<(string Name, string Code)> Names => byName.SelectMany(pair => pair.Value, (pair, code) => (pair.Key, code));

    public string Label(string code) => labels[code];

    /// <summary>Whether words behind the name of a city ("or", "oregon usa") say that it lies in the area of this code.</summary>
    public bool AreOf(string words, string code)
    {
        if (code.Length == 0) return false;
        if (IsNamed(words, code) || IsNamed(words, Country(code))) return true;
        for (var space = words.IndexOf(' ', StringComparison.Ordinal); space > 0; space = words.IndexOf(' ', space + 1))
        {
            if (IsNamed(words[..space], code) && IsNamed(words[(space + 1)..], Country(code))) return true;
        }
        return false;
    }

    /// <summary>Whether a name of the area, or of its country, begins with these words.</summary>
    public bool Begins(string words, string code) => code.Length > 0 && ((string[])[code, Country(code)])
        .Any(one => PlaceName.Fold(labels[one]).StartsWith(words, StringComparison.Ordinal));

    /// <summary>How alike (0 to 100) these words are to the name of the area or of its country.</summary>
    public int Likeness(string words, string code) => code.Length == 0 ? 0
        : Math.Max(Fuzz.Ratio(words, PlaceName.Fold(labels[code])), Fuzz.Ratio(words, PlaceName.Fold(labels[Country(code)])));

    public static string Country(string code) => code[..2];

    private bool IsNamed(string words, string code) => byName.TryGetValue(words, out var codes) && codes.Contains(code);

    private void Add(string name, string code)
    {
        if (!byName.TryGetValue(name, out var codes)) byName.Add(name, codes = []);
        if (!codes.Contains(code)) codes.Add(code);
    }
}
