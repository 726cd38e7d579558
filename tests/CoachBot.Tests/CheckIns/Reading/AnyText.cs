namespace CoachBot.Tests.CheckIns.Reading;

/// <summary>Texts made of what people type into the box, in any order.</summary>
internal sealed class AnyText(Random random)
{
    private static readonly string[] Words =
    [
        "squat", "squats", "plank", "side plank", "clams", "bridge", "lunges", "rdl", "goblet squat", "single leg squat", "flurb",
            "jump squat", "my knee", "felt good", "easy",
        "x", "×", "*", "@", "#", "kg", "lb", "lbs", "kilos", "bw", "s", "sec", "min", "m", "\"", "'", ":", "-", "–", "/", ",", ";", ".",
            "\n", "+", "&", "(", ")", "[", "]", "%", "=", "~",
        "and", "then", "of", "sets", "sets of", "reps", "rounds", "rounds of", "each", "each side", "e/s", "/side", "per leg", "left",
            "right", "L", "R", "a side", "with", "w/", "the", "to", "or",
        "amrap", "max", "to failure", "rpe", "rir", "effort", "rest", "tempo", "hold", "total", "half a minute", "a dozen", "twelve",
            "three", "AMRAP:", "day", "✅", "💪", "•", "|", "->", "½", "²", "１５", "٣",
        "in", "for", "between", "times", "repeat", "dumbbells", "in each hand", "today", "yesterday", "between sets", "reps in reserve",
        "each of", "of each", "in 3 sets", "☐", "[ ]", "[x]", "❌", "no", "skipped", "warm up", "core", "tabata", "superset", "sets:", "reps:",
            "weight:", "lower", "took", "took 20 min", "3x5L 3x5R", "20+10kg", "20/22.5/25kg", "10 x3", "Mon:", "mal", "de",
            "por", "Sätze", "->", "(10x10)", "<3", ":45", "w3d2", "E2MOM", "8/10",
    ];

    /// <summary>No list's letters or numbers: those are dropped, as they were never anything that was done.</summary>
    public string Next()
    {
        var parts = Enumerable.Range(0, random.Next(1, 14)).Select(_ => random.Next(5) < 2 ? Number() : Words[random.Next(Words.Length)]);
        return string.Join(' ', parts);
    }

    private string Number() => random.Next(6) switch
    {
        0 => $"{random.Next(1, 6)}x{random.Next(1, 31)}",
        1 => $"{random.Next(1, 4)}:{random.Next(60):00}",
        2 => $"{random.Next(1, 100)}.5",
        3 => $"{random.Next(5, 20)}/{random.Next(5, 20)}/{random.Next(5, 20)}",
        _ => $"{random.Next(0, 120)}",
    };
}
