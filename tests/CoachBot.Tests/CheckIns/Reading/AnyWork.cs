using System.Globalization;
using CoachBot.CheckIns;
using CoachBot.CheckIns.Reading;
using CoachBot.Tests.Exercises;

namespace CoachBot.Tests.CheckIns.Reading;

/// <summary>A check-in that somebody may have done, and a text of it that somebody may have written.</summary>
internal sealed class AnyWork(Random random)
{
    private static readonly (string Id, string[] Names, bool Timed)[] Exercises =
    [
        ("bodyweight-squat", ["squat", "Squats", "air squat", "body weight squat"], false),
        ("glute-bridge", ["bridge", "glute bridge", "Bridges"], false),
        ("walking-lunge", ["lunge", "lunges", "walking lunges"], false),
        ("clamshell", ["clamshell", "clams"], false),
        ("single-leg-deadlift", ["single leg RDL", "single-leg rdl", "1 leg deadlift"], false),
        ("band-hip-abduction", ["4 way hip", "4-way hip"], false),
        ("goblet-squat", ["goblet squat", "kb squat"], false),
        ("front-plank", ["plank", "front plank", "Planks"], true),
        ("side-plank", ["side plank", "side planks"], true),
    ];

    /// <returns>Rows of different exercises, and how they were written.</returns>
    public (IReadOnlyList<Work> Work, string Text) Next()
    {
        var all = Exercises.OrderBy(_ => random.Next()).Take(random.Next(1, 5))
            .Select(exercise => One(exercise.Id, exercise.Names, exercise.Timed)).ToList();
        var between = Pick(", ", "; ", "\n", " + ", " & ", " and ", " then ", ", then ", " / ", " | ", ",", ";", "\n- ", " ✅ ", " • ");
        return ([.. all.SelectMany(one => one.Work)],
            Pick("", "", "", "did ", "- ", "I did ", "✅ ") + string
            .Join(between, all.Select(one => one.Text)) + Pick("", "", ".", "!", " 💪"));
    }

    private (Work[] Work, string Text) One(string id, string[] names, bool timed)
    {
        var name = Pick(names);
        var work = new Work { ExerciseId = id };
        var (sides, side) = random.Next(4) == 0
            ? (true, Pick(" each side", " e/s", " per side", " each leg", "/side", " ea", " a side", " (each side)", " L/R",
                " on both sides"))
            : (false, "");
        // Of an exercise without sides, a bare "each" says that each set was like this.
        if (side == " ea" && !Shelves.Core.Find(id)!.HasSides) side = " ea side";
        work = work with { PerSide = sides };
        var (load, unit, weight) = Weight();
        work = work with { Load = load, LoadUnit = unit };
        switch (random.Next(6))
        {
            case 0:
                var list = Enumerable.Range(0, random.Next(3, 5)).Select(at => (timed ? 60 : 20) - (at * random.Next(2, 4))).ToArray();
                if (list.Distinct().Count() < list.Length) goto default;
                var listed = string.Join(Pick("/", ", ", ",", "-"), list) + (timed ? Pick("s", " sec") : Pick("", " reps"));
                return ([.. list.Select(amount => Amount(work with { Sets = 1 }, amount, null, timed))],
                    $"{name}{Pick(" ", ": ", " - ")}{listed}{(weight.StartsWith('@') ? " " : "")}{weight}{side}");
            case 1:
                var reps = random.Next(6, 30);
                var (dashed, to) = (Pick("-", "–", " to "), reps + random.Next(1, 8));
                var range = $"{random.Next(2, 6)} {reps}".Split(' ');
                var sets = int.Parse(range[0], CultureInfo.InvariantCulture);
                return ([Amount(work with { Sets = sets }, reps, to, timed)],
                    $"{name} {sets}{Cross()}{reps}{dashed}{to}{(timed ? "s" : "")}{weight}{side}");
            case 2:
                return ([work with { Sets = 3, AsManyAsPossible = true }],
                    $"{name} {Pick("3xAMRAP", "3 x max", "3 sets to failure", "3 sets of max reps", "AMRAP x 3")}{weight}{side}");
            default:
                var (count, howMany) = (random.Next(2, 9), random.Next(6, 30));
                var many = timed ? howMany * 5 : howMany;
                var written = timed ? Time(many) : many + Pick("", "", " reps");
                var dose = Pick($"{count}{Cross()}{written}", $"{count} sets of {written}", $"{count} sets x {written}",
                    $"{Number(count)} sets of {written}", $"{written} x {count} sets");
                var row = Amount(work with { Sets = count }, many, null, timed);
                return random.Next(3) == 0
                    ? ([row], $"{dose} {name}{weight}{side}")
                    : ([row], $"{name}{Pick(" ", ": ", ", ", " - ", " (")}{dose}{weight}{side}");
        }
    }

    private (decimal? Load, LoadUnit? Unit, string Text) Weight()
    {
        var kilograms = random.Next(4, 41) * 2.5m;
        var text = kilograms.ToString(CultureInfo.InvariantCulture);
        return random.Next(6) switch
        {
            0 => (kilograms, LoadUnit.Kilograms,
                Pick(" @" + text + "kg", " " + text + " kg", " @ " + text + "kg", " with " + text + "kg", " (" + text
                + "kg)", " at " + text + " kilos", "@" + text + "kg")),
            1 => (kilograms, LoadUnit.Pounds,
                Pick(" " + text + "lb", " " + text + " lbs", " " + text + " pounds", " w/ " + text + " lb")),
            2 => (Math.Ceiling(kilograms) + 10, LoadUnit.Unnamed,
                Pick(" with the ", " @", " w/ the ") + (Math.Ceiling(kilograms) + 10).ToString(CultureInfo.InvariantCulture)),
            _ => (null, null, ""),
        };
    }

    private static Work Amount(Work work, int amount, int? to, bool timed) =>
        timed ? work with { Seconds = amount, SecondsTo = to } : work with { Reps = amount, RepsTo = to };

    private string Time(int seconds)
    {
        var clock = $"{seconds / 60}:{seconds % 60:00}";
        return seconds > 60 && seconds % 60 > 0
            ? Pick($"{seconds}s", $"{seconds} sec", clock, $"{seconds / 60}m{seconds % 60:00}", $"{seconds / 60} min {seconds % 60} s",
                $"{seconds} seconds")
            : Pick($"{seconds}s", $"{seconds} sec", $"{seconds}\"", clock, $"{seconds} seconds", $"{seconds}sec");
    }

    private string Cross() => Pick("x", " x ", "×", " × ", "*", "X", "х");

    private static string Number(int number) =>
        ((string[])["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])[number];

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
