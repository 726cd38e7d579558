using System.Text.Json.Nodes;
using CoachBot.Chat.Saying;
using CoachBot.Tests.Chat;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>Who may do what, for all handlers there are: rows C4, C5, C6 and C9.</summary>
public sealed class PermissionTests
{
    [Fact]
    public async Task NoHandlerIsForgottenHere()
    {
        await using var team = await SignedTeam.StartAsync();
        var handlers = team.Handlers.Commands.Select(command => command.Spec.Name).Concat(team.Handlers.Actions.Select(action => action.Action));
        Assert.Equal(handlers.Order(StringComparer.Ordinal), EveryHandler.All.Select(sample => sample.Handler).Order(StringComparer.Ordinal));
    }

    [Fact, Fault("C4")]
    public async Task AnAthleteIsRefusedWhatOnlyCoachesMayDo()
    {
        await using var team = await SignedTeam.StartAsync();
        var change = await EveryHandler.PrepareAsync(team);
        var before = team.Everything();
        // Also somebody whose every other permission is set, and somebody with a role that is not the coach's.
        Person[] athletes = [SignedTeam.Athlete, SignedTeam.Athlete with { Permissions = ulong.MaxValue & ~((1ul << 3) | (1ul << 5)) },
            SignedTeam.Athlete with { Roles = [1, 2, 9001] }];
        foreach (var sample in EveryHandler.All.Where(sample => sample.For == Audience.Coaches))
        {
            foreach (var athlete in athletes)
            {
                var answer = await team.AskAsync(sample.Type, athlete, sample.Make(team, change));
                Assert.StartsWith("Only coaches", answer.Content, StringComparison.Ordinal);
                Assert.True(answer.IsPrivate);
            }
        }
        Assert.Equal(before, team.Everything());
    }

    [Fact, Fault("C4")]
    public async Task AnAthleteIsOfferedNothingOfWhatOnlyCoachesSee()
    {
        await using var team = await SignedTeam.StartAsync();
        await EveryHandler.PrepareAsync(team);
        foreach (var (name, option) in team.Handlers.Commands.SelectMany(command => command.Spec.Options.Where(option => option.Suggests)
            .Select(option => (command.Spec.Name, option.Name))))
        {
            var forCoach = await team.AskAsync(Autocomplete, SignedTeam.Coach, Typed(name, option, (option, "")));
            var forAthlete = await team.AskAsync(Autocomplete, SignedTeam.Athlete, Typed(name, option, (option, "")));
            Assert.NotEmpty(forCoach.Choices);
            if (EveryHandler.PublicSuggestions.Contains($"{name} {option}")) Assert.True(JsonNode.DeepEquals(forCoach.Choices, forAthlete.Choices));
            else Assert.Empty(forAthlete.Choices);
        }
    }

    [Fact, Fault("C4")]
    public async Task ARefusalIsNotedWithoutNamingAnybody()
    {
        await using var bot = await SmallBot.StartAsync(new TryCommand(_ => throw new UserError(_ => "Only coaches can do this.") { Reason = Refusal.Denied }));
        await bot.Maya.TypeAsync("/try text:secret", TestContext.Current.CancellationToken);
        Assert.Contains(bot.Logs.Lines, line => line.Text.StartsWith("try: denied", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logs.Lines, line =>
            line.Text.Contains("secret", StringComparison.Ordinal) || line.Text.Contains($"{bot.Maya.Id}", StringComparison.Ordinal));
    }

    /// <summary>The right is that of the moment of the press, not of the moment when the thing pressed was made.</summary>
    [Fact, Fault("C5")]
    public async Task ARightThatWasWithdrawnIsGone()
    {
        await using var team = await SignedTeam.StartAsync();
        var change = await EveryHandler.PrepareAsync(team);
        await team.AskAsync(Command, SignedTeam.Coach, Typed("setup", ("coach-role", "700")));
        var assistant = SignedTeam.Athlete with { User = 503, Roles = [700] };
        foreach (var sample in EveryHandler.All.Where(sample => sample.For == Audience.Coaches))
        {
            var data = sample.Make(team, change);
            Assert.DoesNotContain(
                "Only coaches", (await team.AskAsync(sample.Type, assistant, (JsonObject)data.DeepClone())).Content, StringComparison.Ordinal);
            var before = team.Everything();
            Assert.StartsWith("Only coaches", (await team.AskAsync(sample.Type, assistant with { Roles = [] }, (JsonObject)data.DeepClone())).Content,
                StringComparison.Ordinal);
            Assert.Equal(before, team.Everything());
        }
        // The team may also take it from the role.
        Assert.Contains("**Your team", (await team.AskAsync(Command, assistant, Typed("setup"))).Content, StringComparison.Ordinal);
        await team.AskAsync(Command, SignedTeam.Coach, Typed("setup", ("coach-role", "701")));
        Assert.StartsWith("Only coaches", (await team.AskAsync(Command, assistant, Typed("strength-day list"))).Content, StringComparison.Ordinal);
        Assert.StartsWith("Only somebody with the Manage Server",
            (await team.AskAsync(Command, assistant with { Roles = [701] }, Typed("setup", ("coach-role", "700")))).Content,
            StringComparison.Ordinal);
    }

    [Fact, Fault("C6")]
    public async Task ResourcesOfAnotherTeamAreNotFound()
    {
        await using var team = await SignedTeam.StartAsync();
        var change = await EveryHandler.PrepareAsync(team);
        var ofTheFirst = team.Everything().Split('\n');
        foreach (var sample in EveryHandler.All)
        {
            // The other team's coach, and the athlete herself as she would be in the other team.
            foreach (var stranger in (Person[])[SignedTeam.OtherCoach, SignedTeam.Athlete with { Team = SignedTeam.OtherCoach.Team }])
            {
                var answer = await team.AskAsync(sample.Type, stranger, sample.Make(team, change));
                Assert.DoesNotContain("15:30", answer.Data.ToJsonString(), StringComparison.Ordinal);
                Assert.Empty(ofTheFirst.Except(team.Everything().Split('\n')));
            }
        }
        Assert.Contains(
            "There is no strength day No. 1 here", (await team.AskAsync(Command, SignedTeam.OtherCoach, Typed("strength-day remove", ("day", "1")))).Content,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await team.AskAsync(Autocomplete, SignedTeam.OtherCoach, Typed("strength-day remove", "day", ("day", "")))).Choices, choice =>
                ((string)choice!["name"]!).Contains("15:30", StringComparison.Ordinal));
    }

    [Fact, Fault("C9")]
    public async Task ACallWithoutATeamAPersonOrDataIsRefusedShortlyAndChangesNothing()
    {
        await using var team = await SignedTeam.StartAsync();
        var change = await EveryHandler.PrepareAsync(team);
        var before = team.Everything();
        (string Name, Action<JsonObject> Spoil)[] ways =
        [
            ("a direct message",
                json => { json.Remove("guild_id"); json["user"] = json["member"]!["user"]!.DeepClone(); json.Remove("member"); json["context"] = 1; }),
            ("an app of a person's own",
                json => { json.Remove("guild_id"); json["authorizing_integration_owners"] = new JsonObject { ["1"] = "501" }; json["context"] = 2; }),
            ("nobody", json => json.Remove("member")),
            ("a member without a user or permissions", json => json["member"] = new JsonObject()),
            ("no data", json => json.Remove("data")),
            ("null data", json => json["data"] = null),
            ("data of another kind", json => json["data"] = new JsonArray(1, "x")),
        ];
        foreach (var sample in EveryHandler.All)
        {
            foreach (var (name, spoil) in ways)
            {
                var interaction = SignedTeam.Interaction(sample.Type, SignedTeam.Coach, sample.Make(team, change));
                spoil(interaction);
                var answer = await team.AskAsync(interaction);
                Assert.True(answer.IsPrivate || answer.Type == 7 || sample.Handler == "show", $"{sample.Handler}, {name}: {answer.Content}");
                Assert.True(before == team.Everything(), $"{sample.Handler}, {name}");
                Assert.DoesNotContain("Something went wrong", answer.Content, StringComparison.Ordinal);
            }
        }
    }

    [Fact, Fault("C9")]
    public async Task AnUnknownTypeIsLeftAlone()
    {
        await using var team = await SignedTeam.StartAsync();
        foreach (var type in (int[])[0, 6, 99, -1, int.MaxValue])
        {
            var interaction = SignedTeam.Interaction(type, SignedTeam.Athlete, Typed("checkin"));
            await team.SendAsync(interaction);
            // Answered after it.
            await team.AskAsync(Command, SignedTeam.Athlete, Typed("exercise", ("name", "bridge")));
            Assert.Empty(team.Box.All(ulong.Parse((string)interaction["id"]!, System.Globalization.CultureInfo.InvariantCulture)));
        }
        Assert.Equal(0, team.Query<long>("select count(*) from check_ins"));
    }
}
