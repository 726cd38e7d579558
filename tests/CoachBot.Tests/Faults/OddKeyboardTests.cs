using System.Globalization;
using System.Text;
using CoachBot.Chat.Asking;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>What is typed on another keyboard means what it means on an ordinary one: every option of every command.</summary>
public sealed class OddKeyboardTests
{
    /// <summary>A good value for each option that takes text or a number, by command and option.</summary>
    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["setup zone"] = "Sydney",
        ["setup country"] = "Canada",
        ["setup cards"] = "everyone",
        ["setup week-starts"] = "sunday",
        ["strength-day add days"] = "Tue,Thu",
        ["strength-day add time"] = "15:30",
        ["strength-day add zone"] = "New York",
        ["strength-day add message"] = "Bring 2 bottles at 15:30",
        ["strength-day remove day"] = "No. 1: Tue",
        ["checkin effort"] = "7",
        ["checkin minutes"] = "25",
        ["checkin what"] = "single leg squat 3x12 @20kg each side, plank 1:30, 90 s",
        ["checkin date"] = "23.11.",
        ["exercise name"] = "4-way hip",
        ["exercise share"] = "everyone",
        ["exercises family"] = "planks",
        ["exercises muscle"] = "hips",
        ["exercises level"] = "basic",
        ["exercises equipment"] = "none",
        ["ask question"] = "are 3 sets of 12 enough?",
        ["ask share"] = "everyone",
        ["exercise-admin add level"] = "basic",
        ["exercise-admin add after"] = "4-way hip",
        ["exercise-admin edit exercise"] = "Hill step-up",
        ["exercise-admin edit level"] = "basic",
        ["exercise-admin edit after"] = "4-way hip",
        ["exercise-admin retire exercise"] = "Hill step-up",
    };

    private static readonly string[] Before = ["strength-day add days", "strength-day add time", "strength-day add zone"];

    /// <summary>The zeros of all decimal digits that Unicode has.</summary>
    private static IEnumerable<int> Zeros() => Enumerable.Range(0x80, 0x1FFFF).Where(Rune.IsValid)
        .Where(value => Rune.GetUnicodeCategory(new Rune(value)) == UnicodeCategory.DecimalDigitNumber && Rune.GetNumericValue(new Rune(value)) == 0);

    [Fact]
    public async Task DigitsOfEveryScriptMeanWhatOrdinaryOnesDo()
    {
        await using var team = await SignedTeam.StartAsync();
        var wanted = await AnswersAsync(team, value => value);
        var zeros = Zeros().ToList();
        Assert.True(zeros.Count >= 60, $"{zeros.Count} scripts");
        foreach (var zero in zeros)
        {
            string Odd(string value) => string.Concat(value.Select(c => char.IsAsciiDigit(c) ? new Rune(zero + c - '0').ToString() : c.ToString()));
            Assert.Equal(wanted, await AnswersAsync(team, Odd));
        }
    }

    [Fact]
    public async Task WideAndOrnamentalLettersMeanWhatOrdinaryOnesDo()
    {
        await using var team = await SignedTeam.StartAsync();
        var wanted = await AnswersAsync(team, value => value);
        Func<string, string>[] forms =
        [
            value => string.Concat(value.Select(c => c is > ' ' and <= '~' ? ((char)(c + 0xFEE0)).ToString() : "\u3000")),
            value => string.Concat(value.Select(c => char.IsAsciiLetterLower(c) ? new Rune(0x1D41A + c - 'a').ToString() : c.ToString())),
            value => value.Replace(' ', '\u00A0'),
            value => value.Replace(" ", "\u2009", StringComparison.Ordinal),
        ];
        foreach (var form in forms) Assert.Equal(wanted, await AnswersAsync(team, form));
    }

    /// <summary>What each command answers where one of its options is typed like this, all else being ordinary.</summary>
    private static async Task<IReadOnlyList<string>> AnswersAsync(SignedTeam team, Func<string, string> typed)
    {
        var answers = new List<string>();
        foreach (var spec in team.Handlers.Commands.Select(command => command.Spec).OrderBy(spec => spec.Name, StringComparer.Ordinal))
        {
            foreach (var option in spec.Options.Where(option => option.Kind is OptionKind.Text or OptionKind.Integer))
            {
                // A team of its own for each: what was set before changes the answer.
                var coach = SignedTeam.Coach with { User = SignedTeam.NewId(), Team = SignedTeam.NewId() };
                if (spec.Name.EndsWith("remove", StringComparison.Ordinal))
                    await team.AskAsync(Command, coach, Typed("strength-day add", [.. Before.Select(name => (name.Split(' ')[2], (object?)Good[name]))]));
                var needed = spec.Options.Where(other => other != option && (other.Required || (other.Name == "zone" && spec.Name == "strength-day add")));
                var all = needed.Select(other => (other.Name, (object?)Good[$"{spec.Name} {other.Name}"]))
                    .Append((option.Name, typed(Good[$"{spec.Name} {option.Name}"])));
                var answer = await team.AskAsync(Command, coach, Typed(spec.Name, [.. all]));
                Assert.DoesNotContain("Something went wrong", answer.Content, StringComparison.Ordinal);
                answers.Add($"{spec.Name} {option.Name}: {(option.ShownAsTyped ? "" : answer.Content)}");
            }
        }
        return answers;
    }
}
