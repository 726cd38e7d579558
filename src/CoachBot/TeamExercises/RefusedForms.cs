using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.TeamExercises;

/// <summary>What was typed into a form that was then refused, so that it can be opened again filled in: the newest of each person, for an hour.</summary>
internal sealed class RefusedForms(TimeProvider time)
{
    /// <summary>500 of about 10 KB each.</summary>
    private readonly ShortMemory<(TeamId Team, UserId Person), Form> forms = new(time, most: 500, kept: Duration.FromHours(1));

    /// <returns>The same refusal with a button that opens the form again.</returns>
    public UserError Keep(FormCall call, FormSpec spec, UserError refusal)
    {
        var person = call.Caller.RequirePerson();
        forms.Keep(Key(call.Caller), new Form(spec, call.Arguments) { Owner = person, Values = call.Fields });
        var words = TeamExerciseWords.In(call.Caller.Locale);
        return new UserError(refusal.In)
        {
            Reason = refusal.Reason,
            Buttons = [.. refusal.Buttons, new Button(words.OpenAgain, TeamExerciseActions.OpenAgain) { Owner = person }],
        };
    }

    /// <returns>Null when nothing is kept any more.</returns>
    public Form? Find(Caller caller) => forms.Find(Key(caller));

    public void Forget(Caller caller) => forms.Forget(Key(caller));

    private static (TeamId, UserId) Key(Caller caller) => (caller.RequireTeam(), caller.RequirePerson());
}
