using System.Diagnostics;
using System.Runtime.InteropServices;
using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

/// <summary>The program as an operator runs it: a process of its own, with settings, signals and exit codes.</summary>
public sealed partial class ProgramTests : IAsyncLifetime
{
    private const int SigTerm = 15;
    private const int SigKill = 9;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-e2e");
    private SandboxServer sandbox = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => sandbox = await RunningTeam.StartSandboxAsync();

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task KilledBetweenTwoCheckInsItLosesNothingThatItAcknowledged()
    {
        var maya = sandbox.As("Maya");
        using (var bot = Start())
        {
            await sandbox.WaitForCommandsAsync("checkin", Ct);
            await maya.TypeAsync("/checkin effort:6", Ct);
            await SeesAsync(maya, "Logged");
            Assert.Equal(0, Kill(bot.Id, SigKill));
            await bot.WaitForExitAsync(Ct);
        }
        sandbox.InvalidateSessions();
        using (var bot = Start())
        {
            await sandbox.WaitForCommandsAsync("checkin", Ct);
            await maya.TypeAsync("/checkin minutes:30", Ct);
            Assert.Contains("30 minutes · effort 6 of 10", await SeesAsync(maya, "Updated"), StringComparison.Ordinal);
            await EndAsync(bot);
        }
    }

    [Fact]
    public async Task EndsCleanlyWhenAskedTo()
    {
        using var bot = Start();
        await sandbox.WaitForCommandsAsync("checkin", Ct);
        Assert.Equal(0, await EndAsync(bot));
    }

    [Fact]
    public async Task AWrongAddressEndsItWithAHint()
    {
        using var bot = Start(("Discord__Token", sandbox.BotToken), ("Discord__ApiBaseUrl", $"{sandbox.PageUrl}nowhere/"), ("Discord__GatewayUrl", "ws://discord.example/"));
        await bot.WaitForExitAsync(Ct);
        Assert.Equal(78, bot.ExitCode);
        Assert.Contains("Discord:GatewayUrl = \"ws://discord.example/\"", await bot.StandardError.ReadToEndAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryWrongSettingIsNamedAtOnceAndTheTokenIsNot()
    {
        using var bot = Start(["check-config"], ("Discord__Token", "se cret"), ("Discord__ApiBaseUrl", "ftp://x"), ("Http__Urls", "nowhere"));
        await bot.WaitForExitAsync(Ct);
        Assert.Equal(78, bot.ExitCode);
        var said = await bot.StandardError.ReadToEndAsync(Ct);
        Assert.Contains("3 settings need a change", said, StringComparison.Ordinal);
        Assert.Contains("Discord:Token = \"(hidden)\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("se cret", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "healthcheck")]
    [InlineData("check-config", "The settings are good.")]
    [InlineData("migrate", "The database is up to date.")]
    public async Task VerbsAnswer(string verb, string says)
    {
        using var bot = Start([verb]);
        await bot.WaitForExitAsync(Ct);
        Assert.Equal(0, bot.ExitCode);
        Assert.Contains(says, await bot.StandardOutput.ReadToEndAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondProgramOnTheSameDatabaseIsToldSo()
    {
        using var first = Start();
        await sandbox.WaitForCommandsAsync("checkin", Ct);
        using var second = Start();
        await second.WaitForExitAsync(Ct);
        Assert.Equal(75, second.ExitCode);
        await EndAsync(first);
    }

    /// <summary>The answer, which comes as a second step when the machine is busy.</summary>
    private async Task<string> SeesAsync(SandboxMember member, string text) =>
        (await sandbox.WaitForMessageAsync(message => message.VisibleTo == member.Id && message.Content.Contains(text, StringComparison.Ordinal), Ct)).Content;

    private Process Start(params (string Name, string Value)[] more) => Start([], more);

    private Process Start(string[] verb, params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoachBot.dll"), .. verb])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Discord__Token"] = sandbox.BotToken;
        start.Environment["Discord__ApiBaseUrl"] = sandbox.ApiBaseUrl.AbsoluteUri;
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}";
        start.Environment["Http__Urls"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in more) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<int> EndAsync(Process bot)
    {
        Assert.Equal(0, Kill(bot.Id, SigTerm));
        await bot.WaitForExitAsync(Ct);
        return bot.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
