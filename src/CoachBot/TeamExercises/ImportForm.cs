using System.Globalization;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;

namespace CoachBot.TeamExercises;

/// <summary>Says what the file would do, entry by entry, and does nothing yet.</summary>
internal sealed class ImportForm(TeamExerciseDesk desk, TeamExerciseStore store, RefusedForms refused, TimeProvider time) : IFormAction
{
    /// <summary>A message has 2000 characters; the first and last lines need some.</summary>
    private const int Room = 1700;

    private const string Example = "{\"exercises\": [{\"name\": …, \"level\": \"basic\", \"steps\": […], \"cues\": […], \"dose\": …}]}";

    public static readonly FormSpec FormSpec = new(
        TeamExerciseActions.ImportForm,
        TeamExerciseWords.In(Locale.English).ImportTitle,
        new FieldSpec("json", TeamExerciseWords.In(Locale.English).ImportField) { Paragraph = true, Placeholder = Example });

    public FormSpec Spec => FormSpec;

    public async Task<Reply> SubmitAsync(FormCall call, CancellationToken ct)
    {
        var (team, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var words = TeamExerciseWords.In(call.Caller.Locale);
        var json = call.Text("json")!;
        var plan = ImportPlan.Read(json, shelf, words);
        var changes = plan.Count(line => line.Change is not null);
        if (changes == 0) throw new UserError(_ => words.ImportNothing(Lines(plan, words)));
        var import = await store.KeepImportAsync(call.Id, team, json, time.Now(), ct);
        return new Reply
        {
            Text = words.ImportReport(Lines(plan, words), changes, plan.Count),
            Buttons =
            [
                new Button(words.Confirm, TeamExerciseActions.ConfirmImport, import.ToString(CultureInfo.InvariantCulture))
                {
                    Style = ButtonStyle.Primary,
                    Owner = call.Caller.RequirePerson(),
                },
                .. plan.Any(line => line.IsRefused) ? [refused.Keep(call.Caller, FormSpec, call.Arguments, call.Fields)] : Array.Empty<Button>(),
            ],
        };
    }

    private static string Lines(IReadOnlyList<ImportLine> plan, TeamExerciseWords words)
    {
        var text = "";
        for (var i = 0; i < plan.Count; i++)
        {
            if (text.Length + plan[i].What.Length > Room) return text + words.MoreLines(plan.Count - i);
            text += $"{plan[i].What}\n";
        }
        return text.TrimEnd('\n');
    }
}
