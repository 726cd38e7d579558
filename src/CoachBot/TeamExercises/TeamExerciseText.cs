using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Search;
using CoachBot.Exercises.Shelves;

namespace CoachBot.TeamExercises;

/// <summary>What a coach says of an exercise, cleaned and within its limits, wherever it came from: a form or a file.</summary>
internal sealed partial record TeamExerciseText
{
    public const int LongestName = 60;
    public const int MostSteps = 8;
    public const int LongestStep = 200;
    public const int MostCues = 4;
    public const int LongestCue = 100;
    public const int LongestDose = 100;
    public const int LongestLink = 200;

    public required string Name { get; init; }

    public required Level Level { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public required IReadOnlyList<string> Cues { get; init; }

    public required string Dose { get; init; }

    /// <summary>The id of the exercise just below it; null at a ladder's foot.</summary>
    public string? After { get; init; }

    public string? Link { get; init; }

    public DoseType DoseType => Timed().IsMatch(Dose) ? DoseType.Seconds : DoseType.Reps;

    /// <summary>Two names with the same key read alike: one of them could never be found.</summary>
    public string NameKey => KeyOf(Name);

    public static string KeyOf(string name) => SearchText.Compact(SearchText.Canonical(SearchText.Normalise(name)));

    /// <summary>Lines as they were typed, without numbers and bullets of their own; a line that nobody can see is none.</summary>
    public static IReadOnlyList<string> Lines(string typed) =>
        [.. typed.Split('\n').Select(line => Bullet().Replace(Markup.Clean(line), "").Trim()).Where(line => !line.EnumerateRunes().All(IsBlank))];

    /// <param name="shelf">What the team has now.</param>
    /// <param name="editing">The exercise that this is to take the place of; null for a new one.</param>
    /// <returns>What is wrong and what to do instead, in one or two sentences; null when all is well.</returns>
    public string? Problem(Shelf shelf, Exercise? editing, TeamExerciseWords words) =>
        NameProblem(shelf, editing, words)
        ?? Lines(words.Step, Steps, MostSteps, LongestStep, words)
        ?? Lines(words.Cue, Cues, MostCues, LongestCue, words)
        ?? (Dose.Length is < 2 or > LongestDose ? words.DoseLength(LongestDose) : null)
        ?? LinkProblem(words)
        ?? LadderProblem(shelf, editing, words);

    private string? NameProblem(Shelf shelf, Exercise? editing, TeamExerciseWords words)
    {
        if (Name.Length is < 3 or > LongestName) return words.NameLength(LongestName);
        if (Name.EnumerateRunes().Any(rune => rune.Value != ' ' && IsBlank(rune))) return words.NameUnseen;
        if (!NameCharacters().IsMatch(Name)) return words.NameCharacters;
        // A check-in reads "squat 3x10" as squats, and "clam and plank" as two exercises.
        if (HasDose().IsMatch(Name)) return words.NameHasDose;
        if (Name.Contains(" and ", StringComparison.OrdinalIgnoreCase)) return words.NameHasAnd;
        return shelf.Index.Called(SearchText.Normalise(Name)) switch
        {
            { ByTeam: false } ours => words.NameOfTheLibrary(ours.Name),
            { } own when own.Id != editing?.Id => words.NameOfAnother(own.Name),
            _ => null,
        };
    }

    private static string? Lines(string what, IReadOnlyList<string> lines, int most, int longest, TeamExerciseWords words) =>
        lines.Count == 0 ? words.AtLeastOne(what)
        : lines.Count > most ? words.TooManyLines(what, lines.Count, most)
        : lines.FirstOrDefault(line => line.Length > longest) is { } line ? words.LineTooLong(what, line, line.Length, longest)
        : null;

    private string? LinkProblem(TeamExerciseWords words) => Link is null || (Link.Length <= LongestLink && Uri.TryCreate(Link, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", UserInfo: "" } && uri.Host.Contains('.', StringComparison.Ordinal) && !Link.Any(char.IsWhiteSpace))
        ? null
        : words.Link(LongestLink);

    private string? LadderProblem(Shelf shelf, Exercise? editing, TeamExerciseWords words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = After; at is not null; at = shelf.Find(at) is { ByTeam: true } own ? own.Below : null)
        {
            if (at == editing?.Id || !seen.Add(at)) return words.RoundInACircle;
        }
        if (LevelProblem(shelf, After, Level, words) is { } problem) return problem;
        return Level == Level.Advanced && editing is not null
            && shelf.Added.FirstOrDefault(next => next.Level == Level.Basic && shelf.Easier(next)?.Id == editing.Id) is { } above
            ? words.BasicStandsOnIt(above.Name)
            : null;
    }

    /// <summary>Basics come before advanced: nobody is sent from an advanced exercise on to a basic one.</summary>
    /// <param name="after">The id of the exercise below; one that is retired is stepped over.</param>
    public static string? LevelProblem(Shelf shelf, string? after, Level level, TeamExerciseWords words)
    {
        if (level == Level.Advanced || after is null || shelf.Find(after) is not { } named) return null;
        return (named.Retired ? shelf.Easier(named) : named) is { Level: Level.Advanced } below ? words.BasicAfterAdvanced(below.Name) : null;
    }

    /// <summary>
    /// Letters that are drawn as nothing, though they count as letters or symbols ("Default_Ignorable_Code_Point", and the empty Braille cell).
    /// </summary>
    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}\p{M}\p{Nd} \-'’()/&]+$", RegexOptions.CultureInvariant)]
    private static partial Regex NameCharacters();

    /// <summary>"3x10", "10 reps", "30 s", or a bare number at the end; "90/90 hip switch" and "4-way hip" are names.</summary>
    [GeneratedRegex(
        @"\d\s*[x×]\s*\d|\d\s*(?:sets?|reps?|s|secs?|seconds?|mins?|minutes?|kg|lbs?)\b|(?:^|\s)\d+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HasDose();

    [GeneratedRegex(@"^(?:\d{1,2}[.)]\s+|[-*•]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\d\s*(?:s|secs?|seconds?|mins?|minutes?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Timed();
}
