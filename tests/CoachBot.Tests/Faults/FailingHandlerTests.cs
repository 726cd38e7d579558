using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Sandbox;
using CoachBot.Storage;
using CoachBot.Tests.Chat;
using CoachBot.Tests.Storage;
using CoachBot.Tests.Teams;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>A handler that fails: rows C2 and C3, and what the log has of it.</summary>
public sealed partial class FailingHandlerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The database refuses every change of a team's things in the middle of the transaction, when the call is claimed already.</summary>
    [Fact, Fault("C2")]
    public async Task NothingIsSavedAndTheOneAnswerSaysSo()
    {
        await using var team = await SignedTeam.StartAsync();
        var change = await EveryHandler.PrepareAsync(team);
        using var logs = new KeptLogs();
        team.Bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        RefuseChanges(team.Connection);
        var before = team.Everything();
        foreach (var sample in EveryHandler.All.Where(sample => sample.Saves))
        {
            logs.Lines.Clear();
            var interaction =
                SignedTeam.Interaction(sample.Type, sample.For == Audience.Coaches ? SignedTeam.Coach : SignedTeam.Athlete, sample.Make(team, change));
            var answer = await team.AskAsync(interaction);
            Assert.Contains("nothing was saved", answer.Content, StringComparison.Ordinal);
            Assert.True(answer.IsPrivate);
            Assert.Contains(Code().Match(answer.Content).Value, Assert.Single(logs.Errors), StringComparison.Ordinal);
            Assert.Equal(before, team.Everything());
            var id = ulong.Parse((string)interaction["id"]!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(0, team.Query<long>($"select count(*) from seen_interactions where id = {id}"));
            Assert.Single(team.Box.All(id));
        }
    }

    /// <summary>Each handler of the composed bot, with something in its place that fails.</summary>
    [Fact, Fault("C2")]
    public async Task EachHandlersFailureIsOnePrivateAnswerAndOneLineInTheLog()
    {
        await using var team = await SignedTeam.StartAsync();
        var change = await EveryHandler.PrepareAsync(team);
        using var database = new TestDatabase();
        var failing = new FailingBot(team.Handlers, database.Database);
        foreach (var sample in EveryHandler.All)
        {
            failing.Logs.Lines.Clear();
            var reply = await failing.AskAsync(team, sample, sample.Make(team, change));
            Assert.True(reply!.Private);
            Assert.Empty(reply.Buttons);
            Assert.DoesNotContain("boom", reply.Text!, StringComparison.Ordinal);
            Assert.Contains(Code().Match(reply.Text!).Value, Assert.Single(failing.Logs.Errors), StringComparison.Ordinal);
        }
    }

    [Fact, Fault("C3")]
    public async Task AfterThinkingTheAnswerBecomesTheError()
    {
        using var entered = new SemaphoreSlim(0);
        var go = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bot = await SmallBot.StartAsync(new TryCommand((_, _) => { entered.Release(); return go.Task; }));
        var typed = bot.Maya.TypeAsync("/try", Ct);
        await entered.WaitAsync(Ct);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Outcome.Deferred, (await typed).Outcome);
        go.SetException(new InvalidOperationException("boom"));
        var said = await bot.Sandbox.WaitForMessageAsync(message => message.Content.Length > 0, Ct);
        Assert.True(said.IsEphemeral);
        Assert.Contains("nothing was saved", said.Content, StringComparison.Ordinal);
        Assert.Contains(Code().Match(said.Content).Value, Assert.Single(bot.Logs.Errors), StringComparison.Ordinal);
        Assert.Single(bot.Maya.Sees());
    }

    [Fact, Fault("C2")]
    public async Task AReplyThatDiscordWouldNotTakeIsAnErrorToo()
    {
        await using var bot = await SmallBot.StartAsync(new TryCommand(_ => new Reply { Text = "x", Buttons = [new Button(new string('x', 81), "press")] }));
        var said = (await bot.Maya.TypeAsync("/try", Ct)).Message!;
        Assert.Contains("Something went wrong", said.Content, StringComparison.Ordinal);
        Assert.Contains(Code().Match(said.Content).Value, Assert.Single(bot.Logs.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailuresAfterASaveSayThatItWasSaved()
    {
        using var database = new TestDatabase();
        await database.Database.WriteAsync(sql => sql.Claim(new CallId(1), NodaTime.Instant.FromUtc(2026, 11, 24, 23, 0)), Ct);
        var failing = new Answering("try", OpensForm: false, _ => throw new InvalidOperationException("boom"));
        var reply = await new CallGuard(new Limits(TimeProvider.System), database.Database, [], new Logger<CallGuard>(new KeptLogs()))
            .RunAsync(failing, Some.Call(id: 1), Ct);
        Assert.StartsWith("It is saved", reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerOfASecondProcessWithTheSameTokenIsNoticed()
    {
        await using var team = await SignedTeam.StartAsync();
        using var logs = new KeptLogs();
        team.Bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        team.Box.Refusal = (400, 40060);
        await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin"));
        team.Box.Refusal = null;
        while (!logs.Lines.Any(line => line.Text.StartsWith("foreign_ack: another instance is answering with the same token", StringComparison.Ordinal)))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Ct);
        Assert.Equal(1, team.Query<long>("select count(*) from check_ins"));
    }

    internal static void RefuseChanges(string path)
    {
        using var connection = new SqliteConnection($"{path};Pooling=false");
        connection.Open();
        // Of the schema itself, so that a table which is added later is tried too.
        var tables = connection.Query<string>(
            """
            select tables.name from sqlite_master tables join pragma_table_info(tables.name) columns
            where tables.type = 'table' and (columns.name = 'team_id' or (tables.name = 'teams' and columns.name = 'id'))
            """);
        foreach (var table in tables.AsList())
        {
            foreach (var change in (string[])["insert", "update", "delete"])
            {
                using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of ours.
                command.CommandText = $"create trigger refuse_{table}_{change} before {change} on {table} begin select raise(abort, 'boom'); end";
#pragma warning restore CA2100
                command.ExecuteNonQuery();
            }
        }
    }

    [GeneratedRegex("[0-9A-F]{6}$")]
    private static partial Regex Code();

    /// <summary>The same handlers by name and kind, and each of them fails.</summary>
    private sealed class FailingBot
    {
        private readonly ActionIds ids = new(new byte[32]);
        private readonly Dispatcher dispatcher;

        public FailingBot(Handlers real, Database database)
        {
            var actions = real.Actions;
            var failing = new Handlers(
                real.Commands.Select(command => new Failing(command.Spec)),
                actions.OfType<IButtonAction>().Select(action => new FailingButton(action)),
                actions.OfType<ISelectAction>().Select(action => new FailingSelect(action)),
                actions.OfType<IFormAction>().Select(action => new FailingForm(action)),
                ids,
                new OwnPlaces(new NoPlaces()), new RefusedForms(TimeProvider.System));
            var guard = new CallGuard(new Limits(TimeProvider.System), database, [], new Logger<CallGuard>(Logs));
            dispatcher = new Dispatcher(failing, guard, TimeProvider.System, new Logger<Dispatcher>(Logs));
        }

        public KeptLogs Logs { get; } = new();

        public async Task<Reply> AskAsync(SignedTeam team, Sample sample, JsonObject data)
        {
            var responder = new KeptReplies();
            await dispatcher.AnswerAsync(Some.Call(deed: Deed(team, sample, data), id: SignedTeam.NewId(), onPrivateMessage: true), responder, Ct);
            return Assert.Single(responder.Replies);
        }

        private Deed Deed(SignedTeam team, Sample sample, JsonObject data)
        {
            if (sample.Type == Command)
            {
                var spec = team.Handlers.Commands.Single(command => command.Spec.Name == sample.Handler).Spec;
                return new Deed.Command(sample.Handler,
                    [.. spec.Options.Where(option => option.Required).Select(option => KeyValuePair.Create(option.Name, (object?)Fitting(option)))]);
            }
            var signed = team.Ids.Read((string)data["custom_id"]!)!;
            var id = ids.Make(new Button("", signed.Action, [.. signed.Arguments]));
            return team.Handlers.Actions.Single(action => action.Action == sample.Handler) switch
            {
                IFormAction form =>
                    new Deed.Submit(id, [.. form.Spec.Fields.Select(field => KeyValuePair.Create(field.Id, (string?)new string('x', field.Min ?? 1)))]),
                ISelectAction => new Deed.Pick(id, ["x"]),
                _ => new Deed.Press(id),
            };
        }

        private static Task<Reply> Fail() => throw new InvalidOperationException("boom");

        private sealed class Failing(CommandSpec spec) : ICommand
        {
            public CommandSpec Spec => spec;

            public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => Fail();
        }

        private sealed class FailingButton(IAction real) : IButtonAction
        {
            public string Action => real.Action;

            public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) => Fail();
        }

        private sealed class FailingSelect(IAction real) : ISelectAction
        {
            public string Action => real.Action;

            public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
                Task.FromResult<IReadOnlyList<SelectOption>>([new SelectOption("x", "x")]);

            public Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct) => Fail();
        }

        private sealed class FailingForm(IFormAction real) : IFormAction
        {
            public FormSpec Spec => real.Spec;

            public Task<Reply> SubmitAsync(FormCall call, CancellationToken ct) => Fail();
        }
    }
}
