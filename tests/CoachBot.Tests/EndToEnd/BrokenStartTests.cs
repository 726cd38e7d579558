namespace CoachBot.Tests.EndToEnd;

/// <summary>A program that was installed or set up wrongly ends with one sentence and an exit code, whichever verb it is asked for.</summary>
public sealed class BrokenStartTests
{
    private const string AKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    [Theory]
    [InlineData("check-config")]
    [InlineData("run")]
    public async Task WithoutLibsodiumAPublicKeyCannotBeUsed(string verb)
    {
        using var program = new CopiedProgram(without: "libsodium");
        var (code, error) = await program.RunAsync(verb, ("Discord__PublicKey", AKey));
        Assert.Equal((ExitCode.Configuration, true), (code, error.Contains("Discord__PublicKey needs libsodium", StringComparison.Ordinal)));
        IsOneSentence(error);
    }

    [Fact]
    public async Task WithoutAPublicKeyLibsodiumIsNotMissed()
    {
        using var program = new CopiedProgram(without: "libsodium");
        Assert.Equal((0, ""), await program.RunAsync("check-config"));
    }

    [Theory]
    [InlineData("check-config")]
    [InlineData("run")]
    [InlineData("migrate")]
    [InlineData("healthcheck")]
    public async Task SettingsThatAreNoJsonEndEveryVerb(string verb)
    {
        using var program = new CopiedProgram();
        File.WriteAllText(program.Settings, "{ \"Discord\": ");
        var (code, error) = await program.RunAsync(verb);
        Assert.Equal(ExitCode.Configuration, code);
        Assert.StartsWith("appsettings.json cannot be read", error, StringComparison.Ordinal);
        IsOneSentence(error);
    }

    private static void IsOneSentence(string error)
    {
        Assert.InRange(error.Length, 1, 300);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
