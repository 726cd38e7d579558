using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CoachBot.Chat;
using CoachBot.Tests.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.House;

/// <summary>What the program offers stands in the README, and the other way round.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Path.Combine(Sources.Root(), "..", "README.md");

    private static string Commands => File.ReadAllText(Readme).Split("\n## ").Single(part => part.StartsWith("What it can do", StringComparison.Ordinal));

    [Fact]
    public async Task EveryCommandStandsInTheTable()
    {
        await using var team = await SignedTeam.StartAsync();
        var table = string.Join('\n', Commands.Split('\n').Where(line => line.StartsWith("| `/", StringComparison.Ordinal)));
        var commands = team.Bot.Services.GetRequiredService<Handlers>().Commands.Select(command => command.Spec.Name).ToList();
        // "`/exercise-admin edit`, `retire`": the second word may stand alone beside the first.
        var missing = commands.Where(name => !table.Contains($"`/{name}", StringComparison.Ordinal)
            && !(name.Split(' ') is [var group, var word]
                && table.Contains($"`/{group} ", StringComparison.Ordinal) && table.Contains($"`{word}`", StringComparison.Ordinal)));
        Assert.Equal("", string.Join(", ", missing));
        var gone = Named().Matches(table).Select(match => match.Groups["name"].Value).Except(commands.Select(command => command.Split(' ')[0]));
        Assert.Equal("", string.Join(", ", gone));
    }

    [Fact]
    public void EveryExitCodeStandsInItsTableAndNoOther()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (int)code.GetRawConstantValue()!);
        var table = File.ReadAllText(Readme).Split("\n| exit code | meaning |\n")[1].Split("\n\n")[0];
        var rows = table.Split('\n').Skip(1).Select(row => int.Parse(row.Split('|')[1], CultureInfo.InvariantCulture));
        Assert.Equal(codes.Order(), rows.Order());
    }

    [GeneratedRegex(@"^\| `/(?<name>[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Named();
}
