using CoachBot.Chat;

namespace CoachBot.Exercises;

/// <summary>An exercise on one phone screen: what it is, how to do it, what goes wrong, how much, and when to stop.</summary>
internal static class ExerciseCard
{
    private const int CuesShown = 3;
    private const int FaultsShown = 3;
    private const int BasicColour = 0x2E8B57;
    private const int AdvancedColour = 0x7A4FBF;

    public static Card Of(Exercise exercise, Catalogue catalogue) => new(exercise.Name, Body(exercise))
    {
        Fields = [.. Fields(exercise, catalogue)],
        Footer = catalogue.Disclaimer,
        Colour = exercise.Level == Level.Basic ? BasicColour : AdvancedColour,
    };

    private static string Body(Exercise exercise)
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

    private static IEnumerable<CardField> Fields(Exercise exercise, Catalogue catalogue)
    {
        // What has to come first stands first: nobody should read the steps before it.
        if (exercise.Level == Level.Advanced && exercise.Prerequisites.Count > 0)
            yield return new("Basics first", $"Be steady in these before: {string.Join(", ", catalogue.Prerequisites(exercise).Select(e => e.Name))}.");
        if (exercise.Supervision != Catalogue.CoachAware)
            yield return new("Not alone", $"{catalogue.Supervision[exercise.Supervision]}.");
        yield return new("Set up", exercise.Setup);
        yield return new("Steps", string.Join('\n', exercise.Steps.Select((step, i) => $"{i + 1}. {step}")));
        yield return new("Think of", Bullets(exercise.Cues.Take(CuesShown)));
        yield return new("If it goes wrong", Bullets(exercise.Faults.Take(FaultsShown).Select(f => $"{f.Fault} → {f.Fix}")));
        yield return new("How much for a beginner", HowMuch(exercise, catalogue));
        yield return new("Stop if", Bullets(exercise.StopSigns));
    }

    private static string HowMuch(Exercise exercise, Catalogue catalogue)
    {
        var dose = exercise.Dose.Beginner;
        var rule = exercise.Load.Contains("2-for-2", StringComparison.Ordinal) ? $" (2-for-2: {catalogue.TwoForTwo.TrimEnd('.')}.)" : "";
        return $"""
            **{dose.Text}**, rest {Rest(dose.RestSeconds)}
            **Pace:** {exercise.Tempo}
            **How hard:** {dose.Effort.From}-{dose.Effort.To} out of 10, where 10 is nothing left. {Reserve(exercise)}
            **Load:** {exercise.Load}{rule}
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The effort in plain words; the catalogue's rule counts 4 good repetitions left at 6 out of 10.</summary>
    private static string Reserve(Exercise exercise) => exercise.DoseType == DoseType.Reps
        ? "Stop each set with about 4 good reps left."
        : "Stop while your form is still good.";

    private static string Rest(FromTo seconds) => (seconds.From, seconds.To) switch
    {
        var (from, to) when from == to => $"{from} s",
        ( >= 120, _) => $"{seconds.From / 60}-{seconds.To / 60} min",
        _ => $"{seconds.From}-{seconds.To} s",
    };

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => $"- {l}"));
}
