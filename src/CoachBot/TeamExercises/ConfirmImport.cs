using System.Globalization;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Cards;
using CoachBot.Runtime;

namespace CoachBot.TeamExercises;

/// <summary>Does what the report said, against what the team has by now.</summary>
internal sealed class ConfirmImport(TeamExerciseDesk desk, TeamExerciseStore store, TimeProvider time) : IButtonAction
{
    private const int MostNames = 20;

    public string Action => TeamExerciseActions.ConfirmImport;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, _) = await desk.RequireCoachAsync(call.Caller, ct);
        var words = TeamExerciseWords.In(call.Caller.Locale);
        if (!long.TryParse(call.Arguments.FirstOrDefault(""), NumberStyles.None, CultureInfo.InvariantCulture, out var import)) throw OpenExercise.OutOfDate();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var written = await store.ImportAsync(
            call.Id,
            team,
            import,
            time.Now(),
            (json, own) =>
            {
                known.UnionWith(own.Select(exercise => exercise.Id));
                return [.. ImportPlan.Read(json, desk.ShelfOf(own), words).Select(line => line.Change).OfType<TeamExerciseChange>()];
            },
            ct) ?? throw new UserError(_ => words.ImportedBefore);
        await desk.FreshAsync(team, ct);
        return Done([.. written.Where(own => !known.Contains(own.Id))], [.. written.Where(own => known.Contains(own.Id))], words);
    }

    /// <summary>For the whole channel: what coaches write is never for one athlete alone.</summary>
    public static Reply Done(IReadOnlyList<Exercise> added, IReadOnlyList<Exercise> changed, TeamExerciseWords words)
    {
        var lines = new List<string> { words.ImportDone };
        if (added.Count > 0) lines.Add(words.AddedNames(Names(added, words)));
        if (changed.Count > 0) lines.Add(words.ChangedNames(Names(changed, words)));
        return new Reply { Text = string.Join('\n', lines), Private = false };
    }

    private static string Names(IReadOnlyList<Exercise> some, TeamExerciseWords words) =>
        string.Join(", ", some.Take(MostNames).Select(own => Markup.Escape(own.Name))) + (some.Count > MostNames ? words.AndMore(some.Count - MostNames) : "");
}
