using System.Collections.Concurrent;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;

namespace CoachBot.Exercises.Cards;

/// <summary>A card with what is under it: the ladder, its other sides, and how much.</summary>
internal sealed class ExerciseReplies(Catalogue catalogue, ExercisePictures pictures)
{
    private static readonly CardView[] Sides = [CardView.Short, CardView.How, CardView.Faults, CardView.Why, CardView.Motion];
    private static readonly CardView[] Levels = [CardView.Beginner, CardView.Intermediate, CardView.Advanced];

    private readonly ConcurrentDictionary<(string Id, bool InTeam, bool ForEveryone, ExerciseWords Words), Reply> shared = new();

    /// <summary>The first card of a look-up. That of the catalogue is the same for everybody, and asked for again and again.</summary>
    public Reply FirstCard(Exercise exercise, Shelf shelf, Caller caller, bool forEveryone)
    {
        if (exercise.ByTeam || shelf.Added.Count > 0) return Make();
        return shared.GetOrAdd((exercise.Id, caller.TeamId is not null, forEveryone, ExerciseWords.In(caller.Locale)), _ => Make() with { Shared = true });

        Reply Make() => forEveryone ? PublicCard(exercise, shelf, caller) : PrivateCard(exercise, shelf, caller);
    }

    /// <summary>
    /// The card for the caller alone; in a team it can be shown to the channel. With a coach's words on it, a card is for everyone:
    /// none reach an athlete privately.
    /// </summary>
    public Reply PrivateCard(Exercise exercise, Shelf shelf, Caller caller, CardView view = CardView.Short) => exercise.ByTeam
        ? PublicCard(exercise, shelf, caller)
        : Side(exercise, shelf, caller, view, mayShow: caller.TeamId is not null);

    public Reply PublicCard(Exercise exercise, Shelf shelf, Caller caller, CardView view = CardView.Short) =>
        Side(exercise, shelf, caller, view, mayShow: false) with { Private = false };

    /// <summary>What there is to pick from under "How much?".</summary>
    public static IReadOnlyList<SelectOption> HowMuch(CardView open, ExerciseWords words) =>
        [.. Levels.Select(level => new SelectOption(LabelOf(level, words), level.Word(), About(level, words), Default: level == open))];

    private Reply Side(Exercise exercise, Shelf shelf, Caller caller, CardView view, bool mayShow)
    {
        var words = ExerciseWords.In(caller.Locale);
        var card = new ExerciseCard(catalogue, words).Of(exercise, shelf, view);
        IReadOnlyList<Button> ladder =
            [Step(words.Easier, "easier", shelf.Easier(exercise), exercise), Step(words.Harder, "harder", shelf.Harder(exercise), exercise)];
        if (exercise.Guide is not { } guide) return new Reply { Card = card, Buttons = ladder };
        return new Reply
        {
            Card = card with { Picture = Picture(guide, view, caller.Locale) },
            Select = new Select(ExerciseActions.HowMuch, exercise.Id) { Placeholder = words.HowMuchQuestion, Options = HowMuch(view, words) },
            Buttons =
            [
                .. ladder,
                .. mayShow ? [new Button(words.ShowToChannel, ExerciseActions.Show, exercise.Id, view.Word())] : (Button[])[],
                .. SideButtons(exercise, view, words),
            ],
        };
    }

    private Picture Picture(CatalogueExercise exercise, CardView view, Locale reader) => view switch
    {
        CardView.Motion => pictures.Motion(exercise, reader),
        CardView.Faults => pictures.Fault(exercise, reader) ?? pictures.Card(exercise, reader),
        _ => pictures.Card(exercise, reader),
    };

    /// <summary>The side that is open stays in its place and cannot be pressed.</summary>
    private static IEnumerable<Button> SideButtons(Exercise exercise, CardView open, ExerciseWords words) => Sides.Select(side =>
        new Button(LabelOf(side, words), ExerciseActions.View, exercise.Id, side.Word()) { Disabled = side == open, StartsRow = side == Sides[0] });

    /// <summary>At the ladder's end the button stays in its place and cannot be pressed. Its second word keeps the two ends' ids apart.</summary>
    private static Button Step(string label, string end, Exercise? to, Exercise from) => to is null
        ? new Button(label, ExerciseActions.Open, from.Id, end) { Disabled = true }
        : new Button(label, ExerciseActions.Open, to.Id);

    private static string LabelOf(CardView view, ExerciseWords words) => view switch
    {
        CardView.Short => words.InShort,
        CardView.How => words.HowToDoIt,
        CardView.Faults => words.Faults,
        CardView.Why => words.Why,
        CardView.Motion => words.Motion,
        CardView.Beginner => words.HowMuchBeginner,
        CardView.Intermediate => words.HowMuchIntermediate,
        _ => words.HowMuchAdvanced,
    };

    private static string About(CardView level, ExerciseWords words) => level switch
    {
        CardView.Beginner => words.ForBeginners,
        CardView.Intermediate => words.ForIntermediates,
        _ => words.ForAdvanced,
    };
}
