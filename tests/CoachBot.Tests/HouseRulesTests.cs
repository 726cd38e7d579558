using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CoachBot.Tests;

/// <summary>The doors between rooms (src/README.md). An exception stands in a list here, with its reason; an empty list is best.</summary>
public sealed class HouseRulesTests
{
    private static readonly string[] Shared = ["Runtime", "Language", "Chat", "Storage", "Pictures", "Teams", "Safety"];

    /// <summary>A slice uses these others: a check-in names exercises, a team adds its own to them, and a reminder carries the check-in's button.</summary>
    private static readonly string[] Exceptions = ["CheckIns -> Exercises", "StrengthDays -> CheckIns", "TeamExercises -> Exercises"];

    private static string Source([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src"));

    private static IEnumerable<(string Path, string Text)> Files(string project) => Directory.EnumerateFiles(Path.Combine(Source(), project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Select(file => (Path.GetRelativePath(Path.Combine(Source(), project), file), File.ReadAllText(file)));

    [Fact]
    public void TheConnectorAndTheSandboxKnowNobodyHere()
    {
        foreach (var assembly in (System.Reflection.Assembly[])[typeof(CoachBot.Discord.DiscordClient).Assembly, typeof(CoachBot.Sandbox.SandboxServer).Assembly])
        {
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("CoachBot", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void OnlyTheDiscordFolderAndTheCompositionRootKnowTheConnector()
    {
        var wrong = Files("CoachBot").Where(file => file.Text.Contains("using CoachBot.Discord", StringComparison.Ordinal))
            .Where(file => !file.Path.StartsWith("Chat/Discord/", StringComparison.Ordinal) && file.Path != "CoachBotHost.cs");
        Assert.Empty(wrong.Select(file => file.Path));
    }

    [Fact]
    public void SlicesUseOnlyWhatIsShared()
    {
        string[] slices = ["Exercises", "TeamExercises", "Questions", "StrengthDays", "CheckIns", "Teams"];
        var doors = from file in Files("CoachBot")
                    let slice = file.Path.Split('/')[0]
                    where slices.Contains(slice)
                    from Match use in Regex.Matches(file.Text, @"using CoachBot\.(\w+);")
                    let other = use.Groups[1].Value
                    where other != slice && !Shared.Contains(other)
                    select $"{slice} -> {other}";
        Assert.Equal(Exceptions.Order(), doors.Distinct().Order());
    }

    [Fact]
    public void SharedRoomsKnowNoSlice()
    {
        var wrong = from file in Files("CoachBot")
                    let room = file.Path.Split('/')[0]
                    where room is "Chat" or "Storage"
                    from Match use in Regex.Matches(file.Text, @"using CoachBot\.(Exercises|TeamExercises|Questions|StrengthDays|CheckIns|Progress|Teams|Operations);")
                    select $"{file.Path} -> {use.Groups[1].Value}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void SqlIsNeverBuiltFromValues()
    {
        var wrong = from project in (string[])["CoachBot"]
                    from file in Files(project)
                    from Match text in Regex.Matches(file.Text, """\$"+[^"]*\b(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\b[^"]*\{(?<hole>[^}]+)\}""", RegexOptions.IgnoreCase | RegexOptions.Singleline)
                    where !Regex.IsMatch(text.Groups["hole"].Value, @"\b(Columns|IsOn|HasBot)$")
                    select $"{file.Path}: {text.Value}";
        Assert.Empty(wrong);
    }
}
