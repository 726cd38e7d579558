using System.Collections.Concurrent;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.TeamExercises;

/// <summary>
/// What was typed into a form that was then refused, so that it can be opened again filled in: the newest of each person, in memory only. It is lost with a restart,
/// and after an hour.
/// </summary>
internal sealed class RefusedForms(TimeProvider time)
{
    /// <summary>Of about 10 KB each; more than these at once start over.</summary>
    private const int Most = 500;

    private static readonly Duration Lives = Duration.FromHours(1);

    private readonly ConcurrentDictionary<(TeamId Team, UserId Person), (Form Form, Instant At)> kept = new();

    /// <returns>The same refusal with a button that opens the form again.</returns>
    public UserError Keep(FormCall call, FormSpec spec, UserError refusal)
    {
        var person = call.Caller.RequirePerson();
        if (kept.Count >= Most) kept.Clear();
        kept[(call.Caller.RequireTeam(), person)] = (new Form(spec, call.Arguments) { Owner = person, Values = call.Fields }, time.Now());
        var words = TeamExerciseWords.In(call.Caller.Locale);
        return new UserError(refusal.In)
        {
            Reason = refusal.Reason,
            Buttons = [.. refusal.Buttons, new Button(words.OpenAgain, TeamExerciseActions.OpenAgain) { Owner = person }],
        };
    }

    /// <returns>Null when nothing is kept any more.</returns>
    public Form? Find(Caller caller) =>
        kept.TryGetValue((caller.RequireTeam(), caller.RequirePerson()), out var found) && time.Now() - found.At <= Lives ? found.Form : null;

    public void Forget(Caller caller) => kept.TryRemove((caller.RequireTeam(), caller.RequirePerson()), out _);
}
