using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Search;

namespace CoachBot.Exercises.Own;

/// <summary>What a coach says of an exercise, cleaned and within its limits, wherever it came from: a form or a file.</summary>
internal sealed partial record OwnExerciseText
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

    /// <summary>Lines as they were typed, without numbers and bullets of their own.</summary>
    public static IReadOnlyList<string> Lines(string typed) =>
        [.. typed.Split('\n').Select(line => Bullet().Replace(Markup.Clean(line), "").Trim()).Where(line => line.Length > 0)];

    /// <param name="shelf">What the team has now.</param>
    /// <param name="editing">The exercise that this is to take the place of; null for a new one.</param>
    /// <returns>What is wrong and what to do instead, in one or two sentences; null when all is well.</returns>
    public string? Problem(Shelf shelf, OwnExercise? editing)
    {
        if (Name.Length is < 3 or > LongestName) return $"The name needs 3 to {LongestName} characters.";
        if (!NameCharacters().IsMatch(Name)) return "The name can have letters, numbers, spaces and - ' ( ) / & only, and needs a letter. Please change it.";
        // A check-in reads "squat 3x10" as squats, and "clam and plank" as two exercises.
        if (SearchText.WithoutDose(SearchText.Normalise(Name)) != SearchText.Normalise(Name)) return "Leave sets, reps and seconds out of the name. They have a place of their own.";
        if (Name.Contains(" and ", StringComparison.OrdinalIgnoreCase)) return "In a check-in, “and” stands between two exercises. Write & or “with” in the name instead.";
        switch (shelf.Index.Called(SearchText.Normalise(Name)))
        {
            case Exercise ours: return $"The library already has {Markup.Quote(ours.Name)} under this name, and it stays as it is. Give yours a name of its own.";
            case OwnExercise own when own.Id != editing?.Id: return $"Your team already has {Markup.Quote(own.Name)}. Edit that one, or choose another name.";
        }
        return Lines("step", Steps, MostSteps, LongestStep) ?? Lines("cue", Cues, MostCues, LongestCue)
            ?? (Dose.Length is < 2 or > LongestDose ? $"“How much” needs 2 to {LongestDose} characters, such as 2 x 10 reps." : null)
            ?? LinkProblem() ?? LadderProblem(shelf, editing);
    }

    private static string? Lines(string what, IReadOnlyList<string> lines, int most, int longest) =>
        lines.Count == 0 ? $"Write at least one {what}."
        : lines.Count > most ? $"That is {lines.Count} {what}s, and {most} fit. Please join or leave out some; each line is one {what}."
        : lines.FirstOrDefault(line => line.Length > longest) is { } line ? $"The {what} {Markup.Quote(line)} is too long: {longest} characters fit."
        : null;

    private string? LinkProblem() => Link is null || (Link.Length <= LongestLink && Uri.TryCreate(Link, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", UserInfo: "" } && uri.Host.Contains('.', StringComparison.Ordinal) && !Link.Any(char.IsWhiteSpace))
        ? null
        : $"The link must be a full https address of at most {LongestLink} characters, such as https://example.org/video. Or leave it out.";

    private string? LadderProblem(Shelf shelf, OwnExercise? editing)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = After; at is not null; at = (shelf.Find(at) as OwnExercise)?.After)
        {
            if (at == editing?.Id || !seen.Add(at)) return "That ladder would go round in a circle. Choose an easier exercise below this one.";
        }
        return null;
    }

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}\p{M}\p{Nd} \-'’()/&]+$", RegexOptions.CultureInvariant)]
    private static partial Regex NameCharacters();

    [GeneratedRegex(@"^(?:\d{1,2}[.)]\s+|[-*•]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\d\s*(?:s|secs?|seconds?|mins?|minutes?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Timed();
}
