using System.Globalization;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;

namespace CoachBot.Exercises.Own;

/// <summary>Opens a form for a file's text.</summary>
internal sealed class ImportOwnExercises(OwnExerciseDesk desk) : ICommand
{
    public CommandSpec Spec { get; } = new("exercise-admin import", "Coaches: add or change many of your team's own exercises at once") { OpensForm = true };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        await desk.RequireCoachAsync(call.Caller, ct);
        return Reply.Open(new Form(ImportForm.FormSpec) { Owner = call.Caller.UserId });
    }
}

/// <summary>Says what the file would do, entry by entry, and does nothing yet.</summary>
internal sealed class ImportForm(OwnExerciseDesk desk, OwnExerciseStore store, TimeProvider time) : IFormAction
{
    public static readonly FormSpec FormSpec = new("own-file", "Import exercises for your team",
        new FieldSpec("json", "The file's text, as JSON") { Paragraph = true, Placeholder = "{\"exercises\": [{\"name\": …, \"level\": \"basic\", \"steps\": […], \"cues\": […], \"dose\": …}]}" });

    public FormSpec Spec => FormSpec;

    public async Task<Reply> SubmitAsync(FormCall call, CancellationToken ct)
    {
        var (team, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var json = call.Text("json")!;
        var plan = ImportPlan.Read(json, shelf);
        if (plan.All(line => line.Change is null)) return ImportReplies.NothingToDo(plan);
        var import = await store.KeepImportAsync(call.Id, team, json, time.Now(), ct);
        return ImportReplies.Report(plan, import, call.Caller.RequirePerson());
    }
}

/// <summary>Does what the report said, against what the team has by now.</summary>
internal sealed class ConfirmImport(OwnExerciseDesk desk, OwnExerciseStore store, TimeProvider time) : IButtonAction
{
    public const string Name = "own-import";

    public string Action => Name;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, _) = await desk.RequireCoachAsync(call.Caller, ct);
        if (!long.TryParse(call.Arguments.FirstOrDefault(""), NumberStyles.None, CultureInfo.InvariantCulture, out var import)) throw ExerciseReplies.OutOfDate();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var written = await store.ImportAsync(call.Id, team, import, time.Now(), (json, own) =>
        {
            known.UnionWith(own.Select(exercise => exercise.Id));
            return [.. ImportPlan.Read(json, desk.ShelfOf(own)).Select(line => line.Change).OfType<OwnExerciseChange>()];
        }, ct);
        if (written is null) throw new UserError(_ => "This import was done already, or is older than a day. Nothing was changed now.");
        await desk.FreshAsync(team, ct);
        return ImportReplies.Done([.. written.Where(own => !known.Contains(own.Id))], [.. written.Where(own => known.Contains(own.Id))]);
    }
}

internal static class ImportReplies
{
    /// <summary>A message has 2000 characters; the first and last lines need some.</summary>
    private const int Room = 1700;

    public static Reply Report(IReadOnlyList<ImportLine> plan, long import, UserId coach) => new()
    {
        Text = $"**What this file would do** (nothing is changed yet)\n{Lines(plan)}\n{plan.Count(line => line.Change is not null)} of {plan.Count} would be added or changed. Everyone in your team will see them.",
        Buttons = [new Button("Confirm", ConfirmImport.Name, import.ToString(CultureInfo.InvariantCulture)) { Style = ButtonStyle.Primary, Owner = coach }],
    };

    public static Reply NothingToDo(IReadOnlyList<ImportLine> plan) => Reply.Of($"**This file would change nothing.**\n{Lines(plan)}");

    /// <summary>For the whole channel: what coaches write is never for one athlete alone.</summary>
    public static Reply Done(IReadOnlyList<OwnExercise> added, IReadOnlyList<OwnExercise> changed) => new()
    {
        Text = string.Join('\n', new[] { "**Your coaches brought in exercises of the team's own.** Look them up with `/exercise`.", Names("Added", added), Names("Changed", changed) }.Where(line => line.Length > 0)),
        Private = false,
    };

    private static string Names(string what, IReadOnlyList<OwnExercise> some)
    {
        if (some.Count == 0) return "";
        const int most = 20;
        return $"{what}: {string.Join(", ", some.Take(most).Select(own => Markup.Escape(own.Name)))}{(some.Count > most ? $" and {some.Count - most} more" : "")}.";
    }

    private static string Lines(IReadOnlyList<ImportLine> plan)
    {
        var text = "";
        for (var i = 0; i < plan.Count; i++)
        {
            if (text.Length + plan[i].What.Length > Room) return $"{text}… and {plan.Count - i} more, which do not fit here.";
            text += $"{plan[i].What}\n";
        }
        return text.TrimEnd('\n');
    }
}
