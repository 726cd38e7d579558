using System.Collections.Concurrent;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Own;

namespace CoachBot.Exercises;

internal sealed class ExerciseReplies(Catalogue catalogue, ExercisePictures pictures)
{
    private static readonly (CardView View, string Label)[] Views =
        [(CardView.How, "How to do it"), (CardView.Faults, "Faults"), (CardView.Why, "Why"), (CardView.Motion, "Motion")];

    private readonly ConcurrentDictionary<(string Id, bool InTeam, bool ForEveryone), Reply> shared = new();

    /// <summary>The first card of a look-up. That of the catalogue is the same for everybody, and asked for again and again.</summary>
    public Reply FirstCard(IExercise exercise, Shelf shelf, bool inTeam, bool forEveryone)
    {
        if (exercise is Exercise && shelf.Own.Count == 0)
            return shared.GetOrAdd((exercise.Id, inTeam, forEveryone), _ => Make() with { Shared = true });
        return Make();

        Reply Make() => forEveryone ? PublicCard(exercise, shelf) : PrivateCard(exercise, shelf, inTeam);
    }

    /// <summary>The card for the caller alone; in a team it can be shown to the channel. With a coach's words on it, a card is for everyone: none reach an athlete privately.</summary>
    public Reply PrivateCard(IExercise exercise, Shelf shelf, bool inTeam, CardView view = CardView.How) => exercise is Exercise ours
        ? Side(ours, shelf, view) with { Buttons = [.. Ladder(ours, shelf), .. inTeam ? Show(ours, view) : [], .. Sides(ours, view)] }
        : PublicCard(exercise, shelf);

    public Reply PublicCard(IExercise exercise, Shelf shelf, CardView view = CardView.How) => exercise is Exercise ours
        ? Side(ours, shelf, view) with { Private = false }
        : new Reply { Card = OwnExerciseReplies.Card((OwnExercise)exercise, shelf, catalogue), Buttons = Ladder(exercise, shelf), Private = false };

    /// <param name="nearest">What was likely meant; at least one.</param>
    public static Reply UnknownName(string typed, IReadOnlyList<IExercise> nearest) => new()
    {
        Text = $"I don't know {Markup.Quote(typed)}. Did you mean:",
        Buttons = [.. nearest.Select(e => new Button(e.Name, OpenExercise.Name, e.Id))],
    };

    public static UserError OutOfDate() => new(_ => "This button is out of date. Type /exercise to look it up.");

    /// <summary>The level is added in brackets, unless the name ends in brackets of its own.</summary>
    public static Choice Suggestion(IExercise exercise) => new(
        exercise is OwnExercise ? $"{exercise.Name} (added by your team)"
            : exercise.Name.EndsWith(')') ? exercise.Name
            : $"{exercise.Name} ({exercise.Level.ToString().ToLowerInvariant()})",
        exercise.Name);

    private Reply Side(Exercise exercise, Shelf shelf, CardView view) => new()
    {
        Card = ExerciseCard.Of(exercise, catalogue, view) with { Picture = Picture(exercise, view) },
        Select = new Select(HowMuchSelect.Name, exercise.Id) { Placeholder = "How much?", Options = HowMuchSelect.Options(view) },
        Buttons = [.. Ladder(exercise, shelf), .. Sides(exercise, view)],
    };

    private Picture Picture(Exercise exercise, CardView view) => view switch
    {
        CardView.Motion => pictures.Motion(exercise),
        CardView.Faults => pictures.Fault(exercise) ?? pictures.Card(exercise),
        _ => pictures.Card(exercise),
    };

    private static IReadOnlyList<Button> Ladder(IExercise exercise, Shelf shelf) =>
    [
        Step("Easier", shelf.Easier(exercise), exercise),
        Step("Harder", shelf.Harder(exercise), exercise),
    ];

    private static IReadOnlyList<Button> Show(Exercise exercise, CardView view) => [new Button("Show to channel", ShowExercise.Name, exercise.Id, view.Word())];

    /// <summary>The side that is open stays in its place and cannot be pressed.</summary>
    private static IEnumerable<Button> Sides(Exercise exercise, CardView open) => Views.Select(side =>
        new Button(side.Label, ViewExercise.Name, exercise.Id, side.View.Word()) { Disabled = side.View == open, StartsRow = side.View == CardView.How });

    /// <summary>At the ladder's end the button stays in its place and cannot be pressed. Its second word keeps the two ends' ids apart.</summary>
    private static Button Step(string label, IExercise? to, IExercise from) => to is null
        ? new Button(label, OpenExercise.Name, from.Id, label.ToLowerInvariant()) { Disabled = true }
        : new Button(label, OpenExercise.Name, to.Id);
}
