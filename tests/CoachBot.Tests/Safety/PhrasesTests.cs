using System.Globalization;
using System.Runtime.CompilerServices;
using CoachBot.Safety;

namespace CoachBot.Tests.Safety;

/// <summary>
/// Phrases of people in trouble beside look-alikes that mean nothing (a hyphen). One file is worked on. The other was written without a look at signs.txt,
/// split off at random (seed 20261128) before anything was measured, and is only measured: its misses are counted here and never listed. The goal for both is
/// 98 % heard and at most 3 % false alarms; heard is what gets the answer of its own kind. On the held-out file the goal is not reached: measured once, on
/// 2026-11-28, 85.8 % were heard as their kind, 91.3 % at all, with 2.5 % false alarms. Its limit stands just under that.
/// </summary>
public sealed class PhrasesTests(ITestOutputHelper output)
{
    private const double GoalHeard = 0.98;
    private const double GoalFalse = 0.03;

    private static readonly SafetyEar Ear = new();

    [Fact]
    public void TheWorkedOnPhrasesHoldTheGoal()
    {
        var (heard, falseAlarms, missed) = Measure("phrases.tsv");
        foreach (var (text, kind) in missed) output.WriteLine($"{text}: {kind}, heard {Ear.Hear(text)?.ToString() ?? "nothing"}");
        Assert.True(heard >= GoalHeard && falseAlarms <= GoalFalse, $"heard {heard:P1}, false alarms {falseAlarms:P1}");
    }

    [Fact]
    public void TheHeldOutPhrasesAreHeardAsWellAsWasMeasured()
    {
        var (heard, falseAlarms, _) = Measure("phrases-held-out.tsv");
        output.WriteLine(heard >= GoalHeard && falseAlarms <= GoalFalse ? "The goal is reached." : "The goal is NOT reached.");
        Assert.True(heard >= 0.85 && falseAlarms <= GoalFalse, $"heard {heard:P1}, false alarms {falseAlarms:P1}");
    }

    private (double Heard, double FalseAlarms, IEnumerable<(string Text, string Kind)> Missed) Measure(string file)
    {
        var phrases = File.ReadLines(Path.Combine(Here(), file)).Select(line => line.Split('\t')).Select(parts => (Text: parts[0], Kind: parts[1])).ToList();
        var signs = phrases.Where(phrase => phrase.Kind != "-").ToList();
        var others = phrases.Where(phrase => phrase.Kind == "-").ToList();
        var missed = signs.Where(phrase => Ear.Hear(phrase.Text)?.ToString() != phrase.Kind).ToList();
        var silent = missed.Count(phrase => Ear.Hear(phrase.Text) is null);
        var alarms = others.Where(phrase => Ear.Hear(phrase.Text) is not null).ToList();

        var heard = 1 - ((double)missed.Count / signs.Count);
        var falseAlarms = (double)alarms.Count / others.Count;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {signs.Count} signs, {heard:P1} heard as their kind, {1 - ((double)silent / signs.Count):P1} heard at all; "
            + $"{others.Count} others, {falseAlarms:P1} false alarms"));
        return (heard, falseAlarms, missed.Concat(alarms));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
