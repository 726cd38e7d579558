using System.Text.RegularExpressions;

namespace CoachBot.Safety;

/// <summary>
/// What <c>signs.txt</c> says, ready to be held against a text. A line there is a way to say something, in plain words; what is in it beside words
/// stands at the top of that file.
/// </summary>
internal sealed partial class SignPatterns
{
    /// <summary>What lies between two parts of a sign is never a denial.</summary>
    private const string NotDenied = @"(?!(?:not|no|never|dont|doesnt|didnt|isnt|wasnt|arent|without|pas|nicht|nao|kein)\b)";

    /// <summary>
    /// The patterns look ahead and behind, which rules out the engine that never walks back; a text made to keep them walking is given up instead.
    /// </summary>
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(250);

    private readonly Regex sayings;

    private readonly WordSets words;

    private SignPatterns(IEnumerable<(Sign Sign, Regex Pattern, bool MayBeDenied)> signs, FrameFile frames, Regex sayings, Spelling spelling)
    {
        Signs = signs.ToLookup(sign => sign.Sign, sign => (sign.Pattern, sign.MayBeDenied));
        (Frames, words, this.sayings, Spelling) = (frames.Frames, frames.Words, sayings, spelling);
    }

    public ILookup<Sign, Frame> Frames { get; }

    /// <summary>And whether a denial before it makes it none.</summary>
    public ILookup<Sign, (Regex Pattern, bool MayBeDenied)> Signs { get; }

    public Spelling Spelling { get; }

    /// <summary>Where that takes too long nothing is taken out: rather one alarm too many than a plea unheard.</summary>
    public string WithoutSayings(string text)
    {
        try
        {
            return sayings.Replace(text, "_");
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    public Hearing Hear(string text)
    {
        var said = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(".").ToArray();
        return new Hearing(said, words.FindIn(said));
    }

    public static SignPatterns Read() => Of(LinesOf("signs.txt"), FrameFile.Read(LinesOf("frames.txt")));

    private static IEnumerable<string> LinesOf(string file)
    {
        using var stream = Embedded.Open(file);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
    }

    private static SignPatterns Of(IEnumerable<string> lines, FrameFile frames)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        var ways = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var section = "";
        foreach (var line in lines)
        {
            if (line[0] == '[') section = line[1..^1];
            else if (section == "classes")
                classes[line[..line.IndexOf(' ', StringComparison.Ordinal)]] =
                    Expand(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim(), classes);
            else (ways.TryGetValue(section, out var known) ? known : ways[section] = []).Add(line);
        }

        var signs = new List<(Sign, Regex, bool)>();
        foreach (var sign in Enum.GetValues<Sign>())
        {
            foreach (var deniable in (bool[])[false, true])
            {
                if (!ways.TryGetValue(sign.ToString(), out var all)) continue;
                var own = all.Where(way => (way[0] != '!') == deniable).Select(way => Expand(way.TrimStart('!'), classes)).ToList();
                if (own.Count > 0) signs.Add((sign, Any(own), deniable));
            }
        }
        var vocabulary = ways.Where(section => section.Key is not ("sayings" or "spelt")).SelectMany(section => section.Value)
            .Concat(classes.Values).SelectMany(way => LongWord().Matches(way).Select(match => match.Value))
            .Concat(frames.Words.Words.Where(word => word.Length >= 5));
        return new SignPatterns(signs, frames, Any(ways["sayings"].Select(way => Expand(way, classes))), new Spelling(vocabulary, ways["spelt"]));
    }

    /// <summary>From the notation of the file to a regular expression's.</summary>
    private static string Expand(string way, Dictionary<string, string> classes)
    {
        var named = ClassName().Replace(way, match => $"(?:{classes[match.Groups[1].Value]})");
        return Gap().Replace(named, match => $" {match.Groups[1].Value}(?:{NotDenied}[\\w,]+ ){{0,{(match.Groups[2].Value == "..." ? 5 : 3)}}}")
            .Replace("~", "[a-z]{0,4}", StringComparison.Ordinal);
    }

    private static Regex Any(IEnumerable<string> ways) => new($@"\b(?:{string.Join('|', ways)})(?!\w)", RegexOptions.CultureInvariant, MatchTimeout);

    /// <summary>Three words, or five; with a question mark the space before them may be missing.</summary>
    [GeneratedRegex(@" (\??)(\.\.\.?) ", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex("<(\\w+)>", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();

    [GeneratedRegex("(?<![a-z<])[a-z]{5,}(?![a-z>])", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();
}
