using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Operations;
using CoachBot.Sandbox;
using Microsoft.Extensions.Logging;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>
/// Whatever people type into whichever box, no line of any log repeats it: not the bot's, not a library's, not the sandbox's, also when the database refuses
/// to write and when Discord refuses the answer and quotes it.
/// </summary>
public sealed class NothingTypedIsLoggedTests
{
    /// <summary>In no word of any language, and in wide letters the same word to whoever folds them.</summary>
    private const string Marker = "zqxjkv";
    private const string Wide = "\uff5a\uff51\uff58\uff4a\uff4b\uff56";

    /// <summary>Stands in a text for half of a pair, which only a program can send.</summary>
    private const char Half = '\ue123';

    private static readonly string[] Odd =
    [
        Marker, Wide, $"squat 3x12 {Marker}", $"{Marker} \u0663\u00d7\u0661\u0662 \u096a \uff13", $"\u2163 \u00bd \u2461 {Marker}",
        $"1{new string('0', 400)} {Marker}", $"-1e999 {Marker}",
        $"{Half}{Marker}", $"{Marker}{Half}{Half}", $"{Marker}\0\u0001\u001b[31m\r\n{Marker}\u202e",
        Marker + new string('x', 6000), string.Concat(Enumerable.Repeat(Marker + " ", 900)),
        $"'; drop table teams; -- {Marker}", $"{{0}} {{{Marker}}} %s", $"<@{Marker}> @everyone", $"my chest hurts {Marker}",
        $"Mon,{Marker}", $"15:{Marker}", $"{Marker} {{\"exercises\":",
        $"{{\"exercises\": [{{\"name\": \"{Marker}\", \"level\": \"{Marker}\", \"steps\": \"{Marker}\", \"{Marker}\": 1}}]}}",
        $"[\"{Marker}\"]", $"https://{Marker}.example/{Marker}", $"\U0001F3C3{Marker}\u3164\u2800",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoLogHoldsWhatWasTypedIntoAnyBox()
    {
        await using var team = await SignedTeam.StartAsync(EveryLog.Settings);
        using var log = Listen(team.Bot.Services);
        var change = await EveryHandler.PrepareAsync(team);
        foreach (var text in Odd) await TypeEverywhereAsync(team, change, text);

        team.Box.Refusal = (400, 50035);
        await TypeEverywhereAsync(team, change, Marker);
        team.Box.Refusal = (404, 10062);
        await TypeEverywhereAsync(team, change, Marker);
        team.Box.Refusal = null;

        FailingHandlerTests.RefuseChanges(team.Connection);
        foreach (var text in Odd.Take(4)) await TypeEverywhereAsync(team, change, text);

        // The log is one: the program's own lines, the web server's and the scheduler's are in it.
        team.Time.Advance(TimeSpan.FromMinutes(2));
        foreach (var category in (string[])["CoachBot.Chat.", "CoachBot.Discord.", "Microsoft.AspNetCore.", "Quartz."])
            await Patience.UntilAsync(() => log.Lines.Any(line => line.Category.StartsWith(category, StringComparison.Ordinal)), $"a line of {category}");
        AssertSilent(log);
    }

    /// <summary>The same through the sandbox's page, whose log is the bot's.</summary>
    [Fact]
    public async Task NoLogOfTheSandboxHoldsIt()
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-e2e");
        var settings = new Settings
        {
            Sandbox = new() { Url = new Uri("http://127.0.0.1:0") },
            Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
            Storage = new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}" },
        };
        await using (var bot = await CoachBotHost.StartAsync(settings, TimeProvider.System, EveryLog.Settings, Ct))
        {
            using var log = Listen(bot.Services);
            await bot.Sandbox!.WaitForCommandsAsync("checkin", Ct);
            using var http = new HttpClient { BaseAddress = bot.Sandbox.PageUrl };
            var (kim, maya) = (bot.Sandbox.As("Coach Kim"), bot.Sandbox.As("Maya"));
            foreach (var text in Odd)
            {
                foreach (var line in (string[])["", "/checkin what:", "/exercise name:", "/ask question:", "/", "/exercises family:", "/checkin effort:"])
                    await maya.TypeAsync(line + text, Ct);
                string[] commands = ["/strength-day add days:Tue time:15:30 zone:UTC message:", "/strength-day add time:15:30 days:", "/setup zone:"];
                foreach (var line in commands)
                    await kim.TypeAsync(line + text, Ct);
                var form = await kim.TypeAsync("/exercise-admin import", Ct);
                if (form.Form is not null) await SubmitAsync(kim, form, text);
                foreach (var body in (string[])[text, $"{{\"as\":\"{text}\"}}",
                    Json(new JsonObject { ["as"] = $"{maya.Id}", ["channel_id"] = text, ["kind"] = text, ["text"] = text })])
                {
                    foreach (var door in (string[])["page/interactions", "page/messages", "api/v10/channels/1/messages", "api/v10/interactions/1/x/callback"])
                    {
                        using var answer = await http.PostAsync(door, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Ct);
                    }
                }
            }
            Assert.Contains(log.Lines, line => line.Category.Contains("Sandbox", StringComparison.Ordinal));
            AssertSilent(log);
        }
        folder.Delete(recursive: true);
    }

    private static async Task SubmitAsync(SandboxMember member, SandboxAnswer form, string text)
    {
        try
        {
            await member.SubmitAsync(form, new Dictionary<string, string> { ["json"] = text.Replace(Half, 'x') }, Ct);
        }
        catch (InvalidOperationException)
        {
            // The page would not have sent it.
        }
    }

    private static EveryLog Listen(IServiceProvider services)
    {
        var log = new EveryLog();
        services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        return log;
    }

    private static void AssertSilent(EveryLog log)
    {
        Assert.Equal("", string.Join('\n', log.Having(Marker).Concat(log.Having(Wide)).Distinct().Take(5)));
        Assert.NotEmpty(log.Lines);
    }

    /// <summary>
    /// Into every option, list, form and argument of every handler, and where no client has a box.
    /// Each time somebody else types, so that nobody is slowed down.
    /// </summary>
    private static async Task TypeEverywhereAsync(SignedTeam team, long change, string text)
    {
        foreach (var spec in team.Handlers.Commands.Select(command => command.Spec))
        {
            foreach (var option in spec.Options)
            {
                var others = spec.Options.Where(other => other.Required && other != option).Select(other => (other.Name, (object?)Fitting(other)));
                await SendAsync(team, Command, Typed(spec.Name, [.. others, (option.Name, text)]));
                if (option.Suggests) await SendAsync(team, Autocomplete, Typed(spec.Name, option.Name, (option.Name, text)));
            }
            await SendAsync(team, Command, Typed(spec.Name, [.. spec.Options.Select(option => (option.Name, (object?)text)), (text, text)]));
        }
        foreach (var sample in EveryHandler.All.Where(sample => sample.Type is Component or Samples.Form))
        {
            await SendAsync(team, sample.Type, Filled(sample.Make(team, change), text));
            // Signed as ours, so that it comes as far as the handler; longer than this no id can be.
            await SendAsync(team, sample.Type, Renamed(sample.Make(team, change), team.Ids.Make(new Button("", sample.Handler, Marker + text[0], Marker))));
            await SendAsync(team, sample.Type, Renamed(sample.Make(team, change), text));
        }
        await SendAsync(team, Command, Typed(text));
        var odd = SignedTeam.Interaction(Command, Somebody(), Typed("checkin", ("what", text)));
        foreach (var field in (string[])["guild_id", "channel_id", "locale", "context", "member"]) odd[field] = text;
        await SendAsync(team, odd);
    }

    private static Person Somebody() => SignedTeam.Coach with { User = SignedTeam.NewId() };

    private static Task SendAsync(SignedTeam team, int type, JsonObject data) => SendAsync(team, SignedTeam.Interaction(type, Somebody(), data));

    private static async Task SendAsync(SignedTeam team, JsonObject interaction)
    {
        if (await team.SendAsync(Json(interaction)) != HttpStatusCode.Accepted) return;
        await team.Box.NextAsync(ulong.Parse((string)interaction["id"]!, CultureInfo.InvariantCulture), Ct);
    }

    private static JsonObject Filled(JsonObject data, string text)
    {
        if (data["values"] is JsonArray) data["values"] = new JsonArray(text);
        foreach (var label in data["components"] as JsonArray ?? []) label!["component"]!["value"] = text;
        return data;
    }

    private static JsonObject Renamed(JsonObject data, string customId)
    {
        data["custom_id"] = customId;
        return data;
    }

    private static string Json(JsonObject json) => json.ToJsonString().Replace($"\\uE{(int)Half - 0xE000:X3}", "\\ud800", StringComparison.OrdinalIgnoreCase);
}
