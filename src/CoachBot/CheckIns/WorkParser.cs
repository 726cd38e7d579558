using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Search;

namespace CoachBot.CheckIns;

/// <summary>Reads what was done: <c>squat 3x12, plank 3x45s, clamshell 2x10 each side</c>. All of it or nothing.</summary>
internal static partial class WorkParser
{
    public const int MostParts = 12;
    private const int MostSets = 20;
    private const int MostReps = 200;
    private const int MostSeconds = 3600;
    private const string Example = "Write it like: squat 3x12, plank 3x45s. Nothing was logged.";

    /// <exception cref="UserError">Names the part that could not be read.</exception>
    public static IReadOnlyList<Work> Parse(string typed, ExerciseSearch search)
    {
        var parts = Separator().Split(typed).Select(Markup.Clean).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0) throw new UserError(_ => $"There is nothing I can read in “what”. {Example}");
        if (parts.Count > MostParts) throw new UserError(_ => $"That is {parts.Count} exercises, and I can log {MostParts} at once. {Example}");
        return [.. parts.Select(part => ParsePart(part, search))];
    }

    private static Work ParsePart(string part, ExerciseSearch search)
    {
        var dose = Dose().Match(part);
        var name = dose.Groups["name"].Value.Trim();
        if (name.Length == 0) throw new UserError(_ => $"I don't see which exercise {Markup.Quote(part)} is. {Example}");
        var exercise = search.Find(name) ?? throw Unknown(part, name, search);

        var sets = Number(dose, "sets", MostSets, part);
        var minutes = dose.Groups["unit"].Value.StartsWith('m');
        var timed = minutes || dose.Groups["unit"].Value.StartsWith('s') || (dose.Groups["unit"].Length == 0 && exercise.DoseType == DoseType.Seconds);
        var count = Number(dose, "count", timed ? (minutes ? MostSeconds / 60 : MostSeconds) : MostReps, part);
        return new Work
        {
            ExerciseId = exercise.Id,
            Sets = sets ?? (count is null ? null : 1),
            Reps = timed ? null : count,
            Seconds = timed ? count * (minutes ? 60 : 1) : null,
            PerSide = dose.Groups["side"].Success,
        };
    }

    private static int? Number(Match dose, string group, int most, string part)
    {
        var digits = dose.Groups[group];
        if (!digits.Success) return null;
        var number = int.Parse(digits.Value, CultureInfo.InvariantCulture);
        if (number >= 1 && number <= most) return number;
        throw new UserError(_ => $"In {Markup.Quote(part)} the number {number} is outside 1 to {most}. {Example}");
    }

    private static UserError Unknown(string part, string name, ExerciseSearch search) => new(_ => 
        $"I don't understand {Markup.Quote(part)}. Did you mean {string.Join(", ", search.Nearest(name, 3).Select(exercise => Markup.Escape(exercise.Name)))}? {Example}");

    [GeneratedRegex(@"[,;\n]|\s\+\s|\s+and\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    // A dose after the name (squat 3x12, plank 45s, squat 3 sets) or, when it has sets, before it (3x12 squats).
    // The time limit is the wall clock's: a short one fails an honest text on a machine that is busy elsewhere.
    [GeneratedRegex(
        """
        ^(?: (?<sets>\d{1,4}) \s* [x×*] \s* (?<count>\d{1,5}) \s* (?<unit>s(?:ecs?|econds?)?|m(?:ins?|inutes?)?|reps?)? \s* (?<side>(?:per|each|/)\s*(?:side|leg|arm)|each)? \s+ (?:of\s+)? (?<name>\p{L}.*)
          | (?<name>.*?) [\s:]* (?: (?<sets>\d{1,4}) \s* (?: [x×*] | sets?\s+(?:of|x) ) \s* (?<count>\d{1,5}) | (?<sets>\d{1,4}) \s* sets? | (?<=[\s:]) (?<count>\d{1,5}) )
            \s* (?<unit>s(?:ecs?|econds?)?|m(?:ins?|inutes?)?|reps?)? \s* (?<side>(?:per|each|/)\s*(?:side|leg|arm)|each)?
          | (?<name>.*) )$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Dose();
}
