using System.Text.RegularExpressions;
using CoachBot.Language;

namespace CoachBot.Safety;

/// <summary>
/// Hears a person in trouble, in whatever words. Sayings that only sound like it ("dead tired") are taken out first; then every kind of sign is looked for, the
/// most urgent first; what is denied ("no chest pain") is none. It keeps nothing, counts nothing and logs nothing. May be used from many threads.
/// </summary>
internal sealed class SafetyEar
{
    /// <summary>Enough for any plea; all options of ours are shorter.</summary>
    private const int Longest = 2000;

    private readonly Lazy<SignPatterns> patterns = new(SignPatterns.Read);

    /// <returns>The most urgent sign in the text; null when there is none.</returns>
    public Sign? Hear(string typed)
    {
        var heard = patterns.Value;
        var text = heard.WithoutSayings(heard.Spelling.Correct(typed.Length > Longest ? typed[..Longest] : typed));
        var hearing = heard.Hear(text);
        foreach (var sign in Enum.GetValues<Sign>())
        {
            if (heard.Frames[sign].Any(frame => frame.IsIn(hearing)) || heard.Signs[sign].Any(way => Says(text, way.Pattern, way.MayBeDenied))) return sign;
        }
        return null;
    }

    private static bool Says(string text, Regex pattern, bool mayBeDenied)
    {
        try
        {
            for (var match = pattern.Match(text); match.Success; match = pattern.Match(text, match.Index + 1))
            {
                if (!mayBeDenied || !Denial.Covers(text, match.Index)) return true;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // One kind of sign could not be looked for in time; the others still are.
        }
        return false;
    }
}
