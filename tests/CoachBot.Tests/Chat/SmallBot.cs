using System.Collections.Concurrent;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;
using CoachBot.Discord;
using CoachBot.Discord.Options;
using CoachBot.Sandbox;
using CoachBot.Tests.EndToEnd;
using CoachBot.Tests.Storage;
using CoachBot.Tests.Teams;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Chat;

/// <summary>A bot of a test's own handlers on the sandbox, with everything between them and the wire as in the real one.</summary>
internal sealed class SmallBot : IAsyncDisposable
{
    private readonly DiscordClient client;
    private readonly TestDatabase database = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private SmallBot(SandboxServer sandbox, TimeProvider clock, IReadOnlyList<object> handlers)
    {
        Sandbox = sandbox;
        var refused = new RefusedForms(TimeProvider.System);
        var all =
            new Handlers(handlers.OfType<ICommand>(), handlers.OfType<IButtonAction>().Append(new OpenFormAgain(refused)), handlers.OfType<ISelectAction>(),
                handlers.OfType<IFormAction>(), Ids, new OwnPlaces(new NoPlaces()), refused);
        var guard = new CallGuard(new Limits(Time), database.Database, [], new Logger<CallGuard>(Logs));
        var dispatcher = new Dispatcher(all, guard, Time, new Logger<Dispatcher>(Logs));
        var rendering = Some.Rendering(Ids);
        client = new DiscordClient(
            new DiscordOptions { Token = sandbox.BotToken, ApiBaseUrl = sandbox.ApiBaseUrl },
            (interaction, ct) =>
                dispatcher.AnswerAsync(InteractionCalls.Read(interaction)!, new InteractionResponder(client!.Rest, interaction, rendering, []), ct),
            clock, Logs);
        var catalogue = new CommandCatalogue(all.Commands.Select(command => command.Spec), []);
        client.Ready += (session, ct) => client.Rest.OverwriteCommandsAsync(session.ApplicationId, catalogue.Json, ct);
        running = client.RunAsync(stop.Token);
    }

    public SandboxServer Sandbox { get; }

    /// <summary>The watch over handlers; stands still until it is moved.</summary>
    public FakeTimeProvider Time { get; } = new();

    public ActionIds Ids { get; } = new(new byte[32]);

    public KeptLogs Logs { get; } = new();

    public SandboxMember Maya => Sandbox.As("Maya");

    public SandboxMember Ana => Sandbox.As("Ana");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="handlers">One command at least.</param>
    public static Task<SmallBot> StartAsync(params IReadOnlyList<object> handlers) => StartAsync(TimeProvider.System, handlers);

    /// <param name="clock">The connection's.</param>
    public static async Task<SmallBot> StartAsync(TimeProvider clock, params IReadOnlyList<object> handlers)
    {
        var bot = new SmallBot(await RunningTeam.StartSandboxAsync(), clock, handlers);
        await bot.Sandbox.WaitForCommandsAsync(handlers.OfType<ICommand>().First().Spec.Name, Ct);
        return bot;
    }

    /// <summary>Asks for a clean stop, and waits for it.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await client.DisposeAsync();
        await Sandbox.DisposeAsync();
        database.Dispose();
        stop.Dispose();
    }
}

/// <summary>Keeps every line, of every level.</summary>
internal sealed class KeptLogs : ILoggerFactory, ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    public IEnumerable<string> Errors => Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public void Dispose() { }
}
