using System.Text.RegularExpressions;
using CoachBot.Language;

namespace CoachBot.Questions;

/// <summary>Brings a question to the words that tell something about it.</summary>
internal sealed partial class QuestionText
{
    /// <summary>How much a light word counts beside another.</summary>
    public const double LightWeight = 0.12;

    /// <summary>Enough for any question; the rest of a long text is not looked at.</summary>
    private const int MostWords = 60;

    private static readonly HashSet<string> Light = new(
        ("want wants wanted need needs took take takes thing things stuff make makes made like good best bad better even a an the i im ive id me my "
            + "mine we our you your it its is are am was be been being do does did doing to of for in on at and or but so if this that these those there "
            + "with as by from up can could should would will shall may might must have has had what whats which who how why when where not no dont cant "
            + "isnt about any some just really please tell get got go also too than then them they he she his her us one").Split(' '),
        StringComparer.Ordinal);

    private readonly Dictionary<string, string> same = new(StringComparer.Ordinal);

    public QuestionText(IReadOnlyList<IReadOnlyList<string>> sameWords)
    {
        foreach (var words in sameWords)
            foreach (var word in words) same[word] = words[0];
    }

    public static bool IsLight(string word) => Light.Contains(word);

    /// <summary>In lower case, without apostrophes, each once, with one word for words of one meaning.</summary>
    public IReadOnlyList<string> Words(string question)
    {
        var plain = SetsByReps().Replace(TypedText.Words(question), "sets reps");
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(word => same.GetValueOrDefault(word, word)).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\b\d{1,2}\s?x\s?\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex SetsByReps();
}
