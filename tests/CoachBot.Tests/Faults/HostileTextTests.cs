using System.Text.Json.Nodes;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using CoachBot.Discord.Model;
using CoachBot.Exercises;
using CoachBot.Exercises.Browse;
using CoachBot.Exercises.Cards;
using CoachBot.Exercises.Shelves;
using CoachBot.Runtime;
using CoachBot.StrengthDays;
using CoachBot.TeamExercises;
using CoachBot.Tests.Chat;
using CoachBot.Tests.Exercises;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>What people type is shown as typed, reaches nobody and leads nowhere: rows C14 and C15.</summary>
public sealed class HostileTextTests
{
    private static readonly Catalogue Known = Shelves.Catalogue;
    private static readonly ExerciseReplies Replies = Shelves.Replies;

    private static readonly string[] Hostile =
    [
        "@everyone", "@here", "<@999>", "<@!999>", "<@&999>", "<#999>", "</kick:999>", "<t:0:R>", "<:x:999>",
        "<a:x:999>", "<id:customize>", "[free](https://evil.example)",
        "https://evil.example", "<https://evil.example>", "```\n@everyone\n```", "`x`", "**evil**", "__evil__", "~~evil~~",
        "||evil||", "-# small", "# big", "> quote", ">>> quote", "1. one", "- one", "* one",
        "\u202Eevil\u202C", "\u2066x\u2069", "a\u200Bb\u200Dc\uFEFF", "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324", "\ud800", "x\udc00y", "nul\0nul", "\u001b[31m", "\ue000", "\\", "\\@everyone", "\\\\@everyone",
        "@\u200Beveryone", "@every\u00ADone", "line\r\n@everyone", "<@\n&999>", "<<@999>>",
        "[[x](https://evil.example)](https://evil.example)", "\U000E0041\U000E0042",
    ];

    /// <summary>Rows of strings that other programs have tripped over: databases, spreadsheets, calendars, files.</summary>
    private static readonly string[] Injections =
    [
        "'; drop table teams; --", "\" or 1=1 --", "Robert'); delete from check_ins where ('1'='1", "x' union select value from secrets --", "%' or '1'='1",
        "@team", ":team", "$1", "?1", "\\'; --", "/* */", "1; attach database 'x.db' as x",
        "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\"a\",\"b\"", "a;b;c", "a\r\nb,c",
        "x\r\nBEGIN:VALARM\r\nEND:VALARM", "x\\nEND:VEVENT", "DTSTART;TZID=x:1",
        "../../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "CON", "nul", "file:///etc/passwd", "a\0.png", new('a', 300), "{0}{1}{2}", "%s%n%x",
        "${jndi:ldap://evil.example}", "{{7*7}}", "$(reboot)", "`reboot`", "<script>alert(1)</script>", "<!--", "&lt;", "%00", "%2e%2e%2f",
    ];

    /// <summary>Texts stitched of hostile pieces and anything else.</summary>
    public static Arbitrary<string> Texts() => Arb.From(
        Gen.ListOf(Gen.OneOf(
                Gen.Elements(Hostile),
                Gen.Elements(Injections),
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
                Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString())))
            .Select(pieces => string.Concat(pieces)));

    [Property(MaxTest = 3000, Arbitrary = [typeof(HostileTextTests)]), Fault("C14")]
    public void AnyTextThatIsEscapedIsPlainWords(string typed)
    {
        foreach (var shown in (string[])[Markup.Escape(typed), Markup.Quote(typed)])
        {
            Assert.Empty(DiscordText.Live(shown));
            Assert.Empty(DiscordText.Unseemly(shown));
            Assert.DoesNotContain('\n', shown);
        }
    }

    /// <summary>The parser of this test would find it.</summary>
    [Theory]
    [InlineData("@everyone")]
    [InlineData(@"\\@everyone")]
    [InlineData("<@&999>")]
    [InlineData("[free](https://evil.example)")]
    [InlineData("x\n-# small")]
    [InlineData("||x||")]
    public void UnescapedMarkupIsDetected(string text) => Assert.NotEmpty(DiscordText.Live(text));

    /// <summary>Every text that a person can type into any command there is, over the wire and back.</summary>
    [Fact, Fault("C14")]
    public async Task NoCommandLetsHostileTextThrough()
    {
        await using var team = await SignedTeam.StartAsync();
        await EveryHandler.PrepareAsync(team);
        foreach (var text in Hostile) await TryAsync(team, text, AssertHarmless);
    }

    [Fact, Fault("C15")]
    public async Task NoCommandTakesTextForAnOrder()
    {
        await using var team = await SignedTeam.StartAsync();
        await EveryHandler.PrepareAsync(team);
        var schema = team.Query<string>("select group_concat(sql) from sqlite_master");
        var files = Directory.GetFileSystemEntries(Path.GetDirectoryName(team.Connection["Data Source=".Length..])!);
        foreach (var text in Injections) await TryAsync(team, text, AssertHarmless);
        Assert.Equal(schema, team.Query<string>("select group_concat(sql) from sqlite_master"));
        Assert.Equal("ok", team.Query<string>("pragma integrity_check"));
        // The day is logged whatever is written beside it; none of it becomes an exercise.
        Assert.Equal(1, team.Query<long>("select count(*) from check_in_exercises"));
        Assert.Equal(files.Order(), Directory.GetFileSystemEntries(Path.GetDirectoryName(team.Connection["Data Source=".Length..])!).Order());
    }

    /// <summary>The one free text that is kept, the line to a reminder: as typed in the database, harmless in the channel.</summary>
    [Property(MaxTest = 300, Arbitrary = [typeof(HostileTextTests)]), Fault("C14", "C15")]
    public void TheCoachsLineIsHarmlessInTheReminderAndInTheAnswer(string typed)
    {
        var message = Markup.Clean(typed.Length > 300 ? typed[..300] : typed);
        var day = new StrengthDay
        {
            TeamId = new TeamId(1),
            Number = 1,
            Weekdays = [IsoDayOfWeek.Tuesday],
            Time = new LocalTime(15, 30),
            ZoneId = "Europe/Berlin",
            ChannelId = new ChannelId(77),
            RoleId = new RoleId(700),
            Message = message.Length > 0 ? message : null,
        };
        var now = Instant.FromUtc(2026, 11, 23, 12, 0);
        var post = ReminderPost.Of(
            new Reminder(1, new Destination(1, day.TeamId, day.ChannelId, day.RoleId, day.Message), new LocalDate(2026, 11, 24), now, null, 0), isLate: false);
        var body = Some.Rendering().Body(post);
        Assert.Equal(["<@&700>"], DiscordText.Reaching(body.Content!).Where(found => !NamesNobody(found)));
        Assert.Empty(DiscordText.Unseemly(body.Content!));
        Assert.Equal([700ul], body.AllowedMentions.Roles);
        Fits.Discord(body);
        Fits.Discord(Some.Rendering().Body(StrengthDayReplies.Added(
            day, [day, day with { Id = 2, Number = 2 }], [PlaceLack.CannotPost, PlaceLack.RoleCannotBePinged], coachRole: null, now,
            new Caller(day.TeamId, new UserId(8), ManagesServer: true, []))));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(HostileTextTests)]), Fault("C14")]
    public void AnyExerciseWithAnyTextFitsWhatDiscordTakesAndPingsNobody(string typed, int which)
    {
        var rendering = Some.Rendering();
        var exercise = Shelves.Core.Exercises[(which & int.MaxValue) % Shelves.Core.Exercises.Count];
        foreach (var body in (MessageBody[])[rendering.Body(Replies.PrivateCard(exercise, Shelves.Core, Some.Caller())),
            rendering.Body(Replies.PublicCard(exercise, Shelves.Core, Some.Caller())),
            rendering.Body(ExerciseCommand.UnknownName(typed, Shelves.Core, Shelves.Words))])
        {
            Fits.Discord(body);
            Assert.Empty(body.AllowedMentions.Roles);
            Assert.Empty(DiscordText.Reaching(body.Content ?? ""));
        }
    }

    /// <summary>Whatever a coach writes of an exercise, cleaned as the form and the import clean it: it fits, and reaches nobody.</summary>
    [Property(MaxTest = 300, Arbitrary = [typeof(HostileTextTests)]), Fault("C14")]
    public void ATeamsOwnExerciseIsHarmlessWhateverItsCoachWrote(string typed)
    {
        var lines = TeamExerciseText.Lines(typed).Select(line => line.Length > TeamExerciseText.LongestCue ? line[..TeamExerciseText.LongestCue] : line)
            .DefaultIfEmpty("x").Take(TeamExerciseText.MostCues).ToList();
        var own = Shelves.Own(lines[0].Length > TeamExerciseText.LongestName ? lines[0][..TeamExerciseText.LongestName] : lines[0])
            with
        { Steps = lines, Cues = lines, Dose = lines[^1], Link = lines[0] };
        var shelf = Shelves.With(own);
        var words = TeamExerciseWords.In(CoachBot.Language.Locale.English);
        var rendering = Some.Rendering();
        foreach (var reply in (Reply[])[Replies.PublicCard(own, shelf, Some.Caller()) with { Text = words.Added(own.Name) },
            Reply.Of(words.Retired(own.Name)), BrowseReplies.List(new BrowseFilter { Family = BrowseFilter.TeamFamily }, shelf, Shelves.Words),
            ConfirmImport.Done([own], [own], words)])
        {
            var body = rendering.Body(reply);
            Fits.Discord(body);
            var shown = (body.Embeds ?? []).SelectMany(embed => (string?[])[embed.Title, embed.Description, .. embed.Fields.Select(field => field.Value)])
                .Append(body.Content).OfType<string>();
            Assert.All(shown, text => Assert.Empty(DiscordText.Reaching(text)));
        }
    }

    /// <summary>The longest list a team can have, every line of it as long as can be.</summary>
    [Fact]
    public void AListThatIsTooLongIsPagedNeverCut()
    {
        var now = Instant.FromUtc(2026, 11, 23, 12, 0);
        var days = Enumerable.Range(1, StrengthDayStore.MostOfATeam).Select(number => new StrengthDay
        {
            Id = number,
            TeamId = new TeamId(1),
            Number = number,
            Weekdays = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Saturday],
            Time = new LocalTime(15, 30),
            ZoneId = "America/Argentina/ComodRivadavia",
            ChannelId = new ChannelId(ulong.MaxValue / 2),
            RoleId = new RoleId(ulong.MaxValue / 2),
            Trouble = new Trouble(PostProblem.MissingPermission),
            OffSince = now,
        }).ToList();
        var caller = new Caller(new TeamId(1), new UserId(8), ManagesServer: true, []);
        var numbers = new List<string>();
        for (var page = 0; page < 4; page++)
        {
            var body = Some.Rendering().Body(StrengthDayReplies.List(days, [], page, now, caller));
            Fits.Discord(body);
            Assert.StartsWith("**Your team's strength days**", body.Content, StringComparison.Ordinal);
            Assert.DoesNotContain("…", body.Content, StringComparison.Ordinal);
            numbers.AddRange(body.Content!.Split('\n').Where(line => line.StartsWith("**No. ", StringComparison.Ordinal))
                .Select(line => line[6..line.IndexOf(':', StringComparison.Ordinal)]));
        }
        Assert.Equal(days.Select(day => day.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), numbers);
        Assert.Equal("short", Some.Rendering().Body(Reply.Of("short")).Content);
        Fits.Discord(Some.Rendering().Body(Reply.Of(new string('x', 1997) + "🏃🏃🏃")));
    }

    [Fact, Fault("C14")]
    public async Task AFormsTextIsEscapedAsAnyOther()
    {
        await using var bot = await SmallBot.StartAsync(
            new TryCommand(_ => Reply.Open(new Form(TryForm.Declared)), opensForm: true),
            new TryForm(call => Reply.Of($"You wrote {Markup.Quote(call.Text("body")!)}")));
        foreach (var text in Hostile.Where(text => !text.Any(char.IsSurrogate) && Markup.Clean(text).Length > 0))
        {
            var open = await bot.Maya.TypeAsync("/try", TestContext.Current.CancellationToken);
            var said = (await bot.Maya.SubmitAsync(open, new Dictionary<string, string> { ["title"] = "Tuesday", ["body"] = text },
                TestContext.Current.CancellationToken)).Message!;
            Assert.StartsWith("You wrote", said.Content, StringComparison.Ordinal);
            Assert.Empty(DiscordText.Live(said.Content));
            Assert.False(said.PingedEveryone);
            Assert.Empty(said.PingedRoles.Concat(said.PingedUsers));
        }
    }

    /// <summary>Types the text into each text option of each command, all else being good, and into each option that suggests.</summary>
    private static async Task TryAsync(SignedTeam team, string text, Action<string, Answer> check)
    {
        // A team of its own for each text: one coach alone would be slowed down, and a day that is set already is not set once more.
        var coach = SignedTeam.Coach with { User = SignedTeam.NewId(), Team = SignedTeam.NewId() };
        foreach (var spec in team.Handlers.Commands.Select(command => command.Spec))
        {
            foreach (var option in spec.Options.Where(option => option.Kind == OptionKind.Text))
            {
                var others = spec.Options.Where(other => other.Required && other != option).Select(other => (other.Name, (object?)Good(other))).ToArray();
                var answer = await team.AskAsync(Command, coach, Typed(spec.Name, [.. others, (option.Name, text)]));
                check($"/{spec.Name} {option.Name}:{text}", answer);
                if (option.Suggests) Assert.Equal(8, (await team.AskAsync(Autocomplete, coach, Typed(spec.Name, option.Name, (option.Name, text)))).Type);
            }
        }
    }

    private static object Good(OptionSpec option) => option.Name switch
    {
        "days" => "Tue",
        "time" => "15:30",
        "name" => "bridge",
        _ => Fitting(option),
    };

    private static bool NamesNobody(string found) => found.StartsWith("<#", StringComparison.Ordinal) || found.StartsWith("<t:", StringComparison.Ordinal)
        || found.StartsWith("<:", StringComparison.Ordinal) || found.StartsWith("<a:", StringComparison.Ordinal);

    /// <summary>A coach's line keeps links to channels, emoji and moments: they reach nobody.</summary>
    private static bool IsHarmlessInALine(string found, string what) =>
        what.Contains(" message:", StringComparison.Ordinal) && found is "<#999>" or "<t:0:R>" or "<a:x:999>" or "<:x:999>";

    private static bool IsOurLink(string found, string typed) =>
        found.IndexOf("](https://", StringComparison.Ordinal) is > 0 and var at && !typed.Contains(found[(at + 2)..^1], StringComparison.Ordinal);

    private static void AssertHarmless(string what, Answer answer)
    {
        Assert.True(answer.IsPrivate, what);
        Assert.DoesNotContain("Something went wrong", answer.Content, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["parse"] = new JsonArray() }, answer.Data["allowed_mentions"]), what);
        foreach (var text in answer.Texts)
        {
            // Our own: the channel we post in, times, and an answer's sources, whose addresses nobody typed.
            Assert.True(
                DiscordText.Reaching(text).All(found => IsOurLink(found, what) || found == "<#77>" || IsHarmlessInALine(found, what)
                    || (found.StartsWith("<t:1", StringComparison.Ordinal) && found.EndsWith(":F>", StringComparison.Ordinal))),
                $"{what}: {text}");
            Assert.True(DiscordText.Unseemly(text).Count == 0, $"{what}: {text}");
            Assert.True(
                !text.Contains("**evil**", StringComparison.Ordinal)
                    && !text.Contains("\n> quote", StringComparison.Ordinal)
                    && !text.Contains("```", StringComparison.Ordinal),
                $"{what}: {text}");
        }
    }
}
