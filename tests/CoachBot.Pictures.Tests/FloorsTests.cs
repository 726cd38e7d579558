using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CoachBot.Pictures.Tests;

/// <summary>Data at the bottom, drawings at the top: no folder needs one above it, and the whole needs nobody.</summary>
public sealed partial class FloorsTests
{
    [Fact]
    public void ThisProjectKnowsNobodyElseOfTheHouse() => Assert.DoesNotContain(
        typeof(CoachBot.Pictures.Poses.Pose).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("CoachBot", StringComparison.Ordinal));

    [Theory]
    [InlineData("Files", "")]
    [InlineData("Poses", "")]
    [InlineData("Bodies", "Poses")]
    [InlineData("Drawing", "Bodies Files Poses")]
    public void AFolderNeedsOnlyThoseBelowIt(string folder, string below)
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Source(), folder), "*.cs").Select(File.ReadAllText).ToArray();
        Assert.All(texts, text => Assert.Contains($"namespace CoachBot.Pictures.{folder};", text));
        var needed = texts.SelectMany(text => Folder().Matches(text)).Select(match => match.Groups["folder"].Value)
            .Where(other => other != folder).Distinct().Order();
        Assert.Equal(below, string.Join(' ', needed));
    }

    /// <summary>Another folder is named in a using, or before a type of its own where two have the same name.</summary>
    [GeneratedRegex(@"(?<=CoachBot\.Pictures\.|[(\s<])(?<folder>Files|Poses|Bodies|Drawing)(?=[.;])")]
    private static partial Regex Folder();

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "CoachBot.Pictures"));
}
