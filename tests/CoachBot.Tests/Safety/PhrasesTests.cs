using System.Globalization;
using System.Runtime.CompilerServices;
using CoachBot.Safety;

namespace CoachBot.Tests.Safety;

/// <summary>
/// Phrases of people in trouble beside look-alikes that mean nothing (a hyphen). One file is worked on. The two others were written by people who had
/// not seen what the ear knows, and are only measured: their misses are counted and never listed. The goal for all is 98 % heard and at most 3 % false
/// alarms; heard is what gets the answer of its own kind. On the measured files the goal is not reached; the limits stand just outside what was
/// measured on 2026-11-28 (docs/decisions.md, Safety).
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

    [Theory]
    [InlineData("phrases-held-out.tsv", 0.89, 0.035)]
    [InlineData("phrases-second-held-out.tsv", 0.92, 0.085)]
    public void WhatIsOnlyMeasuredIsHeardAsWellAsItWas(string file, double leastHeard, double mostFalse)
    {
        var (heard, falseAlarms, _) = Measure(file);
        output.WriteLine(heard >= GoalHeard && falseAlarms <= GoalFalse ? "The goal is reached." : "The goal is NOT reached.");
        Assert.True(heard >= leastHeard && falseAlarms <= mostFalse, $"heard {heard:P1}, false alarms {falseAlarms:P1}");
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
