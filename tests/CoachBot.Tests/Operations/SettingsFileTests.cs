using CoachBot.Operations;

namespace CoachBot.Tests.Operations;

/// <summary>An appsettings.json that cannot be used ends a start with one sentence; one that is not there is no harm.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-test");

    private string Place => Path.Combine(folder.FullName, "appsettings.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void WithoutAFileTheDefaultsHold() => Assert.Empty(Settings.Of(SettingsFile.Load(folder.FullName)).Read.Problems);

    [Theory]
    [InlineData("{ \"Discord\": { \"Token\": ", "LineNumber")]
    [InlineData("", "JSON")]
    [InlineData("[]", "Top-level")]
    [InlineData("{ \"Http\": {}, \"http\": {\"Urls\": \"a\", \"urls\": \"b\"} }", "http:urls")]
    [InlineData("\0\u0001", "LineNumber")]
    public void InvalidJsonIsNamedWithItsLine(string text, string says)
    {
        File.WriteAllText(Place, text);
        Assert.Contains(says, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderInItsPlaceIsNotTakenForNoFile()
    {
        Directory.CreateDirectory(Place);
        Assert.Contains("is a folder", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkToNothingIsNotTakenForNoFile()
    {
        File.CreateSymbolicLink(Place, Path.Combine(folder.FullName, "gone.json"));
        Assert.Contains("gone.json", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatThisUserMayNotReadIsNamed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no mode bits");
        File.WriteAllText(Place, "{}");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Place, UnixFileMode.None);
        Assert.SkipWhen(CanRead(Place), "skipped: this user, such as root, may read any file");
        Assert.Contains("Let this user read it", Refused(), StringComparison.Ordinal);
    }

    private string Refused()
    {
        var failure = Assert.Throws<StartupFailure>(() => SettingsFile.Load(folder.FullName));
        Assert.Equal(ExitCode.Configuration, failure.ExitCode);
        Assert.StartsWith("appsettings.json cannot be read: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        return failure.Message;
    }

    private static bool CanRead(string file)
    {
        try
        {
            File.ReadAllText(file);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
