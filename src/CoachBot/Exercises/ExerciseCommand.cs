using System.Diagnostics.Metrics;
using CoachBot.Chat;

namespace CoachBot.Exercises;

/// <summary>The team's own choice: whether cards that are looked up are for everyone when the asker does not say.</summary>
internal delegate Task<bool> CardsForEveryone(ulong teamId, CancellationToken ct);

/// <summary><c>/exercise</c>: a card to act on, for the asker alone unless they or their team want it otherwise.</summary>
internal sealed class ExerciseCommand(ExerciseSearch search, ExerciseReplies replies, CardsForEveryone cardsForEveryone) : ICommand, ISuggests
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
        if (search.Find(name) is not { } exercise)
        {
            Unknown.Add(1);
            return ExerciseReplies.UnknownName(name, search.Nearest(name, 3));
        }
        var inTeam = call.Caller.TeamId is not null;
        return await IsForEveryone(call, ct) ? replies.PublicCard(exercise) : replies.PrivateCard(exercise, inTeam);
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Choice>>([.. search.Suggest(call.Typed, MostSuggestions).Select(ExerciseReplies.Suggestion)]);

    private async Task<bool> IsForEveryone(CommandCall call, CancellationToken ct) => (call.Caller.TeamId, call.Text("share")) switch
    {
        (null, _) => false,
        (_, ForEveryone) => true,
        (_, ForMe) => false,
        ({ } team, _) => await cardsForEveryone(team, ct),
    };
}
