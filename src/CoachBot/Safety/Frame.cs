namespace CoachBot.Safety;

/// <summary>One way to say that something is wrong: who, what and to whom, near each other in a text.</summary>
/// <param name="Parts">The sets of words, one of each of which has to be said.</param>
/// <param name="InOrder">Whether the parts follow each other as they are written.</param>
/// <param name="Gap">How many other words may lie between the parts, all together.</param>
/// <param name="Unless">A set that makes it harmless when it is said in the same sentence.</param>
/// <param name="CountsDenied">Whether a "not" before or within leaves it a sign, because the "not" is the sign.</param>
internal sealed record Frame(Sign Sign, int[] Parts, bool InOrder, int Gap, int? Unless, bool CountsDenied)
{
    public bool IsIn(Hearing text)
    {
        foreach (var part in Parts)
        {
            if (text.Said[part] is null) return false;
        }
        return Completes(text, new Place[Parts.Length], 0);
    }

    private bool Completes(Hearing text, Place[] chosen, int next)
    {
        if (next == Parts.Length) return Holds(text, chosen);
        foreach (var place in text.Said[Parts[next]]!)
        {
            if (next > 0 && !Fits(chosen.AsSpan(0, next), place)) continue;
            chosen[next] = place;
            if (Completes(text, chosen, next + 1)) return true;
        }
        return false;
    }

    private bool Fits(ReadOnlySpan<Place> chosen, Place place)
    {
        if (InOrder) return place.Start >= chosen[^1].End && place.Start - chosen[^1].End <= Gap;
        foreach (var other in chosen)
        {
            if (place.Start < other.End && other.Start < place.End) return false;
        }
        return true;
    }

    private bool Holds(Hearing text, Place[] chosen)
    {
        var (start, end, words) = (int.MaxValue, 0, 0);
        foreach (var place in chosen)
        {
            (start, end, words) = (Math.Min(start, place.Start), Math.Max(end, place.End), words + place.End - place.Start);
        }
        if (end - start - words > Gap || text.IsParted(start, end)) return false;
        if (Unless is { } harmless && text.IsInSentence(harmless, start, end)) return false;
        return CountsDenied || !(text.IsDenied(start) || text.IsDeniedBetween(chosen));
    }
}
