using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.Exercises;

/// <summary>All that is said about exercises, but for the catalogue's own texts.</summary>
internal class ExerciseWords
{
    private static readonly ExerciseWords English = new();

    /// <summary>English is the only language for now; a second one is a subclass, named here.</summary>
    public static ExerciseWords In(Locale locale) => English;

    // The commands.
    public virtual string LookUp => "Look up an exercise: how to do it, what goes wrong, how much";

    public virtual string WhichExercise => "Which exercise? Start typing: bridge, squat, plank …";

    public virtual string WhoSees => "Who sees the card?";

    public virtual string OnlyMe => "only me";

    public virtual string Everyone => "everyone";

    public virtual string Browse => "Browse the exercises: by family, level, muscle or what you have";

    public virtual string WhichFamily => "Which kind of exercise?";

    public virtual string WhichLevel => "Basics come before advanced";

    public virtual string WhichMuscle => "What should it work?";

    public virtual string WhatDoYouHave => "What do you have?";

    public virtual string AddedByTeam => "Added by your team";

    /// <summary>In the middle of a line.</summary>
    public virtual string AddedByTeamInLine => "added by your team";

    public virtual string Level(Level level) => level == Exercises.Level.Basic ? "Basic" : "Advanced";

    public virtual string LevelInLine(Level level) => Level(level).ToLowerInvariant();

    // The card.
    public virtual string InShort => "In short";

    public virtual string HowToDoIt => "How to do it";

    public virtual string Faults => "Faults";

    public virtual string Why => "Why";

    public virtual string Motion => "Motion";

    public virtual string HowMuchQuestion => "How much?";

    public virtual string HowMuchBeginner => "How much: beginner";

    public virtual string HowMuchIntermediate => "How much: intermediate";

    public virtual string HowMuchAdvanced => "How much: advanced";

    public virtual string ForBeginners => "New to it, or back after a break";

    public virtual string ForIntermediates => "Steady in it for some weeks";

    public virtual string ForAdvanced => "When it has become easy";

    public virtual string Easier => "Easier";

    public virtual string Harder => "Harder";

    public virtual string ShowToChannel => "Show to channel";

    public virtual string OneSideAtATime => "one side at a time";

    public virtual string YouNeed(string things) => $"{Markup.Strong("You need:")} {things}";

    public virtual string Nothing => "nothing";

    public virtual string DontHaveIt(string instead) => $"{Markup.Strong("Don't have it?")} {instead}";

    public virtual string SetUp => "Set up";

    public virtual string Steps => "Steps";

    public virtual string ThinkOf => "Think of";

    public virtual string IfItGoesWrong => "If it goes wrong";

    public virtual string HowMuchToStart => "How much to start with";

    public virtual string HowMuchForABeginner => "How much for a beginner";

    public virtual string MoveOnWhen => "Move on when";

    public virtual string StopIf => "Stop if";

    public virtual string WhatGoesWrong(string name) => $"{name}: what goes wrong";

    public virtual string WhyTitle(string name) => $"{name}: why";

    public virtual string HowItMoves(string name) => $"{name}: how it moves";

    public virtual string HowMuchTitle(string name, string level) => $"{name}: how much, {level}";

    public virtual string FeelItIn => "Feel it in";

    public virtual string AlsoAtWork(string muscles) => $"Also at work: {muscles}.";

    public virtual string WhereThisComesFrom => "Where this comes from";

    public virtual string WhereStopIfComesFrom => "Where “Stop if” comes from";

    public virtual string StricterThanTheirs => "Our line is stricter than theirs, on purpose.";

    public virtual string UnderEighteen => "Under 18";

    public virtual string BasicsFirst => "Basics first";

    public virtual string BeSteadyBefore(string list) => $"Be steady in these before:\n{list}";

    public virtual string BeSteadyFirstIn(string names) => $"Be steady first in: {names}.";

    public virtual string NotAlone => "Not alone";

    public virtual string Mastery(string goal, int effort, string quality) =>
        $"{Markup.Strong($"{goal}, two sessions in a row, effort {effort} or less out of 10")}, and nothing hurts more than a mild ache. "
        + $"It should look like this: {quality}.";

    public virtual string Then(string harder) => $"Then: {Markup.Strong(harder)}.";

    public virtual string TopOfTheLadder => "This is the top of its ladder: stay with it.";

    public virtual string TooHardToday(string easier) => $"Too hard today? {Markup.Strong(easier)}.";

    public virtual string DoseAndRest(string dose, string rest) => $"{Markup.Strong(dose)}, rest {rest}";

    public virtual string Pace(string tempo) => $"{Markup.Strong("Pace:")} {tempo}";

    public virtual string HowHard(int from, int to, string reserve) =>
        $"{Markup.Strong("How hard:")} {from}-{to} out of 10, where 10 is nothing left. {reserve}";

    public virtual string Load(string load, string rule) => $"{Markup.Strong("Load:")} {load}{rule}";

    public virtual string TwoForTwo(string rule) => $" (2-for-2: {rule}.)";

    public virtual string RepsLeft(int reps) => $"Stop each set with about {reps} good reps left.";

    public virtual string FormStillGood => "Stop while your form is still good.";

    public virtual string Rest(int from, int to) => (from, to) switch
    {
        var (same, other) when same == other => $"{same} s",
        ( >= 120, _) => $"{from / 60}-{to / 60} min",
        _ => $"{from}-{to} s",
    };

    // A card with a coach's words on it.
    public virtual string ComesAfter => "Comes after";

    public virtual string HowMuch => "How much";

    public virtual string ReadMore => "Read more";

    public virtual string WrittenByCoaches(string disclaimer) => $"Written by your team's coaches, and always shown to everyone. {disclaimer}";

    // Answers.
    public virtual string DidYouMean(string typed) => $"I don't know {Markup.Quote(typed)}. Did you mean:";

    public virtual string NotInTheLibrary(string typed) =>
        $"{Markup.Quote(typed)} is not in the library. Pick a family to see what there is, or type {Markup.Command("exercises")}.";

    public virtual string ButtonOutOfDate => "This button is out of date. Type /exercise to look it up.";

    public virtual string ListOutOfDate => "This list is out of date. Type /exercises to open it anew.";

    /// <summary>A choice while somebody types; plain text.</summary>
    public virtual string SuggestionByTeam(string name) => $"{name} (added by your team)";

    public virtual string Suggestion(string name, Level level) => $"{name} ({LevelInLine(level)})";

    // Lists.
    public virtual string Kit(Kit kit) => kit switch
    {
        Exercises.Kit.Nothing => "nothing but floor space",
        Exercises.Kit.Chair => "a chair, bench, box or step",
        Exercises.Kit.Band => "a band",
        Exercises.Kit.Ball => "a stability ball",
        Exercises.Kit.Roller => "a foam roller",
        Exercises.Kit.Weights => "dumbbells or a kettlebell",
        Exercises.Kit.Medicine => "a medicine ball",
        _ => "a barbell",
    };

    public virtual string Muscle(MuscleGroup group) => group switch
    {
        MuscleGroup.Glutes => "glutes",
        MuscleGroup.Hips => "outer hips",
        MuscleGroup.Quads => "front thighs",
        MuscleGroup.Hamstrings => "hamstrings",
        MuscleGroup.Calves => "calves",
        MuscleGroup.Shins => "shins",
        MuscleGroup.Feet => "feet and ankles",
        MuscleGroup.Adductors => "inner thighs",
        MuscleGroup.Trunk => "trunk",
        MuscleGroup.Sides => "sides of the trunk",
        MuscleGroup.Back => "back",
        MuscleGroup.Flexors => "front of the hips",
        MuscleGroup.Shoulders => "shoulders",
        MuscleGroup.Chest => "chest",
        _ => "arms and hands",
    };

    public virtual string OpenOne => "Open one";

    public virtual string PickAFamily => "Pick a family";

    public virtual string Count(int count) => count == 1 ? "1 exercise" : $"{count} exercises";

    public virtual string PageOf(int page, int pages) => $", page {page} of {pages}";

    public virtual string Back => "Back";

    public virtual string More => "More";

    public virtual string AllExercises => "All exercises";

    public virtual string Families(string count) => $"{Markup.Strong("The exercise library")} · {count}\nBasics come before advanced.";

    public virtual string OtherExercises => "Exercises";

    public virtual string LevelOnly(Level level) => $"{LevelInLine(level)} only";

    public virtual string With(string things) => $"with {things}";

    public virtual string For(string muscles) => $"for the {muscles}";

    public virtual string ExercisesThatNeed(string things) => $"Exercises that need {things}";

    public virtual string ExercisesThatWork(string muscles) => $"Exercises that work the {muscles}";

    public virtual string TeamAddedNone => $"Your team has added no exercises that fit. Coaches add them with {Markup.Command("exercise-admin add")}.";

    public virtual string NothingFits => "No exercise fits all of that. Leave one of the choices out and try again.";
}
