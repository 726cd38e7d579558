using CoachBot.Chat.Saying;

namespace CoachBot.Exercises.Own;

internal static class OwnExerciseReplies
{
    /// <summary>For the whole channel, as everything that coaches write.</summary>
    public static Card Card(OwnExercise exercise, Shelf shelf, Catalogue catalogue) => new(
        Markup.Escape(exercise.Name),
        $"**{exercise.Level}** · **Added by your team**\n{string.Join('\n', exercise.Steps.Select((step, i) => $"{i + 1}. {Markup.Escape(step)}"))}")
    {
        Fields =
        [
            .. exercise.After is { } after ? [new CardField("Comes after", shelf.NameOf(after))] : (CardField[])[],
            new("Think of", string.Join('\n', exercise.Cues.Select(cue => $"- {Markup.Escape(cue)}"))),
            new("How much", Markup.Escape(exercise.Dose)),
            .. exercise.Link is { } link ? [new CardField("Read more", Markup.Escape(link))] : (CardField[])[],
            new("Stop if", catalogue.StopRule.Text),
        ],
        Footer = $"Written by your team's coaches, and always shown to everyone. {catalogue.Disclaimer}",
        Colour = ExerciseCard.ColourOf(exercise.Level),
    };

    public static string Added(OwnExercise exercise) => $"**New from your coaches: {Markup.Escape(exercise.Name)}.** Look it up with `/exercise`, and name it in your check-ins.";

    public static string Changed(OwnExercise exercise) => $"**Changed by your coaches: {Markup.Escape(exercise.Name)}.** This is how it is now.";

    public static Reply Retired(OwnExercise exercise) => new()
    {
        Text = $"**{Markup.Escape(exercise.Name)} is retired.** Nobody is offered it any more; check-ins that name it stay as they are.",
        Buttons = [new Button("Bring it back", BringBackExercise.Name, exercise.Id)],
    };

    public static Reply Back(OwnExercise exercise) =>
        new() { Text = $"**{Markup.Escape(exercise.Name)} is back.** Everyone in your team can look it up again.", Replaces = true };

    public static UserError Unknown(string typed) =>
        new(_ => $"Your team has no exercise of its own called {Markup.Quote(typed)}. Start typing its name and pick it from the list. Nothing was changed.");
}
