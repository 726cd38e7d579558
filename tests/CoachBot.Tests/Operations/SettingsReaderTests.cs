using CoachBot.Operations;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Operations;

public sealed class SettingsReaderTests
{
    private static (Settings Settings, IReadOnlyList<SettingProblem> Problems) Read(params (string Field, string Value)[] values) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Field, (string?)value.Value))).Build());

    [Fact]
    public void TheShippedFileIsGoodAndSaysTheDefaults()
    {
        var (settings, problems) = SettingsReader.Read(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build());
        Assert.Empty(problems);
        Assert.True(settings.UsesSandbox);
        var defaults = new Settings();
        Assert.Equal((defaults.ApiBaseUrl, defaults.GatewayUrl, defaults.Intents, defaults.Storage, defaults.SandboxUrl),
            (settings.ApiBaseUrl, settings.GatewayUrl, settings.Intents, settings.Storage, settings.SandboxUrl));
        Assert.Equal(defaults.HttpUrls, settings.HttpUrls);
    }

    [Fact]
    public void AllProblemsAreReportedAtOnce()
    {
        var (_, problems) = Read(
            ("Discord:Token", "abc def"), ("Discord:ApiBaseUrl", "http://discord.example/api/v10/"), ("Discord:GatewayUrl", "ws://discord.example"), ("Discord:Intents", "-1"), ("Discord:PublicKey", "d75a"),
            ("Storage:Provider", "oracle"), ("Storage:ConnectionString", "Nonsense"), ("Http:Urls", "8080"), ("Sandbox:Url", "http://0.0.0.0:5080"));
        Assert.Equal(9, problems.Count);
        Assert.All(problems, problem => Assert.NotEmpty(problem.Hint));
        Assert.DoesNotContain(problems, problem => problem.ToString().Contains("abc def", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000/api/v9/")]
    [InlineData("http://localhost:9000/api/v10")]
    [InlineData("https://chat.example/api/v10/")]
    public void OtherServersAreAllowed(string url) => Assert.Empty(Read(("Discord:Token", "any form at all".Replace(" ", "", StringComparison.Ordinal)), ("Discord:ApiBaseUrl", url)).Problems);

    [Theory]
    [InlineData("", 0)]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511A", 0)]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511", 1)]
    [InlineData("x75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", 1)]
    public void APublicKeyHas64Digits(string key, int problems) => Assert.Equal(problems, Read(("Discord:PublicKey", key)).Problems.Count);

    [Fact]
    public void ATokenFileIsReadWithoutItsLineEnd()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "\uFEFFsecret-token\r\n");
        Assert.Equal("secret-token", Read(("Discord:TokenFile", file)).Settings.Token);
        Assert.Contains("Keep one", Assert.Single(Read(("Discord:TokenFile", file), ("Discord:Token", "x")).Problems).Hint, StringComparison.Ordinal);
        File.WriteAllText(file, "\n");
        Assert.Contains("empty", Assert.Single(Read(("Discord:TokenFile", file)).Problems).Hint, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains("cannot be read", Assert.Single(Read(("Discord:TokenFile", file)).Problems).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoJsonIsNamedWithThePlace()
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-test");
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), "{ \"Discord\": { \"Token\": ");
        var failure = Assert.Throws<StartupFailure>(() => SettingsReader.Load(folder.FullName));
        Assert.Equal(78, failure.ExitCode);
        Assert.Contains("LineNumber", failure.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void ASlipOfThePenIsPointedOut()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Discord:Tokn", "x"), new("Path", "/bin"), new("discord:token", "")]).Build();
        Assert.Equal("Discord:Tokn", Assert.Single(SettingsReader.Unknown(configuration)));
    }
}
