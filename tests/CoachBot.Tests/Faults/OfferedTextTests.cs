using CoachBot.Chat.Asking;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>What a list shows can be typed by hand: the command takes it, and it means what picking it means.</summary>
public sealed class OfferedTextTests
{
    private static readonly string[] Begun = ["", "a", "e", "s", "t", "plank", "squat", "new", "no", "yes", "hill", "2"];

    [Fact]
    public async Task EveryOfferedTextIsTakenAsTypedAndMeansTheSame()
    {
        await using var team = await SignedTeam.StartAsync();
        var tried = 0;
        foreach (var spec in team.Handlers.Commands.Select(command => command.Spec))
        {
            foreach (var option in spec.Options.Where(option => option.Suggests))
            {
                var texts = new Dictionary<string, string>(StringComparer.Ordinal);
                var asking = await FreshAsync(team);
                foreach (var begun in Begun)
                {
                    foreach (var choice in (await team.AskAsync(Autocomplete, asking, Typed(spec.Name, option.Name, (option.Name, begun)))).Choices)
                        texts[(string)choice!["name"]!] = (string)choice["value"]!;
                }
                Assert.NotEmpty(texts);
                foreach (var (name, value) in texts.Take(25))
                {
                    // Each in a team of its own: what was removed or set before changes the answer. But an exercise of a team's own is that team's.
                    var picking = value.StartsWith("own-", StringComparison.Ordinal) ? asking : await FreshAsync(team);
                    var picked = await AnswerAsync(team, picking, spec, option, value);
                    Assert.Equal(picked, await AnswerAsync(team, await FreshAsync(team), spec, option, name));
                    tried++;
                }
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} offered texts typed by hand");
        Assert.True(tried > 100, $"{tried}");
    }

    private static async Task<string> AnswerAsync(SignedTeam team, Person coach, CommandSpec spec, OptionSpec option, string typed)
    {
        var others = spec.Options.Where(other => other.Required && other != option)
            .Select(other => (other.Name, (object?)(other.Name switch { "days" => "Tue", "time" => "15:30", _ => Fitting(other) })));
        var answer = await team.AskAsync(Command, coach, Typed(spec.Name, [.. others, (option.Name, typed)]));
        Assert.DoesNotContain("I don't know", answer.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("I can't", answer.Content, StringComparison.Ordinal);
        return $"{spec.Name} {option.Name}: {answer.Type} {answer.Content} {answer.Data["embeds"]?[0]?["title"]} {answer.Data["title"]}";
    }

    private static async Task<Person> FreshAsync(SignedTeam team)
    {
        var coach = SignedTeam.Coach with { User = SignedTeam.NewId(), Team = SignedTeam.NewId() };
        await team.AskAsync(Command, coach, Typed("strength-day add", ("days", "Tue,Thu"), ("time", "15:30"), ("zone", "New York")));
        await team.AskAsync(Samples.Form, coach, EveryHandler.NewExercise(team, "Hill step-up"));
        return coach;
    }
}
