using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Sandbox;

namespace CoachBot.Tests.EndToEnd;

/// <summary>
/// What a coach gets to see of a program on a tour through all it can do: each word, and a hash of each picture. Every button of an answer is pressed once, and
/// the first of each list is picked.
/// </summary>
internal sealed partial class Transcript(SandboxServer sandbox)
{
    private static readonly string[] Lines =
    [
        "/setup", "/setup zone:istanbul week-starts:sunday", "/exercise name:bridge", "/exercise name:FRONT PLANK share:everyone",
        "/exercise name:ILIOTIBIAL i", "/exercise name:wobble",
        "/exercises", "/exercises family:own", "/exercises level:advanced", "/ask question:will I get bulky?",
        "/ask question:how heavy is the average whale at birth", "/ask question:my chest hurts",
        "/checkin effort:7 minutes:25 what:squat 3x12, plank 3x45s", "/checkin date:yesterday", "/checkin date:sunday", "/checkin what:wobble 1.5",
        "/strength-day add days:TUE,fri time:3:30PM", "/strength-day add days:Mittwoch time:1530", "/strength-day list", "/strength-day remove day:1",
        "/exercise name:hill step-up", "/exercise-admin retire exercise:hill step-up",
    ];

    private static readonly string[] Suggested =
        ["/setup zone:i", "/strength-day add zone:new", "/exercise name:", "/exercise name:lundge", "/checkin date:", "/exercise-admin edit exercise:hill"];

    private readonly StringBuilder text = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SandboxMember Kim => sandbox.As("Coach Kim");

    /// <summary>One of each run, all within the same hour: answers name days and hours.</summary>
    public static async Task<IReadOnlyList<string>> OfEachAsync(IEnumerable<(string? Program, (string, string)[] Environment)> runs)
    {
        while (true)
        {
            var began = TimeProvider.System.GetUtcNow();
            var seen = await Task.WhenAll(runs.Select(run => OfAsync(run.Program, run.Environment)));
            if (TimeProvider.System.GetUtcNow().Hour == began.Hour) return seen;
        }
    }

    private static async Task<string> OfAsync(string? program, (string, string)[] environment)
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-e2e");
        await using var sandbox = await RunningTeam.StartSandboxAsync();
        using var bot = BotProcess.Start(program, sandbox.ApiBaseUrl, sandbox.BotToken, folder.FullName, [], environment);
        try
        {
            await sandbox.WaitForCommandsAsync("checkin", Ct);
            var transcript = new Transcript(sandbox);
            await transcript.TourAsync();
            BotProcess.Signal(bot, BotProcess.SigTerm);
            await bot.WaitForExitAsync(Ct);
            Assert.Equal(0, bot.ExitCode);
            Assert.Equal("", await bot.StandardError.ReadToEndAsync(Ct));
            return transcript.text.ToString();
        }
        finally
        {
            if (!bot.HasExited) bot.Kill();
            await bot.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private async Task TourAsync()
    {
        await SubmitAsync("/exercise-admin add level:basic after:Split squat", new()
        {
            ["name"] = "Hill step-up",
            ["steps"] = "Stand before the low wall.\nStep up.",
            ["cues"] = "Whole foot\nTall",
            ["dose"] = "2 x 8 reps per side",
            ["link"] = "https://example.org/step-up",
        });
        await SubmitAsync("/exercise-admin edit exercise:Hill step-up", []);
        await SubmitAsync("/exercise-admin import", new()
        {
            ["json"] = """{"exercises": [{"name": "Wall sit", "level": "basic", "steps": ["Sit."], "cues": ["Tall"], "dose": {"beginner": {"text": "2 x 20 s"}}}, 7]}""",
        });
        await SubmitAsync("/exercise-admin import", new() { ["json"] = "{\"exercises\": [\n  {\"name\": \"a\",, }\n]}" });
        foreach (var line in Lines) await TryAllAsync(line, await Kim.TypeAsync(line, Ct));
        foreach (var line in Suggested)
        {
            foreach (var choice in await Kim.SuggestAsync(line, Ct)) Note(line, Now().Replace(choice.Name, "(now)"), choice.Value);
        }
    }

    private async Task SubmitAsync(string line, Dictionary<string, string> values)
    {
        var form = await Kim.TypeAsync(line, Ct);
        foreach (var field in form.Form!.Fields) Note(line, field.Label, field.Value);
        await TryAllAsync(line, await Kim.SubmitAsync(form, values, Ct));
    }

    /// <summary>Notes an answer, then does what can be done on it.</summary>
    private async Task TryAllAsync(string line, SandboxAnswer answer)
    {
        if (await NoteAsync(line, answer, 0) is not { } shown) return;
        foreach (var button in shown.Buttons.Where(button => button is { CustomId: not null, Disabled: false }))
        {
            var now = Latest(shown);
            // An earlier press may have taken it away.
            if (now.Buttons.Any(other => other == button))
                await NoteAsync($"{line} [{button.Label}]", await Kim.PressAsync(now, button.Label, Ct), now.Revision);
        }
        foreach (var (customId, value) in Lists(Latest(shown)))
        {
            var now = Latest(shown);
            if (Lists(now).Any(list => list.CustomId == customId))
                await NoteAsync($"{line} [{value}]", await Kim.SelectAsync(now, customId, [value], Ct), now.Revision);
        }
    }

    /// <param name="revision">That of the message which was acted on. On a busy machine the answer is a second step, a message or a newer version.</param>
    private async Task<SandboxMessage?> NoteAsync(string line, SandboxAnswer answer, int revision)
    {
        Note(line, answer.Error, answer.Form?.Title);
        if (answer.Message is not { } first) return null;
        var message = answer.Outcome == Outcome.Message
            ? first
            : await sandbox.WaitForMessageAsync(message => message.Id == first.Id && message.Text.Length > 0 && message.Revision > revision, Ct);
        // A command's id is the sandbox's own, another in each run.
        Note(message.IsEphemeral ? "(only you)" : "(everyone)", CommandId().Replace(message.Text, "$1"));
        foreach (var file in message.Attachments) Note(file.Name, file.Description, Convert.ToHexString(SHA256.HashData(file.Bytes.Span)));
        return message;
    }

    private SandboxMessage Latest(SandboxMessage message) => Kim.Sees().Single(seen => seen.Id == message.Id);

    private static IEnumerable<(string CustomId, string Value)> Lists(SandboxMessage message) =>
        message.Json.ContainsKey("components") ? message.Selects().Select(list => (list.CustomId, list.Values[0])) : [];

    private void Note(params string?[] parts) => text.AppendJoin(" · ", parts).Append('\n');

    [GeneratedRegex(@"\(now \d\d:\d\d\)")]
    private static partial Regex Now();

    [GeneratedRegex(@"(</[a-z -]+:)\d+")]
    private static partial Regex CommandId();
}
