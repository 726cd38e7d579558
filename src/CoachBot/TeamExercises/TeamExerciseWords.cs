using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.TeamExercises;

/// <summary>All that is said about a team's own exercises.</summary>
internal class TeamExerciseWords
{
    private static readonly TeamExerciseWords English = new();

    /// <summary>English is the only language for now; a second one is a subclass, named here.</summary>
    public static TeamExerciseWords In(Locale locale) => English;

    // The commands.
    public virtual string Admin => "Coaches: your team's own exercises";

    public virtual string Add => "Coaches: add an exercise of your own for your team";

    public virtual string Edit => "Coaches: change one of your team's own exercises";

    public virtual string Retire => "Coaches: stop offering one of your team's own exercises";

    public virtual string Import => "Coaches: add or change many of your team's own exercises at once";

    public virtual string WhichLevel => "Basic, or advanced: to be mastered after the basics";

    public virtual string WhichLevelNow => "Basic or advanced, if that is to change";

    public virtual string AfterWhich => "The exercise just below it on the ladder";

    public virtual string AfterWhichNow => "The exercise just below it, if that is to change";

    public virtual string WhichOfYours => "Which of your team's own?";

    public virtual string NoneBelow => "none: it is the first of its ladder";

    // The forms.
    public virtual string FormTitle => "An exercise of your team";

    public virtual string NameField => "Name";

    public virtual string NameHint => "What your team calls it";

    public virtual string StepsField => "How to do it: one step per line";

    public virtual string StepsHint => "Everyone in the channel can read this";

    public virtual string CuesField => "What to think of: one cue per line";

    public virtual string DoseField => "How much";

    public virtual string DoseHint => "2 x 10 reps, rest 45 s";

    public virtual string LinkField => "A link, if you have one";

    public virtual string ImportTitle => "Import exercises for your team";

    public virtual string ImportField => "The file's text, as JSON";

    // What is done.
    public virtual string Added(string name) =>
        $"{Markup.Strong($"New from your coaches: {Markup.Escape(name)}.")} Look it up with {Markup.Command("exercise")}, and name it in your check-ins.";

    public virtual string Changed(string name) => $"{Markup.Strong($"Changed by your coaches: {Markup.Escape(name)}.")} This is how it is now.";

    public virtual string Retired(string name) =>
        $"{Markup.Strong($"{Markup.Escape(name)} is retired.")} Nobody is offered it any more; check-ins that name it stay as they are.";

    /// <param name="below">Null where it is now the first of its ladder.</param>
    public virtual string NowComesAfter(string name, string? below) => below is null
        ? $"{Markup.Escape(name)} is now the first of its ladder."
        : $"{Markup.Escape(name)} now comes after {Markup.Escape(below)}.";

    public virtual string BringItBack => "Bring it back";

    public virtual string IsBack(string name) => $"{Markup.Strong($"{Markup.Escape(name)} is back.")} Everyone in your team can look it up again.";

    // What cannot be done.
    public virtual string NothingChanged(string problem) => $"{problem} Nothing was changed.";

    public virtual string Unknown(string typed) =>
        $"Your team has no exercise of its own called {Markup.Quote(typed)}. Start typing its name and pick it from the list. Nothing was changed.";

    public virtual string UnknownBelow(string typed) =>
        $"I don't know the exercise {Markup.Quote(typed)} below this one. Pick it from the list, or type none. Nothing was changed.";

    public virtual string RetiredMeanwhile => "This exercise was retired in the meantime. Bring it back first, or add it anew. Nothing was changed.";

    public virtual string BelowRetiredMeanwhile => "The exercise below it was retired in the meantime. Please choose another. Nothing was changed.";

    public virtual string AnotherOfThisName(string name) =>
        $"Your team has another {Markup.Quote(name)} by now. Rename or retire that one first. Nothing was changed.";

    public virtual string TooMany(int most) =>
        $"A team can have {most} exercises of its own. Retire some first with {Markup.Command("exercise-admin retire")}. Nothing was changed.";

    public virtual string TooManyEver => "Your team has added more exercises than I can keep. Edit one that you have. Nothing was changed.";

    // What is wrong with a text.
    public virtual string NameLength(int most) => $"The name needs 3 to {most} characters.";

    public virtual string NameUnseen => "The name has letters that nobody can see. Please type it again.";

    public virtual string NameCharacters => "The name can have letters, numbers, spaces and - ' ( ) / & only, and needs a letter. Please change it.";

    public virtual string NameHasDose => "Leave sets, reps and seconds out of the name. They have a place of their own.";

    public virtual string NameHasAnd => "In a check-in, “and” stands between two exercises. Write & or “with” in the name instead.";

    public virtual string NameOfTheLibrary(string name) =>
        $"The library already has {Markup.Quote(name)} under this name, and it stays as it is. Give yours a name of its own.";

    public virtual string NameOfAnother(string name) => $"Your team already has {Markup.Quote(name)}. Edit that one, or choose another name.";

    public virtual string Step => "step";

    public virtual string Cue => "cue";

    public virtual string AtLeastOne(string what) => $"Write at least one {what}.";

    public virtual string TooManyLines(string what, int count, int most) =>
        $"That is {count} {what}s, and {most} fit. Please join or leave out some; each line is one {what}.";

    public virtual string LineTooLong(string what, string line, int length, int most) =>
        $"The {what} {Markup.Quote(line)} has {length} characters, and {most} fit. Please make it shorter.";

    public virtual string DoseLength(int most) => $"“How much” needs 2 to {most} characters, such as 2 x 10 reps.";

    public virtual string Link(int most) =>
        $"The link must be a full https address of at most {most} characters, such as https://example.org/video. Or leave it out.";

    public virtual string RoundInACircle => "That ladder would go round in a circle. Choose an easier exercise below this one.";

    public virtual string BasicAfterAdvanced(string below) =>
        $"{Markup.Quote(below)} is advanced, and a basic exercise cannot come after an advanced one. Make this one advanced, or choose a basic one below it.";

    public virtual string BasicStandsOnIt(string above) =>
        $"{Markup.Quote(above)} is basic and comes after this one, and a basic exercise cannot come after an advanced one. Change that one first.";

    // The import.
    public virtual string ImportReport(string lines, int changes, int all) =>
        $"{Markup.Strong("What this file would do")} (nothing is changed yet)\n{lines}\n{changes} of {all} would be added or changed. "
        + "Everyone in your team will see them.";

    public virtual string ImportNothing(string lines) => $"{Markup.Strong("This file would change nothing.")}\n{lines}";

    public virtual string Confirm => "Confirm";

    public virtual string ImportDone =>
        $"{Markup.Strong("Your coaches brought in exercises of the team's own.")} Look them up with {Markup.Command("exercise")}.";

    public virtual string AddedNames(string names) => $"Added: {names}.";

    public virtual string ChangedNames(string names) => $"Changed: {names}.";

    public virtual string AndMore(int more) => $" and {more} more";

    public virtual string MoreLines(int more) => $"… and {more} more, which do not fit here.";

    public virtual string ImportedBefore =>
        $"This import was done already, or is too old. Nothing was changed now. {Markup.Command("exercise-admin import")} takes it again.";

    public virtual string NoList => "I expect a list of exercises: {\"exercises\": [ … ]}. docs/team-exercises.md shows one. Nothing was changed.";

    public virtual string EntryCount(int count, int most) => $"The file has {count} exercises; 1 to {most} can be imported at once. Nothing was changed.";

    public virtual string NoJson(long? line) =>
        $"This is no JSON that I can read: something is wrong{(line is { } at ? $" in line {at}" : "")}. Check the commas and quotation marks there. "
        + "Nothing was changed.";

    public virtual string HalfACharacter =>
        "The file has half of a character in it (a \\ud… that stands alone). Delete it, or type the character itself. Nothing was changed.";

    public virtual string Refused(int line, string name, string why) => $"{line}. Refused{(name.Length > 0 ? $" {Markup.Quote(name)}" : "")}: {why}";

    public virtual string WouldAdd(int line, string name, string note) => $"{line}. Add {Markup.Quote(name)}{note}";

    public virtual string WouldChange(int line, string name, string what, string note) => $"{line}. Change {Markup.Quote(name)}: {what}{note}";

    public virtual string WouldNotChange(int line, string name, string note) => $"{line}. No change for {Markup.Quote(name)}{note}";

    public virtual string NotKept(string what) => $" (not kept: {Markup.Escape(what)})";

    public virtual string NoExercise => "this is no exercise, but something else.";

    public virtual string NoName => "it has no name.";

    public virtual string IdOfTheLibrary => "its id is one of the library's, which stays as it is.";

    public virtual string OneLevel => "its level must be basic or advanced, one of the two.";

    public virtual string StepsAreTexts => "its steps must be a list of texts.";

    public virtual string CuesAreTexts => "its cues must be a list of texts.";

    public virtual string DoseIsText => "its dose must be a text, such as 2 x 10 reps, or have a beginner's text.";

    public virtual string UnknownBelowInFile =>
        "I don't know the exercise below it. It must be in the library, in your team's own, or further up in this file.";

    public virtual string SameNameAbove => "the same name stands further up in this file.";

    public virtual string Name => "name";

    public virtual string Level => "level";

    public virtual string Steps => "steps";

    public virtual string Cues => "cues";

    public virtual string Dose => "dose";

    public virtual string PlaceOnTheLadder => "place on the ladder";

    public virtual string LinkWord => "link";
}
