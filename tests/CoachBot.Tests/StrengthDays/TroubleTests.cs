using System.Net;
using CoachBot.Chat;
using CoachBot.Chat.Discord;
using CoachBot.Discord.Rest;
using CoachBot.Language;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.Tests.Storage;
using NodaTime;

namespace CoachBot.Tests.StrengthDays;

/// <summary>Why a reminder failed: a code from the platform to the database, and a sentence with cause and remedy for the coach.</summary>
public sealed class TroubleTests
{
    private static readonly StrengthDay Day = new()
    {
        TeamId = new TeamId(1),
        Number = 1,
        Weekdays = [IsoDayOfWeek.Tuesday],
        Time = new LocalTime(15, 30),
        ZoneId = "UTC",
        ChannelId = new ChannelId(9),
    };

    public static TheoryData<string> Problems => [.. Enum.GetNames<PostProblem>()];

    [Theory, MemberData(nameof(Problems))]
    public void EachProblemHasItsOwnReasonAndARemedy(string name)
    {
        var problem = Enum.Parse<PostProblem>(name);
        var words = StrengthDayWords.In(Locale.English);
        var said = words.Trouble(new Trouble(problem), Day);
        Assert.StartsWith("The last reminder was not posted: ", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split(": ", 2)[1].Split(". ").Length >= 2 ? 2 : 1);
        foreach (var other in Enum.GetValues<PostProblem>().Where(other => other != problem)) Assert.NotEqual(said, words.Trouble(new Trouble(other), Day));
        Assert.StartsWith("Reminders are off: ", words.Trouble(new Trouble(problem), Day with { OffSince = Instant.MinValue }), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Problems))]
    public void AProblemIsKeptAsItsCode(string name)
    {
        foreach (var trouble in (Trouble[])[new(Enum.Parse<PostProblem>(name)), new(Enum.Parse<PostProblem>(name), 50035)])
            Assert.Equal(trouble, Trouble.Read(trouble.ToString()));
    }

    [Fact]
    public void UnknownStoredCodesReadAsRefused() => Assert.Equal(new Trouble(PostProblem.Refused, 7), Trouble.Read("SomethingNew:7"));

    [Theory]
    [InlineData(404, 10003, "Closed", "ChannelGone")]
    [InlineData(404, 10004, "Closed", "ChannelGone")]
    [InlineData(403, 50001, "Closed", "CannotSeeChannel")]
    [InlineData(403, 50013, "Closed", "MissingPermission")]
    [InlineData(400, 50008, "Closed", "NotATextChannel")]
    [InlineData(400, 50024, "Closed", "NotATextChannel")]
    [InlineData(400, 40058, "Closed", "IsForum")]
    [InlineData(400, 40067, "Closed", "IsForum")]
    [InlineData(403, 50009, "Closed", "VerificationTooHigh")]
    [InlineData(400, 50083, "Refused", "ThreadArchived")]
    [InlineData(403, 160005, "Refused", "ThreadLocked")]
    [InlineData(400, 200000, "Refused", "BlockedByAutoMod")]
    [InlineData(400, 240000, "Refused", "BlockedLink")]
    [InlineData(400, 20009, "Refused", "BlockedAsExplicit")]
    [InlineData(429, 20016, "NotSent", "Slowmode")]
    [InlineData(400, 20028, "NotSent", "Slowmode")]
    [InlineData(403, 40004, "NotSent", "MessagesPaused")]
    [InlineData(400, 130000, "NotSent", null)]
    [InlineData(400, 50035, "Refused", "Refused")]
    [InlineData(502, 0, "Unknown", null)]
    [InlineData(0, 0, "Unknown", null)]
    public void EveryCodeOfDiscordThatAPostCanGetIsUnderstood(int status, int code, string outcome, string? problem)
    {
        var result = PostResults.From(new DiscordApiException("refused", (HttpStatusCode)status, code));
        Assert.Equal((outcome, problem), (result.Outcome.ToString(), result.Problem?.ToString()));
    }

    /// <summary>Databases of before have sentences where codes are now.</summary>
    [Theory]
    [InlineData("Reminders are off: their channel is gone. Remove this strength day and add it again in another channel.", "ChannelGone")]
    [InlineData("Reminders are off: I may not write in <#9>. "
        + "Allow me View Channel and Send Messages there, then add this strength day again.", "MissingPermission")]
    [InlineData("The last reminder was not posted: the server refused it (code 50035).", "Refused:50035")]
    [InlineData("I lost the answer, so I can't say whether the last reminder was posted. I did not send it again.", "AnswerLost")]
    [InlineData("The last reminder could not be posted in time, so I left it out.", "TooLate")]
    [InlineData("the bot was not running", "NotRunning")]
    [InlineData("anything else", "Refused")]
    [InlineData(null, null)]
    public async Task SentencesOfOlderVersionsBecomeCodes(string? sentence, string? code)
    {
        using var database = new TestDatabase();
        database.Team(1).StrengthDay();
        await database.Database.WriteAsync(
            sql =>
            {
                sql.Execute("update strength_days set trouble = @sentence", new { sentence });
                sql.Execute(
                    """
                    insert into reminders (strength_day_id, scheduled_date, kind, team_id, due_at, state, next_try_at, note)
                    values (1, '2026-11-24', 'strength-day', 1, 0, 'skipped', 0, @sentence)
                    """,
                    new { sentence });
                foreach (var statement in Codes()) sql.Execute(statement);
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(code, await database.ScalarAsync<string?>("select trouble from strength_days"));
        Assert.Equal(code, await database.ScalarAsync<string?>("select note from reminders"));
    }

    /// <summary>The statements of the script that turn sentences into codes.</summary>
    private static IEnumerable<string> Codes()
    {
        var assembly = typeof(StrengthDay).Assembly;
        var name = assembly.GetManifestResourceNames()
            .Single(name => name.StartsWith("sqlite/", StringComparison.Ordinal) && name.EndsWith("codes_of_reminders.sql", StringComparison.Ordinal));
        using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return script.ReadToEnd().Split(';').Where(statement => statement.Contains("update ", StringComparison.Ordinal));
    }
}
