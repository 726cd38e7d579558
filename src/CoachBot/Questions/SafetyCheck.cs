using System.Text.RegularExpressions;
using FuzzySharp;

namespace CoachBot.Questions;

/// <summary>
/// Hears when somebody describes a warning sign. It would rather hear one too many than miss one, but "no chest pain" and "without numbness" are none:
/// a phrase counts unless a word of denial stands close before it in the same clause, or within it.
/// </summary>
internal sealed partial class SafetyCheck(Knowledge knowledge)
{
    /// <summary>Words that may stand between two words of a phrase, beside those that mean nothing there.</summary>
    private const int Gap = 1;

    /// <summary>How far before a phrase a denial reaches.</summary>
    private const int Reach = 3;

    private const int Misspelt = 85;
    private const int LongestEnding = 3;

    private static readonly HashSet<string> Between = new(StringComparer.Ordinal)
    {
        "is", "was", "are", "were", "be", "been", "being", "my", "the", "a", "an", "in", "on", "of", "really", "so", "very", "just", "feels", "feel", "felt", "feeling",
        "it", "to", "i", "this", "that", "some", "bit", "little", "gets", "got", "getting", "starts", "started", "keeps", "kept", "has", "have", "had", "at", "out", "level",
        "with", "and", "now", "still", "also", "too", "does", "do", "suddenly",
    };

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal)
    {
        "no", "not", "never", "without", "none", "nor", "neither", "zero", "dont", "doesnt", "didnt", "havent", "hasnt", "hadnt", "isnt", "wasnt", "arent", "free",
    };

    /// <summary>What ends a denial's reach: after it, something else is said.</summary>
    private static readonly HashSet<string> Turns = new(StringComparer.Ordinal)
    {
        "but", "however", "although", "though", "except", "only", "just", "yet", "because", "since", "now", "i", "im", "ive", "my", "me", "he", "she", "his", "her", "we", "they",
        "know", "sure", "understand", "why", "what", "how", "if", "when", "whether", "then", "still", "stop", "help", "think",
    };

    private static readonly HashSet<string> Ors = new(StringComparer.Ordinal) { "or", "nor", "and", "," };

    /// <returns>The most urgent sign that is described; null when there is none.</returns>
    public SafetySign? Find(string typed)
    {
        var plain = typed.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        var words = Part().Matches(plain).Select(match => match.Value).ToArray();
        // Denied first, so that in "no chest pain, numbness or fever" the denial is handed on along the list.
        var found = new List<Found>();
        foreach (var sign in knowledge.Signs)
            foreach (var phrase in sign.Phrases)
                found.AddRange(In(words, phrase.Split(' ')).Select(place => new Found(sign, place.First, place.Last, place.DeniedWithin)));
        var denied = new bool[words.Length + 1];
        foreach (var one in found.OrderBy(one => one.First).ThenBy(one => one.Last))
        {
            one.Denied = one.DeniedWithin || DeniedBefore(words, one.First) || HandedOn(words, one.First, denied);
            if (one.Denied) denied[one.Last] = true;
        }
        return found.Where(one => !one.Denied).Select(one => one.Sign).MinBy(sign => knowledge.Signs.ToList().IndexOf(sign));
    }

    private static IEnumerable<(int First, int Last, bool DeniedWithin)> In(string[] words, string[] phrase)
    {
        for (var first = 0; first < words.Length; first++)
        {
            if (!Same(words[first], phrase[0])) continue;
            var (at, next, gap, denied) = (first, 1, 0, false);
            for (var i = first + 1; i < words.Length && next < phrase.Length && gap <= Gap && !IsStop(words[i]); i++)
            {
                if (Same(words[i], phrase[next])) (at, next, gap) = (i, next + 1, 0);
                else if (Denials.Contains(words[i])) denied = true;
                else if (!Between.Contains(words[i])) gap++;
            }
            if (next == phrase.Length) yield return (first, at, denied);
        }
    }

    private static bool DeniedBefore(string[] words, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - Reach; i--)
        {
            if (IsStop(words[i]) || words[i] == "," || Turns.Contains(words[i])) return false;
            if (Denials.Contains(words[i])) return true;
        }
        return false;
    }

    /// <summary>"No pain, numbness or tingling": what stands in one list with something denied is denied with it.</summary>
    private static bool HandedOn(string[] words, int first, bool[] denied)
    {
        var i = first - 1;
        if (i < 0 || !Ors.Contains(words[i])) return false;
        while (i >= 0 && Ors.Contains(words[i])) i--;
        return i >= 0 && (denied[i] || (i > 0 && denied[i - 1]) || (!Turns.Contains(words[i]) && DeniedBefore(words, i)));
    }

    private static bool IsStop(string word) => word is "." or "!" or "?" or ";";

    private static bool Same(string typed, string word)
    {
        if (typed == word) return true;
        if (word.Length < 4 || typed.Length < 4 || typed[0] != word[0] || typed.StartsWith("number", StringComparison.Ordinal)) return false;
        if (typed.StartsWith(word, StringComparison.Ordinal)) return typed.Length - word.Length <= LongestEnding;
        return Fuzz.Ratio(typed, word) >= Misspelt;
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+|[,.!?;]", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    private sealed record Found(SafetySign Sign, int First, int Last, bool DeniedWithin)
    {
        public bool Denied { get; set; }
    }
}
