using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.Chat;

/// <summary>What was typed into a form that was then refused, so that it can be opened again filled in: the newest of each person, for an hour.</summary>
internal sealed class RefusedForms(TimeProvider time)
{
    /// <summary>500 of about 10 KB each.</summary>
    private readonly ShortMemory<(TeamId Team, UserId Person), Form> forms = new(time, most: 500, kept: Duration.FromHours(1));

    /// <returns>A button that opens the form again as it was filled in.</returns>
    public Button Keep(Caller caller, FormSpec spec, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> typed)
    {
        var person = caller.RequirePerson();
        forms.Keep(Key(caller), new Form(spec, [.. arguments]) { Owner = person, Values = typed });
        return new Button(ChatWords.In(caller.Locale).OpenAgain, OpenFormAgain.Name) { Owner = person };
    }

    /// <returns>Null when nothing is kept any more.</returns>
    public Form? Find(Caller caller) => forms.Find(Key(caller));

    private static (TeamId, UserId) Key(Caller caller) => (caller.RequireTeam(), caller.RequirePerson());
}
