using CoachBot.Language;

namespace CoachBot.Chat.Saying;

/// <summary>What is said about calls themselves, whatever they are for.</summary>
internal class ChatWords
{
    private static readonly ChatWords English = new();

    /// <summary>English is the only language for now; a second one is a subclass, named here.</summary>
    public static ChatWords In(Locale locale) => English;

    public virtual string WhoAreYou => "I can't tell who you are, so nothing was logged. Please try again.";

    public virtual string OnlyInATeam => "This works in your team's server. Try it in the team's channel.";

    public virtual string UnknownCommand => "I don't know this command any more. Type / to see what I can do.";

    /// <summary>What people call the thing they used.</summary>
    public virtual string Name(Control control) => control switch
    {
        Control.Button => "button",
        Control.List => "list",
        _ => "form",
    };

    public virtual string OutOfDate(Control control) => $"This {Name(control)} is out of date. Type / to see what I can do.";

    public virtual string SomebodyElses(Control control) => $"This {Name(control)} belongs to somebody else. Type / to see what I can do for you.";

    public virtual string NotOfferedAnyMore => "This choice is not offered any more. Please open the list again and pick another. Nothing was changed.";

    public virtual string SlowDown => "That was a lot at once, so I left some out. Please slow down, and try again in ten seconds.";

    public virtual string LeftOut => "Left out: too much at once.";

    public virtual string FailedButSaved => "It is saved, but something went wrong on my side when I wanted to show you.";

    public virtual string FailedAndNotSaved => "Something went wrong on my side, and nothing was saved. Please try again.";

    public virtual string Failed => "Something went wrong on my side. Please try again.";

    public virtual string TellMyOperator(string said, string reference) => $"{said} If it goes on, tell the person who runs me this code: {reference}";

    public virtual string SavedAndRestarting => "It is saved. I am restarting, so I can't show you more just now.";

    public virtual string Restarting => "I am restarting. Please try again in a minute.";

    public virtual string Busy => "A lot is going on right now. Please try again in a minute.";

    public virtual string BusyWithYou => "I am still busy with what you asked before. Please try again in a minute.";

    public virtual string CannotSave => "Not saved: I can't write to my storage right now. Please tell the person who runs me, and try again later.";

    public virtual string TakesTooLong =>
        "This takes longer than it should. If no answer follows here, please try again later, and tell the person who runs me.";

    public virtual string TooLateForAForm => "That took me too long. Please try again.";

    public virtual string HereForEveryone => "Here it is, for everyone.";

    public virtual string Fill(string option, string description) => $"Please fill in {option}: {char.ToLowerInvariant(description[0])}{description[1..]}.";

    public virtual string KindOf(bool role) => role ? "role" : "channel";

    public virtual string OptionIsNotHere(string option, string kind) => Option(option, $"should be a {kind} of this server");

    public virtual string CannotCheck(string option) => Option(option, "can't be checked right now. Please try again in a minute");

    public virtual string OptionIsNoNumber(string option, int min, int max) => Option(option, $"should be a whole number from {min} to {max}");

    public virtual string OptionIsNoText(string option) => Option(option, "should be text");

    public virtual string OptionIsEmpty(string option) => Option(option, "is empty");

    public virtual string OptionIsTooLong(string option, int max) => Option(option, $"can be {max} characters long at most");

    public virtual string OptionIsNotOneOf(string option, IEnumerable<string> names) => Option(option, $"should be one of: {string.Join(", ", names)}");

    public virtual string OpenAgain => "Open it again, filled in";

    public virtual string NothingToOpenAgain => "What you typed is no longer here: I keep it for an hour. Please start again.";

    public virtual string FieldIsGone(string id) => $"This form has no field {Markup.Quote(id)} any more. Please open the form again. Nothing was changed.";

    public virtual string FieldCameTwice(string label) => Field(label, "came twice. Please open the form again");

    public virtual string FieldIsMissing(string label) => Field(label, "is missing. Please fill it in");

    public virtual string FieldIsNoText(string label) => Field(label, "should be text. Please type it again");

    public virtual string FieldIsEmpty(string label) => Field(label, "is empty. Please fill it in");

    public virtual string FieldIsTooLong(string label, int max) => Field(label, $"can be {max} characters long at most. Please make it shorter");

    public virtual string FieldIsTooShort(string label, int min) => Field(label, $"needs {min} characters at least. Please write a little more");

    protected virtual string Option(string name, string what) => $"The option {name} {what}. Nothing was changed.";

    protected virtual string Field(string label, string what) => $"The field {label} {what}. Nothing was changed.";
}

/// <summary>What a person used.</summary>
internal enum Control
{
    Button,
    List,
    Form,
}
