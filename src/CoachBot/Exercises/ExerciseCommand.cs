using System.Diagnostics.Metrics;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Browse;
using CoachBot.Runtime;

namespace CoachBot.Exercises;

/// <summary>The team's own choice: whether cards that are looked up are for everyone when the asker does not say.</summary>
internal delegate Task<bool> CardsForEveryone(TeamId teamId, CancellationToken ct);

/// <summary><c>/exercise</c>: a card to act on, for the asker alone unless they or their team want it otherwise.</summary>
internal sealed class ExerciseCommand(Library library, ExerciseReplies replies, CardsForEveryone cardsForEveryone) : ICommand, ISuggests
{
    public const string MeterName = "CoachBot.Exercises";

    private const string ForMe = "me";
    private const string ForEveryone = "everyone";
    private const int MostSuggestions = 25;

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Counts only: what was typed may be about a person and is kept nowhere.</summary>
    private static readonly Counter<long> Unknown =
        Meter.CreateCounter<long>("coachbot_unknown_exercises", description: "Look-ups of a name that no exercise has");

    public CommandSpec Spec { get; } = new(
        "exercise",
        "Look up an exercise: how to do it, what goes wrong, how much",
        new OptionSpec("name", "Which exercise? Start typing: bridge, squat, plank …") { Required = true, Suggests = true, Min = 1, Max = 100 },
        new OptionSpec("share", "Who sees the card?") { Choices = [new Choice("only me", ForMe), new Choice("everyone", ForEveryone)] });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var name = call.Text("name") ?? "";
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        var named = shelf.Search.Named(name);
        // "Kettlebell" is no misspelt exercise, but a thing that many need.
        if (named is null && Topic.Find(name, shelf) is { } topic) return BrowseReplies.About(topic);
        if ((named ?? shelf.Search.Find(name)) is { } exercise)
        {
            return replies.FirstCard(exercise, shelf, inTeam: call.Caller.TeamId is not null, await IsForEveryone(call, ct));
        }
        Unknown.Add(1);
        return ExerciseReplies.UnknownName(name, shelf.Search.Nearest(name, 3));
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        var called = shelf.Search.Suggest(call.Typed, MostSuggestions);
        // What only sounds alike gives way to what works the muscle or needs the thing that was named.
        if (shelf.Search.Named(call.Typed) is null && Topic.Find(call.Typed, shelf) is { } topic) called = [.. topic.Exercises.Take(MostSuggestions)];
        return [.. called.Select(ExerciseReplies.Suggestion)];
    }

    private async Task<bool> IsForEveryone(CommandCall call, CancellationToken ct) => (call.Caller.TeamId, call.Text("share")) switch
    {
        (null, _) => false,
        (_, ForEveryone) => true,
        (_, ForMe) => false,
        ({ } team, _) => await cardsForEveryone(team, ct),
    };
}
