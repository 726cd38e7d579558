namespace CoachBot.Exercises.Own;

/// <summary>
/// An exercise that a team's coaches added. Its words are theirs, so they go through <see cref="Chat.Markup.Escape"/> wherever they are shown, and a card
/// with them is only ever posted for the whole channel.
/// </summary>
internal sealed record OwnExercise : IExercise
{
    private const string Prefix = "own-";

    public required long Number { get; init; }

    public required string Name { get; init; }

    public required Level Level { get; init; }

    public required IReadOnlyList<string> Steps { get; init; }

    public required IReadOnlyList<string> Cues { get; init; }

    /// <summary>How much, as the coach wrote it: <c>2 x 10 reps</c>.</summary>
    public required string Dose { get; init; }

    public required DoseType DoseType { get; init; }

    /// <summary>Its place on the ladder: the id of the exercise just below it; null at a ladder's foot.</summary>
    public string? After { get; init; }

    /// <summary>An https address, shown as text.</summary>
    public string? Link { get; init; }

    /// <summary>No longer offered; check-ins that name it still show its name.</summary>
    public bool Retired { get; init; }

    /// <summary>No exercise of the catalogue has a digit in its id.</summary>
    public string Id => IdOf(Number);

    public IReadOnlyList<string> Aliases => [];

    public IReadOnlyList<string> Misspellings => [];

    public static string IdOf(long number) => $"{Prefix}{number}";
}
