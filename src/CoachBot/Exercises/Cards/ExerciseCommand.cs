using System.Diagnostics.Metrics;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Browse;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;
using CoachBot.Safety;
using CoachBot.Teams;

namespace CoachBot.Exercises.Cards;

/// <summary><c>/exercise</c>: a card to act on, for the asker alone unless they or their team want it otherwise.</summary>
internal sealed class ExerciseCommand(Library library, ExerciseReplies replies, TeamStore teams, SafetyDesk safety) : ICommand, ISuggests
{
    public const string MeterName = "CoachBot.Exercises";

    private const string ForMe = "me";
    private const string ForEveryone = "everyone";
    private const int MostSuggestions = 25;

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Counts only: what was typed may be about a person and is kept nowhere.</summary>
    private static readonly Counter<long> Unknown =
        Meter.CreateCounter<long>("coachbot_unknown_exercises", description: "Look-ups of a name that no exercise has");

    public CommandSpec Spec { get; } = Describe(ExerciseWords.In(Locale.English));

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        var words = ExerciseWords.In(call.Caller.Locale);
        var name = AsPicked(call.Text("name") ?? "", shelf, words);
        // "My knee hurts" is no name, and help comes before any card.
        if (shelf.Search.Named(name) is null && safety.Hear(name) is { } sign) return await safety.AnswerAsync(sign, call.Caller, ct);
        // "Kettlebell" is no misspelt exercise, but a thing that many need.
        if (Topic(name, shelf) is { } topic) return BrowseReplies.List(topic, shelf, words);
        if (shelf.Search.Find(name) is { } exercise) return replies.FirstCard(exercise, shelf, call.Caller, await IsForEveryoneAsync(call, ct));
        Unknown.Add(1);
        return UnknownName(name, shelf, words);
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        var words = ExerciseWords.In(call.Caller.Locale);
        // What only sounds alike gives way to what works the muscle or needs the thing that was named.
        var offered = Topic(call.Typed, shelf)?.Of(shelf).Take(MostSuggestions) ?? shelf.Search.Suggest(call.Typed, MostSuggestions);
        return [.. offered.Select(exercise => Suggestion(exercise, words))];
    }

    /// <summary>The level is added in brackets, unless the name ends in brackets of its own.</summary>
    public static Choice Suggestion(Exercise exercise, ExerciseWords words) => new(
        exercise.ByTeam ? words.SuggestionByTeam(exercise.Name)
            : exercise.Name.EndsWith(')') ? exercise.Name
            : words.Suggestion(exercise.Name, exercise.Level),
        exercise.Name);

    /// <summary>A line of the list that was typed by hand is what picking it is.</summary>
    private static string AsPicked(string typed, Shelf shelf, ExerciseWords words) => !typed.TrimEnd().EndsWith(')') ? typed
        : shelf.Exercises.Select(exercise => Suggestion(exercise, words))
            .FirstOrDefault(choice => TypedText.Fold(choice.Name).Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase))?.Value ?? typed;

    private static BrowseFilter? Topic(string typed, Shelf shelf) =>
        shelf.Search.Named(typed) is null || shelf.Search.IsShared(typed) ? Topics.Find(typed, shelf) : null;

    public static Reply UnknownName(string typed, Shelf shelf, ExerciseWords words) => shelf.Search.Nearest(typed, 3) is { Count: > 0 } nearest
        ? new Reply
        {
            Text = words.DidYouMean(typed),
            Buttons = [.. nearest.Select(exercise => new Button(exercise.Name, ExerciseActions.Open, exercise.Id))],
            Refuses = true,
        }
        : new Reply { Text = words.NotInTheLibrary(typed), Select = BrowseReplies.FamilySelect(shelf, words), Refuses = true };

    private async Task<bool> IsForEveryoneAsync(CommandCall call, CancellationToken ct) => (call.Caller.TeamId, call.Text("share")) switch
    {
        (null, _) => false,
        (_, ForEveryone) => true,
        (_, ForMe) => false,
        ({ } team, _) => (await teams.GetAsync(team, ct)).CardsForEveryone,
    };

    private static CommandSpec Describe(ExerciseWords words) => new(
        "exercise",
        words.LookUp,
        new OptionSpec("name", words.WhichExercise) { Required = true, Suggests = true, Min = 1, Max = 100 },
        new OptionSpec("share", words.WhoSees) { Choices = [new Choice(words.OnlyMe, ForMe), new Choice(words.Everyone, ForEveryone)] });
}
