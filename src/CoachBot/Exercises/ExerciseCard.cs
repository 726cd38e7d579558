using CoachBot.Chat.Saying;

namespace CoachBot.Exercises;

/// <summary>An exercise on one phone screen: what it is, how to do it, what goes wrong, how much, and when to stop. Its other sides go deeper into one of these.</summary>
internal static class ExerciseCard
{
    private const int CuesShown = 3;
    private const int FaultsShown = 3;
    private const int BasicColour = 0x2E8B57;
    private const int AdvancedColour = 0x7A4FBF;

    public static Card Of(Exercise exercise, Catalogue catalogue, CardView view = CardView.How)
    {
        var card = view switch
        {
            CardView.Faults => Faults(exercise),
            CardView.Why => Why(exercise, catalogue),
            CardView.Motion => Motion(exercise),
            CardView.Beginner or CardView.Intermediate or CardView.Advanced => HowMuch(exercise, catalogue, view),
            _ => How(exercise, catalogue),
        };
        return card with { Footer = catalogue.Disclaimer, Colour = ColourOf(exercise.Level) };
    }

    public static int ColourOf(Level level) => level == Level.Basic ? BasicColour : AdvancedColour;

    private static Card How(Exercise exercise, Catalogue catalogue) => new(exercise.Name, Summary(exercise))
    {
        Fields =
        [
            .. First(exercise, catalogue),
            new("Set up", exercise.Setup),
            new("Steps", Steps(exercise)),
            new("Think of", Bullets(exercise.Cues.Take(CuesShown))),
            new("If it goes wrong", Bullets(exercise.Faults.Take(FaultsShown).Select(f => $"{f.Fault} → {f.Fix}"))),
            new("How much for a beginner", Amount(exercise, exercise.Dose.Beginner, catalogue)),
            new("Move on when", MoveOn(exercise, catalogue)),
            Stop(exercise, catalogue),
        ],
    };

    private static Card Faults(Exercise exercise) => new(
        $"{exercise.Name}: what goes wrong",
        string.Join("\n\n", exercise.Faults.Select(f => $"**{f.Fault}**\n→ {f.Fix}")));

    private static Card Why(Exercise exercise, Catalogue catalogue) => new($"{exercise.Name}: why", exercise.Why)
    {
        Fields =
        [
            new("Feel it in", $"{Sentence(exercise.Muscles.Primary)}\nAlso at work: {string.Join(", ", exercise.Muscles.Secondary)}."),
            new("Where this comes from", Bullets(exercise.Sources.Select(id => Markup.Escape(catalogue.Sources[id].Citation)))),
            new("Where “Stop if” comes from", Bullets([.. catalogue.StopRule.Sources.Select(id => Markup.Escape(catalogue.Sources[id].Citation)), "Our line is stricter than theirs, on purpose."])),
        ],
    };

    private static Card Motion(Exercise exercise) => new($"{exercise.Name}: how it moves", $"{Steps(exercise)}\n**Pace:** {exercise.Tempo}");

    private static Card HowMuch(Exercise exercise, Catalogue catalogue, CardView level) => new(
        $"{exercise.Name}: how much, {level.Word()}",
        Amount(exercise, DoseOf(exercise, level), catalogue))
    {
        Fields = [new("Under 18", catalogue.UnderEighteen), .. First(exercise, catalogue), new("Move on when", MoveOn(exercise, catalogue)), Stop(exercise, catalogue)],
    };

    private static Dose DoseOf(Exercise exercise, CardView level) => level switch
    {
        CardView.Beginner => exercise.Dose.Beginner,
        CardView.Intermediate => exercise.Dose.Intermediate,
        _ => exercise.Dose.Advanced,
    };

    private static string Summary(Exercise exercise)
    {
        var lines = new List<string>
        {
            $"**{exercise.Level}**{(exercise.Unilateral ? " · one side at a time" : "")}",
            $"**You need:** {Equipment(exercise)}",
        };
        if (exercise.WithoutEquipment != "Needs none.") lines.Add($"**Don't have it?** {exercise.WithoutEquipment}");
        lines.Add(exercise.Why);
        return string.Join('\n', lines);
    }

    private static string Equipment(Exercise exercise)
    {
        var all = string.Join(", ", exercise.Equipment);
        return all.StartsWith("none", StringComparison.Ordinal) ? $"nothing{all["none".Length..]}" : all;
    }

    /// <summary>What has to come first stands first: nobody should read the steps before it. Reading on is open to everybody.</summary>
    private static IEnumerable<CardField> First(Exercise exercise, Catalogue catalogue)
    {
        if (exercise.Level == Level.Advanced && exercise.Prerequisites.Count > 0)
            yield return new("Basics first", $"Be steady in these before:\n{Bullets(catalogue.Prerequisites(exercise).Select(e => $"{e.Name}: {e.Mastery.Goal}"))}");
        if (exercise.Supervision != Catalogue.CoachAware)
            yield return new("Not alone", $"{catalogue.Supervision[exercise.Supervision]}.");
    }

    private static string MoveOn(Exercise exercise, Catalogue catalogue)
    {
        var mastery = exercise.Mastery;
        var steady = $"**{mastery.Goal}, two sessions in a row, effort {mastery.Effort} or less out of 10**, and nothing hurts more than a mild ache. It should look like this: {mastery.Quality}.";
        var next = catalogue.Harder(exercise) is { } harder ? $"\nThen: **{harder.Name}**." : "\nThis is the top of its ladder: stay with it.";
        var before = catalogue.Easier(exercise) is { } easier ? $" Too hard today? **{easier.Name}**." : "";
        return steady + next + before;
    }

    private static CardField Stop(Exercise exercise, Catalogue catalogue) => new("Stop if", $"{Bullets(exercise.StopSigns)}\n{catalogue.StopRule.Text}");

    private static string Steps(Exercise exercise) => string.Join('\n', exercise.Steps.Select((step, i) => $"{i + 1}. {step}"));

    private static string Amount(Exercise exercise, Dose dose, Catalogue catalogue)
    {
        var rule = exercise.Load.Contains("2-for-2", StringComparison.Ordinal) ? $" (2-for-2: {catalogue.TwoForTwo.TrimEnd('.')}.)" : "";
        return $"""
            **{dose.Text}**, rest {Rest(dose.RestSeconds)}
            **Pace:** {exercise.Tempo}
            **How hard:** {dose.Effort.From}-{dose.Effort.To} out of 10, where 10 is nothing left. {Reserve(exercise, dose)}
            **Load:** {exercise.Load}{rule}
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The effort in plain words; the catalogue's rule counts 4 good repetitions left at 6 out of 10, 3 at 7 and 2 at 8.</summary>
    private static string Reserve(Exercise exercise, Dose dose) => exercise.DoseType == DoseType.Reps
        ? $"Stop each set with about {10 - dose.Effort.To} good reps left."
        : "Stop while your form is still good.";

    private static string Rest(FromTo seconds) => (seconds.From, seconds.To) switch
    {
        var (from, to) when from == to => $"{from} s",
        ( >= 120, _) => $"{seconds.From / 60}-{seconds.To / 60} min",
        _ => $"{seconds.From}-{seconds.To} s",
    };

    private static string Sentence(IReadOnlyList<string> words) => $"{char.ToUpperInvariant(words[0][0])}{string.Join(", ", words)[1..]}.";

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => $"- {l}"));
}
