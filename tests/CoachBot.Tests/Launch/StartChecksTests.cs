using System.Net;
using System.Net.Sockets;
using CoachBot.Launch;
using CoachBot.Operations;
using CoachBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CoachBot.Tests.Launch;

/// <summary>What a start would fail on is found by trying it, in one sentence and with the exit code that the start itself would end with.</summary>
public sealed class StartChecksTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-test");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Place => Path.Combine(folder.FullName, "coachbot.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void NothingIsFoundWhereAStartWouldDo()
    {
        Assert.Empty(StartChecks.Failures(Good));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task ATakenAddressIsNamedWithItsSetting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = new Uri($"http://{other.LocalEndpoint}");
        await FailsAsync(With(http: taken), ExitCode.Configuration, "Http__Urls");
        await FailsAsync(With(sandbox: taken), ExitCode.Configuration, "Sandbox__Url");
    }

    [Theory]
    [InlineData("http://no-such-host.invalid:8080")]
    [InlineData("http://192.0.2.1:0")]
    public Task AnAddressThatIsNotThisMachinesIsNamed(string url) => FailsAsync(With(http: new Uri(url)), ExitCode.Configuration, "Http__Urls");

    [Fact]
    public async Task ADamagedDatabaseIs74()
    {
        File.WriteAllText(Place, new string('x', 5000));
        await FailsAsync(Good, ExitCode.DatabaseCorrupt, "is damaged");
    }

    [Fact]
    public async Task ADatabaseInUseIs75()
    {
        using var first = SqliteDatabase.Open(Good.Storage);
        await FailsAsync(Good, ExitCode.DatabaseInUse, "Another CoachBot");
    }

    [Fact]
    public async Task ADatabaseThatAnotherProgramHoldsIs75()
    {
        SqliteDatabase.Open(Good.Storage).Dispose();
        using var other = Raw("begin immediate");
        await FailsAsync(Good, ExitCode.DatabaseInUse, "Another program holds");
    }

    [Theory]
    [InlineData("create table notes (text text)", "of another program")]
    [InlineData("", "newer")]
    public async Task ADatabaseThatIsNotThisProgramsIs78(string schema, string says)
    {
        if (schema.Length == 0)
        {
            SqliteDatabase.Open(Good.Storage).Dispose();
            schema = "insert into SchemaVersions (ScriptName, Applied) values ('9999_from_the_future.sql', '')";
        }
        Raw(schema).Dispose();
        await FailsAsync(Good, ExitCode.Configuration, says);
    }

    [Theory]
    [InlineData("/proc/coachbot/coachbot.db")]
    [InlineData("/dev/null/coachbot.db")]
    [InlineData("/")]
    public Task APlaceWhereNothingCanBeWrittenIs78(string path) =>
        FailsAsync(new Settings { Storage = new() { ConnectionString = $"Data Source={path}" }, Http = Good.Http, Sandbox = Good.Sandbox },
            ExitCode.Configuration, "Storage__ConnectionString");

    /// <summary>Also before there is a file.</summary>
    [Theory]
    [InlineData("Mode=ReadOnly", "may be read but not written")]
    [InlineData("Password=hunter2", "cannot be opened")]
    public async Task AConnectionStringWithWhichNothingCanBeKeptIs78(string more, string says)
    {
        await FailsAsync(new Settings { Storage = new() { ConnectionString = $"Data Source={Place};{more}" }, Http = Good.Http, Sandbox = Good.Sandbox },
            ExitCode.Configuration, says);
        Assert.DoesNotContain(StartChecks.Failures(Good), failure => failure.Message.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void AllThatIsWrongIsFoundAtOnce()
    {
        File.WriteAllText(Place, new string('x', 5000));
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        Assert.Equal([74, 78], StartChecks.Failures(With(http: new Uri($"http://{other.LocalEndpoint}"))).Select(failure => failure.ExitCode));
    }

    [Fact]
    public void UnexpectedErrorsAreOneSentenceToo()
    {
        var failure = StartChecks.Explain(new InvalidOperationException("first line\nsecond line"));
        Assert.Equal(ExitCode.Configuration, failure.ExitCode);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Contains(
            "libsodium", StartChecks.Explain(new TypeInitializationException("x", new DllNotFoundException("libsodium"))).Message, StringComparison.Ordinal);
    }

    private Settings Good => With();

    private Settings With(Uri? http = null, Uri? sandbox = null) => new()
    {
        Storage = new() { ConnectionString = $"Data Source={Place}" },
        Http = new() { Urls = [http ?? new Uri("http://127.0.0.1:0")] },
        Sandbox = new() { Url = sandbox ?? new Uri("http://127.0.0.1:0") },
    };

    /// <summary>The check says what the start would say.</summary>
    private static async Task FailsAsync(Settings settings, int exitCode, string says)
    {
        var found = Assert.Single(StartChecks.Failures(settings));
        Assert.Equal(exitCode, found.ExitCode);
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', found.Message);
        var started =
            StartChecks.Explain(await Assert.ThrowsAnyAsync<Exception>(() => CoachBotHost.StartAsync(settings, TimeProvider.System, configuration: null, Ct)));
        Assert.Equal(exitCode, started.ExitCode);
        Assert.Contains(says, started.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', started.Message);
    }

    private SqliteConnection Raw(string statement)
    {
        var connection = new SqliteConnection($"Data Source={Place};Pooling=false");
        connection.Open();
        connection.Execute(statement);
        return connection;
    }
}
