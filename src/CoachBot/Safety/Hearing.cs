namespace CoachBot.Safety;

/// <summary>A text being listened to: its words, and which sets of words are said where.</summary>
internal sealed class Hearing(string[] words, List<Place>?[] said)
{
    public List<Place>?[] Said => said;

    /// <summary>Whether a sentence ends within: what is said in two is not one thing.</summary>
    public bool IsParted(int start, int end) => end - 1 > start && Array.IndexOf(words, ".", start, end - 1 - start) >= 0;

    public bool IsInSentence(int set, int start, int end)
    {
        if (said[set] is not { } places) return false;
        var first = Array.LastIndexOf(words, ".", start) + 1;
        var last = Array.IndexOf(words, ".", Math.Max(start, end - 1));
        return places.Exists(place => place.Start >= first && (last < 0 || place.End <= last + 1));
    }

    public bool IsDenied(int at) => Denial.Covers(words, at);

    public bool IsDeniedBetween(Place[] parts)
    {
        var (start, end) = (parts.Min(part => part.Start), parts.Max(part => part.End));
        for (var at = start; at < end; at++)
        {
            if (Denial.IsOne(words[at]) && !Array.Exists(parts, part => part.Start <= at && at < part.End)) return true;
        }
        return false;
    }
}
