using CoachBot.Operations;
using CoachBot.Runtime.Settings;
using CoachBot.Storage;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Operations;

public sealed class SettingsTests
{
    private static IConfiguration Set(params (string Field, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Field, (string?)value.Value))).Build();

    private static (Settings Settings, IReadOnlyList<SettingProblem> Problems) Read(params (string Field, string Value)[] values)
    {
        var (settings, read) = Settings.Of(Set(values));
        return (settings, read.Problems);
    }

    [Fact]
    public void TheShippedFileIsGoodAndRunsTheSandbox()
    {
        var (settings, read) = Settings.Of(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build());
        Assert.Empty(read.Problems);
        Assert.Empty(read.Unknown);
        Assert.True(settings.UsesSandbox);
    }

    /// <summary>What is left empty is what was never set.</summary>
    [Fact]
    public void EveryDefaultIsGood()
    {
        var (settings, read) = Settings.Of(Set());
        Assert.Empty(read.Problems);
        Assert.All(read.Declared, setting => Assert.Equal(setting.Standard, setting.Shown));
        Assert.Empty(Settings.Of(Set([.. read.Declared.Select(setting => (setting.Key, " "))])).Read.Problems);
        Assert.Equal((null, null, null), (settings.Discord.Connector.GatewayUrl, settings.Discord.Connector.ShardCount, settings.Discord.Connector.ShardIds));
        Assert.Equal(new Uri("http://127.0.0.1:8080"), Assert.Single(settings.Http.Urls));
    }

    [Fact]
    public void AllProblemsAreReportedAtOnce()
    {
        var (_, problems) = Read(
            ("Discord:Token", "abc def"), ("Discord:ApiBaseUrl", "http://discord.example/api/v10/"), ("Discord:GatewayUrl", "ws://discord.example"),
            ("Discord:Intents", "-1"), ("Discord:PublicKey", "d75a"),
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
        Assert.Equal(
            (expected, expectedIds), (settings.Discord.Connector.ShardCount, settings.Discord.Connector.ShardIds is { } read ? string.Join(',', read) : null));
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Info")]
    [InlineData("Logging:LogLevel:Quartz", "loud")]
    [InlineData("Logging:Console:LogLevel:Default", "Info")]
    [InlineData("Http:Urls", "http://127.0.0.1:8080/bot")]
    [InlineData("Http:Urls", "http://127.0.0.1:8080/?a=b")]
    [InlineData("Http:Urls", "http://me:secret@127.0.0.1:8080")]
    public void SettingsThatWouldEndAStartAreProblems(string field, string value) => Assert.Equal(field, Assert.Single(Read((field, value)).Problems).Field);

    [Fact]
    public void TheConnectionStringMayStandInAFileOfItsOwn()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "Data Source=elsewhere.db\r\n");
        var (settings, problems) = Read(("Storage:ConnectionString", "Data Source=data/coachbot.db"), ("Storage:ConnectionStringFile", file));
        Assert.Empty(problems);
        Assert.Equal("Data Source=elsewhere.db", settings.Storage.ConnectionString);
        Assert.Equal("Data Source=elsewhere.db", Read(("Storage:ConnectionStringFile", file)).Settings.Storage.ConnectionString);
        Assert.Equal("Storage:ConnectionStringFile",
            Assert.Single(Read(("Storage:ConnectionString", "Data Source=other.db"), ("Storage:ConnectionStringFile", file)).Problems).Field);
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
        var read = Settings.Of(Set(("Storage:ConnectionString", text), ("Discord:Token", "hunter2"))).Read;
        Assert.DoesNotContain(read.Problems, problem => problem.ToString().Contains("hunter2", StringComparison.Ordinal));
        Assert.DoesNotContain(read.Declared, setting => setting.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void AHostNameStandsForItsAddressesAndNotForAll()
    {
        Assert.All(HttpAddresses.Of(new Uri("http://" + System.Net.Dns.GetHostName() + ":8080")), url => Assert.False(url.Host is "0.0.0.0" or "[::]"));
        Assert.Equal(78, Assert.Throws<StartupFailure>(() => HttpAddresses.Of(new Uri("http://no-such-host.invalid:8080"))).ExitCode);
    }

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
    public void OtherServersAreAllowed(string url) =>
        Assert.Empty(Read(("Discord:Token", "any form at all".Replace(" ", "", StringComparison.Ordinal)), ("Discord:ApiBaseUrl", url)).Problems);

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
        Assert.Equal("secret-token", settings.Discord.Connector.Token);
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
        Assert.Equal("secret-token", Read(("Discord:TokenFile", file.Path)).Settings.Discord.Connector.Token);
        var warning = Assert.Single(file.Warnings());
        Assert.Contains("chmod 600", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", warning, StringComparison.Ordinal);
    }

    [Fact, Fault("E18")]
    public void ATokenFileThatWasReplacedCountsFromTheNextStart()
    {
        using var file = new TokenFile("old-token");
        Assert.Equal("old-token", Read(("Discord:TokenFile", file.Path)).Settings.Discord.Connector.Token);
        File.WriteAllText(file.Path + ".new", "new-token\n");
        File.Move(file.Path + ".new", file.Path, overwrite: true);
        Assert.Equal("new-token", Read(("Discord:TokenFile", file.Path)).Settings.Discord.Connector.Token);
    }

    [Fact]
    public void ASlipOfThePenIsPointedOut()
    {
        var read = Settings.Of(Set(("Discord:Tokn", "x"), ("Path", "/bin"), ("discord:token", ""))).Read;
        Assert.Equal("Discord:Tokn", Assert.Single(read.Unknown));
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

        public IReadOnlyList<string> Warnings() => Settings.Of(Set(("Discord:TokenFile", Path))).Read.Warnings;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
