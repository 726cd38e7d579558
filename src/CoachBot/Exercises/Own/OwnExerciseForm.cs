using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Teams;

namespace CoachBot.Exercises.Own;

/// <summary>Saves what a coach wrote of an exercise, and posts its card for the whole team.</summary>
internal sealed class OwnExerciseForm(OwnExerciseDesk desk, OwnExerciseStore store, ExerciseReplies replies, TimeProvider time) : IFormAction
{
    /// <summary>In place of an exercise's id: there is none yet.</summary>
    public const string New = "new";

    public static readonly IReadOnlyList<Choice> Levels = [new("basic", "basic"), new("advanced", "advanced")];

    public static readonly FormSpec FormSpec = new("own", "An exercise of your team",
        new FieldSpec("name", "Name") { Min = 3, Max = OwnExerciseText.LongestName, Placeholder = "What your team calls it" },
        new FieldSpec("steps", "How to do it: one step per line") { Paragraph = true, Max = OwnExerciseText.MostSteps * (OwnExerciseText.LongestStep + 4), Placeholder = "Everyone in the channel can read this" },
        new FieldSpec("cues", "What to think of: one cue per line") { Paragraph = true, Max = OwnExerciseText.MostCues * (OwnExerciseText.LongestCue + 4) },
        new FieldSpec("dose", "How much") { Min = 2, Max = OwnExerciseText.LongestDose, Placeholder = "2 x 10 reps, rest 45 s" },
        new FieldSpec("link", "A link, if you have one") { Required = false, Max = OwnExerciseText.LongestLink, Placeholder = "https://" });

    public FormSpec Spec => FormSpec;

    public static IReadOnlyDictionary<string, string> Values(OwnExercise exercise)
    {
        var values = new Dictionary<string, string>
        {
            ["name"] = exercise.Name,
            ["steps"] = string.Join('\n', exercise.Steps),
            ["cues"] = string.Join('\n', exercise.Cues),
            ["dose"] = exercise.Dose,
        };
        if (exercise.Link is { } link) values["link"] = link;
        return values;
    }

    public async Task<Reply> SubmitAsync(FormCall call, CancellationToken ct)
    {
        var (team, _) = await desk.RequireCoachAsync(call.Caller, ct);
        if (call.Arguments is not [var id, var level, var below] || !Enum.TryParse<Level>(level, ignoreCase: true, out var read)) throw ExerciseReplies.OutOfDate();
        var text = new OwnExerciseText
        {
            Name = Markup.Clean(call.Text("name")!),
            Level = read,
            Steps = OwnExerciseText.Lines(call.Text("steps")!),
            Cues = OwnExerciseText.Lines(call.Text("cues")!),
            Dose = Markup.Clean(call.Text("dose")!),
            After = below == OwnExerciseDesk.NothingBelow ? null : below,
            Link = call.Text("link") is { } link ? Markup.Clean(link) : null,
        };
        var written = await store.ChangeAsync(call.Id, team, time.Now(), own => [Change(id, text, desk.ShelfOf(own))], ct);
        var reply = replies.PublicCard(written[0], await desk.FreshAsync(team, ct));
        return reply with { Text = id == New ? OwnExerciseReplies.Added(written[0]) : OwnExerciseReplies.Changed(written[0]) };
    }

    private static OwnExerciseChange Change(string id, OwnExerciseText text, Shelf shelf)
    {
        var editing = id == New ? null : shelf.Own.FirstOrDefault(own => own.Id == id)
            ?? throw new UserError(_ => "This exercise was retired in the meantime. Bring it back first, or add it anew. Nothing was changed.");
        if (text.After is { } after && shelf.Find(after) is null or OwnExercise { Retired: true })
            throw new UserError(_ => "The exercise below it was retired in the meantime. Please choose another. Nothing was changed.");
        return text.Problem(shelf, editing) is { } problem ? throw new UserError(_ => $"{problem} Nothing was changed.") : new OwnExerciseChange(text, editing);
    }
}
