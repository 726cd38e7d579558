namespace CoachBot.Exercises.Search;

/// <summary>
/// Whether a short word is another one typed with a slip of the thumb: a letter left out, doubled or put in, two swapped, or the key beside. One letter more is
/// no slip in so few: "blank" is not "plank", nor "squad" "squat".
/// </summary>
internal static class Slip
{
    /// <summary>In longer words the letters that are right say enough.</summary>
    private const int LongestShort = 6;

    /// <summary>In words as short as these, of languages of which we know few words, nearly every slip makes another word.</summary>
    private const int LongestTiny = 5;

    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <param name="abroad">The meant word is of another language.</param>
    public static bool MayBe(string typed, string meant, bool abroad = false) => Shorter(typed, meant) > LongestShort || IsOne(typed, meant, abroad);

    /// <summary>Whether exactly one slip, or none, lies between the two.</summary>
    public static bool IsOne(string typed, string meant, bool abroad)
    {
        if (typed == meant) return true;
        var strict = abroad && Shorter(typed, meant) <= LongestTiny;
        var from = 0;
        while (from < typed.Length && from < meant.Length && typed[from] == meant[from]) from++;
        var left = typed.AsSpan(from);
        var right = meant.AsSpan(from);
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }
        return (left.Length, right.Length) switch
        {
            (0, 1) => !strict || Doubled(meant, from),
            (1, 0) => !strict || Doubled(typed, from),
            (1, 1) => !strict && (Beside(left[0], right[0]) || Vowels(left[0], right[0])),
            (2, 2) => left[0] == right[1] && left[1] == right[0],
            _ => false,
        };
    }

    private static int Shorter(string one, string other) => Math.Min(one.Length, other.Length);

    private static bool Doubled(string word, int at) => (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.Length && word[at + 1] == word[at]);

    private static bool Vowels(char one, char other) => "aeiouy".Contains(one, StringComparison.Ordinal) && "aeiouy".Contains(other, StringComparison.Ordinal);

    private static bool Beside(char one, char other)
    {
        var (row, at) = Place(one);
        var (otherRow, otherAt) = Place(other);
        return row >= 0 && otherRow >= 0 && Math.Abs(row - otherRow) <= 1 && Math.Abs(at - otherAt) <= 1;
    }

    private static (int Row, int At) Place(char key)
    {
        for (var row = 0; row < Keys.Length; row++)
            if (Keys[row].IndexOf(key, StringComparison.Ordinal) is >= 0 and var at) return (row, at);
        return (-1, 0);
    }
}
