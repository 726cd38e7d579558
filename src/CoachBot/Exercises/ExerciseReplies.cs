using CoachBot.Chat;

namespace CoachBot.Exercises;

internal sealed class ExerciseReplies(Catalogue catalogue, ExercisePictures pictures)
{
    /// <summary>The card for the caller alone. In a team it can be shown to the channel.</summary>
    public Reply PrivateCard(Exercise exercise, bool inTeam) => new()
    {
        Card = Card(exercise),
        Buttons = inTeam ? [.. Ladder(exercise), new Button("Show to channel", ShowExercise.Name, exercise.Id)] : Ladder(exercise),
    };

    public Reply PublicCard(Exercise exercise) => new() { Card = Card(exercise), Buttons = Ladder(exercise), Private = false };

    /// <param name="nearest">What was likely meant; at least one.</param>
    public static Reply UnknownName(string typed, IReadOnlyList<Exercise> nearest) => new()
    {
        Text = $"I don't know {Markdown.Quote(typed)}. Did you mean:",
        Buttons = [.. nearest.Select(e => new Button(e.Name, OpenExercise.Name, e.Id))],
    };

    public static UserError OutOfDate() => new("This button is out of date. Type /exercise to look it up.");

    /// <summary>The level is added in brackets, unless the name ends in brackets of its own.</summary>
    public static Choice Suggestion(Exercise exercise) =>
        new(exercise.Name.EndsWith(')') ? exercise.Name : $"{exercise.Name} ({exercise.Level.ToString().ToLowerInvariant()})", exercise.Name);

    private Card Card(Exercise exercise) => ExerciseCard.Of(exercise, catalogue) with { Picture = pictures.Card(exercise) };

    private IReadOnlyList<Button> Ladder(Exercise exercise) =>
    [
        Step("Easier", catalogue.Easier(exercise), exercise),
        Step("Harder", catalogue.Harder(exercise), exercise),
    ];

    /// <summary>At the ladder's end the button stays in its place and cannot be pressed. Its second word keeps the two ends' ids apart.</summary>
    private static Button Step(string label, Exercise? to, Exercise from) => to is null
        ? new Button(label, OpenExercise.Name, from.Id, label.ToLowerInvariant()) { Disabled = true }
        : new Button(label, OpenExercise.Name, to.Id);
}
