using CoachBot.Operations;
using CoachBot.Runtime;
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
        Assert.Equal((null, null), (settings.ShardCount, settings.ShardIds));
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
    [InlineData("", "", null, null)]
    [InlineData("Auto", "ALL", null, null)]
    [InlineData("4", "", 4, null)]
    [InlineData("4", "0,1", 4, "0,1")]
    [InlineData("4", " 3 , 0-2,1", 4, "0,1,2,3")]
    public void ShardsAreReadInTheirForms(string count, string ids, int? expected, string? expectedIds)
    {
        var (settings, problems) = Read(("Discord:ShardCount", count), ("Discord:ShardIds", ids));
        Assert.Empty(problems);
        Assert.Equal((expected, expectedIds), (settings.ShardCount, settings.ShardIds is { } read ? string.Join(',', read) : null));
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Info")]
    [InlineData("Logging:LogLevel:Quartz", "loud")]
    [InlineData("Logging:Console:LogLevel:Default", "Info")]
    [InlineData("Http:Urls", "http://127.0.0.1:8080/bot")]
    [InlineData("Http:Urls", "http://127.0.0.1:8080/?a=b")]
    [InlineData("Http:Urls", "http://me:secret@127.0.0.1:8080")]
    public void WhatWouldEndAStartIsAProblemOfItsSetting(string field, string value) => Assert.Equal(field, Assert.Single(Read((field, value)).Problems).Field);

    [Fact]
    public void TheConnectionStringMayStandInAFileOfItsOwn()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "Data Source=elsewhere.db\r\n");
        var (settings, problems) = Read(("Storage:ConnectionString", "Data Source=data/coachbot.db"), ("Storage:ConnectionStringFile", file));
        Assert.Empty(problems);
        Assert.Equal("Data Source=elsewhere.db", settings.Storage.ConnectionString);
        Assert.Equal("Storage:ConnectionStringFile", Assert.Single(Read(("Storage:ConnectionString", "Data Source=other.db"), ("Storage:ConnectionStringFile", file)).Problems).Field);
        File.Delete(file);
    }

    [Theory]
    [InlineData("Data Source=a.db;Password=hunter2")]
    [InlineData("Host=db;Username=bot;pwd='hunter2'")]
    [InlineData("Host=db;SSL Key=hunter2;Passfile=hunter2")]
    [InlineData("postgres://bot:hunter2@db/coachbot")]
    [InlineData("Data Source=\"unclosed;Password=hunter2")]
    public void NoSecretOfAConnectionStringIsShown(string text)
    {
        Assert.DoesNotContain("hunter2", ConnectionStrings.Masked(text), StringComparison.Ordinal);
        Assert.DoesNotContain(Read(("Storage:ConnectionString", text)).Problems, problem => problem.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void AHostNameStandsForItsAddressesAndNotForAll()
    {
        Assert.All(HttpAddresses.Of(new Uri("http://" + System.Net.Dns.GetHostName() + ":8080")), url => Assert.False(url.Host is "0.0.0.0" or "[::]"));
        Assert.Equal(78, Assert.Throws<StartupFailure>(() => HttpAddresses.Of(new Uri("http://no-such-host.invalid:8080"))).ExitCode);
    }

    [Fact]
    public void EveryExitCodeStandsInTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "README.md"));
        var codes = typeof(ExitCode).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static).Select(code => (int)code.GetRawConstantValue()!);
        Assert.All(codes, code => Assert.Contains($"\n| {code} |", readme, StringComparison.Ordinal));
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;

    [Theory]
    [InlineData("0", "", "Discord:ShardCount")]
    [InlineData("-3", "", "Discord:ShardCount")]
    [InlineData("999999999", "", "Discord:ShardCount")]
    [InlineData("4", "4", "Discord:ShardIds")]
    [InlineData("4", "2-1", "Discord:ShardIds")]
    [InlineData("4", "0,", "Discord:ShardIds")]
    [InlineData("4", "0-1-2", "Discord:ShardIds")]
    [InlineData("4", "first", "Discord:ShardIds")]
    [InlineData("auto", "0", "Discord:ShardIds")]
    public void ShardsThatMakeNoSenseAreNamed(string count, string ids, string field)
    {
        var problem = Assert.Single(Read(("Discord:ShardCount", count), ("Discord:ShardIds", ids)).Problems);
        Assert.Equal(field, problem.Field);
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

    [Theory, Fault("E18")]
    [InlineData("secret-token")]
    [InlineData("secret-token\n")]
    [InlineData("secret-token\r\n")]
    [InlineData("\uFEFFsecret-token\r\n")]
    [InlineData("  secret-token \n\n")]
    public void ATokenFileIsReadHoweverAnEditorSavedIt(string text)
    {
        using var file = new TokenFile(text);
        var (settings, problems) = Read(("Discord:TokenFile", file.Path));
        Assert.Equal("secret-token", settings.Token);
        Assert.Empty(problems);
        Assert.Empty(file.Warnings());
    }

    [Theory, Fault("E18")]
    [InlineData("", "empty")]
    [InlineData("\uFEFF\r\n", "empty")]
    [InlineData("secret token", "Copy it again")]
    [InlineData("secret-token\nsecret-token", "Copy it again")]
    [InlineData("secret-\u0442oken", "Copy it again")]
    public void ATokenFileThatHoldsNoTokenIsRefusedAndNotShown(string text, string hint)
    {
        using var file = new TokenFile(text);
        var problem = Assert.Single(Read(("Discord:TokenFile", file.Path)).Problems);
        Assert.Equal("Discord:TokenFile", problem.Field);
        Assert.Contains(hint, problem.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact, Fault("E18")]
    public void ATokenFileThatIsNotThereIsRefused()
    {
        using var file = new TokenFile("secret-token");
        var folder = Path.GetDirectoryName(file.Path)!;
        foreach (var path in (string[])[file.Path + ".gone", folder, Path.Combine(folder, "gone", "token"), "\0"])
        {
            var problem = Assert.Single(Read(("Discord:TokenFile", path)).Problems);
            Assert.Contains("cannot be read", problem.Hint, StringComparison.Ordinal);
        }
        Assert.Contains("Keep one", Assert.Single(Read(("Discord:TokenFile", file.Path), ("Discord:Token", "x")).Problems).Hint, StringComparison.Ordinal);
    }

    [Fact, Fault("E18")]
    public void ATokenFileThatEverybodyMayReadWorksAndIsWarnedOf()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no mode bits");
        using var file = new TokenFile("secret-token");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.Path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Assert.Equal("secret-token", Read(("Discord:TokenFile", file.Path)).Settings.Token);
        var warning = Assert.Single(file.Warnings());
        Assert.Contains("chmod 600", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", warning, StringComparison.Ordinal);
    }

    [Fact, Fault("E18")]
    public void ATokenFileThatWasReplacedCountsFromTheNextStart()
    {
        using var file = new TokenFile("old-token");
        Assert.Equal("old-token", Read(("Discord:TokenFile", file.Path)).Settings.Token);
        File.WriteAllText(file.Path + ".new", "new-token\n");
        File.Move(file.Path + ".new", file.Path, overwrite: true);
        Assert.Equal("new-token", Read(("Discord:TokenFile", file.Path)).Settings.Token);
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

    private sealed class TokenFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-test");

        public TokenFile(string text)
        {
            File.WriteAllText(Path, text);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        public string Path => System.IO.Path.Combine(folder.FullName, "token");

        public IReadOnlyList<string> Warnings() =>
            SettingsReader.Warnings(new ConfigurationBuilder().AddInMemoryCollection([new("Discord:TokenFile", Path)]).Build());

        public void Dispose() => folder.Delete(recursive: true);
    }
}
