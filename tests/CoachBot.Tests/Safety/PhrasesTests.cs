using System.Runtime.CompilerServices;
using CoachBot.Safety;

namespace CoachBot.Tests.Safety;

/// <summary>
/// Phrases of people in trouble beside look-alikes that mean nothing (a hyphen). One file is worked on; the other was split off before any tuning and is only
/// measured: its misses are counted here and never listed. The aim for both is 98 % heard and at most 3 % false alarms.
/// </summary>
public sealed class PhrasesTests(ITestOutputHelper output)
{
    private static readonly SafetyEar Ear = new();

    [Theory]
    [InlineData("phrases.tsv", true, 0.98, 0.03)]
    [InlineData("phrases-held-out.tsv", false, 0.93, 0.05)]
    public void HearsNearlyEverySignAndIsSeldomAlarmedByOthers(string file, bool mayBeRead, double fewestHeard, double mostFalse)
    {
        var phrases = File.ReadLines(Path.Combine(Here(), file)).Select(line => line.Split('\t')).Select(parts => (Text: parts[0], Kind: parts[1])).ToList();
        var signs = phrases.Where(phrase => phrase.Kind != "-").ToList();
        var others = phrases.Where(phrase => phrase.Kind == "-").ToList();
        var missed = signs.Where(phrase => Ear.Hear(phrase.Text)?.ToString() != phrase.Kind).ToList();
        var alarms = others.Where(phrase => Ear.Hear(phrase.Text) is not null).ToList();

        var recall = 1 - ((double)missed.Count / signs.Count);
        var falseAlarms = (double)alarms.Count / others.Count;
        var figures = FormattableString.Invariant($"{file}: {signs.Count} signs, recall {recall:P1}; {others.Count} others, false alarms {falseAlarms:P1}");
        output.WriteLine(figures);
        if (mayBeRead) foreach (var (text, kind) in missed.Concat(alarms)) output.WriteLine($"{text}: {kind}, heard {Ear.Hear(text)?.ToString() ?? "nothing"}");
        Assert.True(recall >= fewestHeard && falseAlarms <= mostFalse, figures);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
