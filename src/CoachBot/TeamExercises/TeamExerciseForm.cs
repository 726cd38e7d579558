using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Cards;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;
using CoachBot.Runtime;

namespace CoachBot.TeamExercises;

/// <summary>Saves what a coach wrote of an exercise, and posts its card for the whole team.</summary>
internal sealed class TeamExerciseForm(
    TeamExerciseDesk desk, TeamExerciseStore store, ExerciseReplies replies, TimeProvider time) : IFormAction
{
    /// <summary>In place of an exercise's id: there is none yet.</summary>
    public const string New = "new";

    public static readonly IReadOnlyList<Choice> LevelChoices = [.. Enum.GetValues<Level>().Select(level => new Choice(level.Word(), level.Word()))];

    public static readonly FormSpec FormSpec = Describe(TeamExerciseWords.In(Locale.English));

    public FormSpec Spec => FormSpec;

    public static IReadOnlyDictionary<string, string> Values(Exercise exercise)
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
        if (call.Arguments is not [var id, var level, var below] || Levels.Read(level) is not { } read) throw OpenExercise.OutOfDate();
        var text = new TeamExerciseText
        {
            Name = Markup.Clean(call.Text("name")!),
            Level = read,
            Steps = TeamExerciseText.Lines(call.Text("steps")!),
            Cues = TeamExerciseText.Lines(call.Text("cues")!),
            Dose = Markup.Clean(call.Text("dose")!),
            After = below == TeamExerciseDesk.NothingBelow ? null : below,
            Link = call.Text("link") is { } link ? Markup.Clean(link) : null,
        };
        var words = TeamExerciseWords.In(call.Caller.Locale);
        var written = (await store.ChangeAsync(call.Id, team, time.Now(), own => [Change(id, text, desk.ShelfOf(own), words)], ct))[0];
        var reply = replies.PublicCard(written, await desk.FreshAsync(team, ct), call.Caller);
        return reply with { Text = id == New ? words.Added(written.Name) : words.Changed(written.Name) };
    }

    private static TeamExerciseChange Change(string id, TeamExerciseText text, Shelf shelf, TeamExerciseWords words)
    {
        var editing = id == New ? null : shelf.Added.FirstOrDefault(own => own.Id == id) ?? throw new UserError(_ => words.RetiredMeanwhile);
        if (text.After is { } after && shelf.Find(after) is null or { Retired: true }) throw new UserError(_ => words.BelowRetiredMeanwhile);
        return text.Problem(shelf, editing, words) is { } problem
            ? throw new UserError(_ => words.NothingChanged(problem))
            : new TeamExerciseChange(text, editing);
    }

    /// <summary>The fields take more than fits: what is too long is refused with a sentence, and nothing is cut off while it is pasted.</summary>
    private static FormSpec Describe(TeamExerciseWords words) => new(
        TeamExerciseActions.Form,
        words.FormTitle,
        new FieldSpec("name", words.NameField) { Placeholder = words.NameHint },
        new FieldSpec("steps", words.StepsField) { Paragraph = true, Placeholder = words.StepsHint },
        new FieldSpec("cues", words.CuesField) { Paragraph = true },
        new FieldSpec("dose", words.DoseField) { Placeholder = words.DoseHint },
        new FieldSpec("link", words.LinkField) { Required = false, Placeholder = "https://" });
}
