using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Sandbox;
using CoachBot.Tests.EndToEnd;

namespace CoachBot.Tests.Faults;

/// <summary>Row E21: the machine's language, time zone and globalisation change no byte of what people get.</summary>
public sealed partial class EnvironmentTests
{
    private static readonly (string, string)[][] Environments =
    [
        [("LANG", "en_US.UTF-8"), ("TZ", "UTC")],
        [("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kolkata")],
        [("LANG", "ar_SA.UTF-8"), ("LC_ALL", "ar_SA.UTF-8"), ("TZ", "America/St_Johns")],
        [("LANG", "C"), ("LC_ALL", "C"), ("TZ", ":/nowhere")],
        [("LANG", "de_DE.UTF-8"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"), ("TZ", "Pacific/Apia")],
    ];

    private static readonly string[] Lines =
    [
        "/setup", "/setup zone:istanbul week-starts:sunday", "/exercise name:bridge", "/exercise name:FRONT PLANK", "/exercise name:ILIOTIBIAL i", "/checkin effort:7 minutes:25 what:squat 3x12, plank 3x45s",
        "/checkin date:yesterday", "/checkin date:sunday", "/checkin what:wobble 1.5", "/strength-day add days:TUE,fri time:3:30PM", "/strength-day add days:Mittwoch time:1530", "/strength-day list", "/strength-day remove day:1",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Fault("E21")]
    public async Task TheSameBytesComeInEveryEnvironment()
    {
        List<string> seen;
        DateTimeOffset began;
        do
        {
            // Answers name days and hours: all are to fall into one.
            began = TimeProvider.System.GetUtcNow();
            seen = [.. await Task.WhenAll(Environments.Select(TranscriptAsync))];
        }
        while (TimeProvider.System.GetUtcNow().Hour != began.Hour);
        Assert.Contains("Double-leg bridge", seen[0], StringComparison.Ordinal);
        Assert.Contains("Europe/Istanbul", seen[0], StringComparison.Ordinal);
        Assert.All(seen, text => Assert.Equal(seen[0], text));
    }

    private static async Task<string> TranscriptAsync((string, string)[] environment)
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-e2e");
        await using var sandbox = await RunningTeam.StartSandboxAsync();
        using var bot = BotProcess.Start(sandbox, folder.FullName, [], environment);
        await sandbox.WaitForCommandsAsync("checkin", Ct);
        var text = new StringBuilder();
        foreach (var line in Lines)
        {
            var answer = await sandbox.As("Coach Kim").TypeAsync(line, Ct);
            text.Append(line).Append(": ").Append(answer.Outcome).Append(' ').Append(answer.Error).Append('\n');
            if (answer.Message is not { } first) continue;
            // On a busy machine the answer is a second step.
            var message = await sandbox.WaitForMessageAsync(message => message.Id == first.Id && message.Text.Length > 0, Ct);
            text.Append(message.Text).Append('\n');
            foreach (var file in message.Attachments) text.Append(file.Name).Append(' ').Append(Convert.ToHexString(SHA256.HashData(file.Bytes.Span))).Append('\n');
        }
        foreach (var choice in await sandbox.As("Coach Kim").SuggestAsync("/setup zone:i", Ct)) text.Append(Now().Replace(choice.Name, "(now)")).Append('\n');
        BotProcess.Signal(bot, BotProcess.SigTerm);
        await bot.WaitForExitAsync(Ct);
        Assert.Equal(0, bot.ExitCode);
        folder.Delete(recursive: true);
        return text.ToString();
    }

    [GeneratedRegex(@"\(now \d\d:\d\d\)")]
    private static partial Regex Now();
}
