using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Cards;

/// <summary>
/// An exercise on a card. The short side fits on one screen of a phone and tells what to know while doing it; its other sides go deeper. An exercise that a
/// team's coaches added has one side, with their words on it.
/// </summary>
internal sealed class ExerciseCard(Catalogue catalogue, ExerciseWords words)
{
    private const int CuesShown = 3;
    private const int FaultsShown = 3;
    private const int BasicColour = 0x2E8B57;
    private const int AdvancedColour = 0x7A4FBF;

    public Card Of(Exercise exercise, Shelf shelf, CardView view = CardView.Short)
    {
        var card = (exercise.Guide, view) switch
        {
            (null, _) => ByTeam(exercise, shelf),
            ({ } guide, CardView.How) => How(guide),
            ({ } guide, CardView.Faults) => Faults(guide),
            ({ } guide, CardView.Why) => Why(guide),
            ({ } guide, CardView.Motion) => Motion(guide),
            ({ } guide, CardView.Beginner or CardView.Intermediate or CardView.Advanced) => HowMuch(guide, view),
            ({ } guide, _) => Short(guide),
        };
        return card with
        {
            Footer = exercise.ByTeam ? words.WrittenByCoaches(catalogue.Disclaimer) : catalogue.Disclaimer,
            Colour = exercise.Level == Level.Basic ? BasicColour : AdvancedColour,
        };
    }

    private Card Short(CatalogueExercise exercise) => new(exercise.Name, $"{LevelLine(exercise)}\n{words.YouNeed(Equipment(exercise))}")
    {
        Fields =
        [
            .. FirstInShort(exercise),
            new(words.ThinkOf, Bullets(exercise.Cues.Take(CuesShown))),
            new(
                words.HowMuchToStart,
                $"{words.DoseAndRest(exercise.Dose.Beginner.Text, Rest(exercise.Dose.Beginner))}. {Reserve(exercise, exercise.Dose.Beginner)}"),
            Stop(exercise),
        ],
    };

    private Card How(CatalogueExercise exercise) => new(exercise.Name, Summary(exercise))
    {
        Fields =
        [
            .. First(exercise),
            new(words.SetUp, exercise.Setup),
            new(words.Steps, Steps(exercise.Steps)),
            new(words.ThinkOf, Bullets(exercise.Cues.Take(CuesShown))),
            new(words.IfItGoesWrong, Bullets(exercise.Faults.Take(FaultsShown).Select(f => $"{f.Fault} → {f.Fix}"))),
            new(words.HowMuchForABeginner, Amount(exercise, exercise.Dose.Beginner)),
            new(words.MoveOnWhen, MoveOn(exercise)),
            Stop(exercise),
        ],
    };

    private Card Faults(CatalogueExercise exercise) => new(
        words.WhatGoesWrong(exercise.Name),
        string.Join("\n\n", exercise.Faults.Select(f => $"{Markup.Strong(f.Fault)}\n→ {f.Fix}")));

    private Card Why(CatalogueExercise exercise) => new(words.WhyTitle(exercise.Name), exercise.Why)
    {
        Fields =
        [
            new(words.FeelItIn, $"{Sentence(exercise.Muscles.Primary)}\n{words.AlsoAtWork(string.Join(", ", exercise.Muscles.Secondary))}"),
            new(words.WhereThisComesFrom, Bullets(exercise.Sources.Select(Citation))),
            new(words.WhereStopIfComesFrom, Bullets([.. catalogue.StopRule.Sources.Select(Citation), words.StricterThanTheirs])),
        ],
    };

    private Card Motion(CatalogueExercise exercise) => new(words.HowItMoves(exercise.Name), $"{Steps(exercise.Steps)}\n{words.Pace(exercise.Tempo)}");

    private Card HowMuch(CatalogueExercise exercise, CardView level) =>
        new(words.HowMuchTitle(exercise.Name, level.Word()), Amount(exercise, DoseOf(exercise, level)))
        {
            Fields = [new(words.UnderEighteen, catalogue.UnderEighteen), .. First(exercise), new(words.MoveOnWhen, MoveOn(exercise)), Stop(exercise)],
        };

    /// <summary>For the whole channel, as everything that coaches write.</summary>
    private Card ByTeam(Exercise exercise, Shelf shelf) => new(
        Markup.Escape(exercise.Name),
        $"{Markup.Strong(words.Level(exercise.Level))} · {Markup.Strong(words.AddedByTeam)}\n{Steps(exercise.Steps.Select(Markup.Escape))}")
    {
        Fields =
        [
            .. shelf.Easier(exercise) is { } below ? [new CardField(words.ComesAfter, Markup.Escape(below.Name))] : (CardField[])[],
            new(words.ThinkOf, Bullets(exercise.Cues.Select(Markup.Escape))),
            new(words.HowMuch, Markup.Escape(exercise.Dose)),
            .. exercise.Link is { } link ? [new CardField(words.ReadMore, Markup.Escape(link))] : (CardField[])[],
            new(words.StopIf, catalogue.StopRule.Text),
        ],
    };

    private static Dose DoseOf(CatalogueExercise exercise, CardView level) => level switch
    {
        CardView.Beginner => exercise.Dose.Beginner,
        CardView.Intermediate => exercise.Dose.Intermediate,
        _ => exercise.Dose.Advanced,
    };

    private string LevelLine(CatalogueExercise exercise) =>
        Markup.Strong(words.Level(exercise.Level)) + (exercise.Unilateral ? $" · {words.OneSideAtATime}" : "");

    private string Summary(CatalogueExercise exercise)
    {
        var lines = new List<string> { LevelLine(exercise), words.YouNeed(Equipment(exercise)) };
        if (exercise.WithoutEquipment != "Needs none.") lines.Add(words.DontHaveIt(exercise.WithoutEquipment));
        lines.Add(exercise.Why);
        return string.Join('\n', lines);
    }

    private string Equipment(CatalogueExercise exercise)
    {
        var all = string.Join(", ", exercise.Equipment);
        return all.StartsWith("none", StringComparison.Ordinal) ? $"{words.Nothing}{all["none".Length..]}" : all;
    }

    /// <summary>What has to come first stands first: nobody should read the steps before it. Reading on is open to everybody.</summary>
    private IEnumerable<CardField> First(CatalogueExercise exercise)
    {
        if (HasBasics(exercise))
            yield return new(words.BasicsFirst, words.BeSteadyBefore(Bullets(catalogue.Prerequisites(exercise).Select(e => $"{e.Name}: {e.Mastery.Goal}"))));
        foreach (var field in NotAlone(exercise)) yield return field;
    }

    private IEnumerable<CardField> FirstInShort(CatalogueExercise exercise)
    {
        if (HasBasics(exercise))
            yield return new(words.BasicsFirst, words.BeSteadyFirstIn(string.Join(", ", catalogue.Prerequisites(exercise).Select(e => e.Name))));
        foreach (var field in NotAlone(exercise)) yield return field;
    }

    private static bool HasBasics(CatalogueExercise exercise) => exercise.Level == Level.Advanced && exercise.Prerequisites.Count > 0;

    private IEnumerable<CardField> NotAlone(CatalogueExercise exercise)
    {
        if (exercise.Supervision != Catalogue.CoachAware) yield return new(words.NotAlone, $"{catalogue.Supervision[exercise.Supervision]}.");
    }

    private string MoveOn(CatalogueExercise exercise)
    {
        var mastery = exercise.Mastery;
        var steady = words.Mastery(mastery.Goal, mastery.Effort, mastery.Quality);
        var next = catalogue.Harder(exercise) is { } harder ? words.Then(harder.Name) : words.TopOfTheLadder;
        var before = catalogue.Easier(exercise) is { } easier ? $" {words.TooHardToday(easier.Name)}" : "";
        return $"{steady}\n{next}{before}";
    }

    private CardField Stop(CatalogueExercise exercise) => new(words.StopIf, $"{Bullets(exercise.StopSigns)}\n{catalogue.StopRule.Text}");

    private string Amount(CatalogueExercise exercise, Dose dose)
    {
        var rule = exercise.Load.Contains("2-for-2", StringComparison.Ordinal) ? words.TwoForTwo(catalogue.TwoForTwo.TrimEnd('.')) : "";
        return string.Join(
            '\n',
            words.DoseAndRest(dose.Text, Rest(dose)),
            words.Pace(exercise.Tempo),
            words.HowHard(dose.Effort.From, dose.Effort.To, Reserve(exercise, dose)),
            words.Load(exercise.Load, rule));
    }

    /// <summary>The effort in plain words; the catalogue's rule counts 4 good repetitions left at 6 out of 10, 3 at 7 and 2 at 8.</summary>
    private string Reserve(CatalogueExercise exercise, Dose dose) =>
        exercise.DoseType == DoseType.Reps ? words.RepsLeft(10 - dose.Effort.To) : words.FormStillGood;

    private string Rest(Dose dose) => words.Rest(dose.RestSeconds.From, dose.RestSeconds.To);

    private string Citation(string source) => Markup.Escape(catalogue.Sources[source].Citation);

    private static string Steps(IEnumerable<string> steps) => string.Join('\n', steps.Select((step, i) => $"{i + 1}. {step}"));

    private static string Sentence(IReadOnlyList<string> words) => $"{char.ToUpperInvariant(words[0][0])}{string.Join(", ", words)[1..]}.";

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => $"- {l}"));
}
