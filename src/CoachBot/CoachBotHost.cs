using System.Net.Sockets;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;
using CoachBot.CheckIns;
using CoachBot.Discord;
using CoachBot.Discord.Delivery;
using CoachBot.Discord.Options;
using CoachBot.Exercises;
using CoachBot.Operations;
using CoachBot.Questions;
using CoachBot.Runtime;
using CoachBot.Safety;
using CoachBot.Sandbox;
using CoachBot.Storage;
using CoachBot.StrengthDays;
using CoachBot.TeamExercises;
using CoachBot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace CoachBot;

/// <summary>The whole program, composed in one place. The command line and the end-to-end tests start this same object.</summary>
internal sealed class CoachBotHost : IAsyncDisposable
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(25);
    private const string ButtonKey = "buttons";

    private readonly WebApplication app;
    private readonly Database database;

    private CoachBotHost(WebApplication app, Database database, SandboxServer? sandbox) => (this.app, this.database, Sandbox) = (app, database, sandbox);

    /// <summary>Null when a token is set.</summary>
    public SandboxServer? Sandbox { get; }

    /// <summary>Where /healthz and /readyz answer, with their real ports.</summary>
    public IReadOnlyList<string> HttpUrls => [.. app.Urls];

    public IServiceProvider Services => app.Services;

    /// <param name="time">The team's clock: days, reminders, Quartz. Connections keep real time.</param>
    /// <param name="configuration">Only its section Logging is read; null for no log at all.</param>
    /// <param name="stopping">Called when a stop begins.</param>
    /// <exception cref="StartupFailure">The database or an address cannot be used, or Discord refused the bot at once.</exception>
    public static async Task<CoachBotHost> StartAsync(
        Settings settings, TimeProvider time, IConfiguration? configuration, CancellationToken ct, Action? stopping = null)
    {
        // First of all: a second start by mistake is to hear of the database, not of an address that is taken.
        var (database, buttons) = await OpenDatabaseAsync(settings.Storage, ct);
        SandboxServer? sandbox = null;
        WebApplication? app = null;
        DiscordConnection? connection = null;
        try
        {
            app = Compose(settings, database, buttons, () => sandbox, time, configuration);
            if (stopping is not null) app.Lifetime.ApplicationStopping.Register(stopping);
            if (settings.UsesSandbox) sandbox = await OpenSandboxAsync(settings.Sandbox, app.Services, ct);
            Map(app, settings);
            connection = app.Services.GetRequiredService<DiscordConnection>();
            await OpenAsync(settings.Http.Urls[0], "Http__Urls", async _ => { await app.StartAsync(ct); return true; });
            return new CoachBotHost(app, database, sandbox);
        }
        catch (Exception problem)
        {
            // Discord may refuse the token before everything has started; that, and not the interrupted start, is what went wrong.
            var reason = problem is OperationCanceledException ? app?.Services.GetService<Shutdown>()?.Reason : null;
            // Calls may have come before everything had started: those in flight are answered, also when the stop comes as early.
            if (connection is not null) await connection.StopAsync(CancellationToken.None);
            if (sandbox is not null) await sandbox.DisposeAsync();
            if (app is not null) await app.DisposeAsync();
            database.Dispose();
            if (reason is not null) throw reason;
            throw;
        }
    }

    /// <summary>Runs until the program is asked to stop, and stops in good order.</summary>
    /// <returns>Why it ended, when it was not asked to.</returns>
    public async Task<StartupFailure?> WaitAsync(CancellationToken ct)
    {
        await app.WaitForShutdownAsync(ct);
        return app.Services.GetRequiredService<Shutdown>().Reason;
    }

    public Task StopAsync(CancellationToken ct) => app.StopAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        if (Sandbox is not null) await Sandbox.DisposeAsync();
        await app.DisposeAsync();
        database.Dispose();
    }

    private static Task<SandboxServer> OpenSandboxAsync(SandboxOptions options, IServiceProvider services, CancellationToken ct) => OpenAsync(
        options.Url, "Sandbox__Url", _ => SandboxServer.StartAsync(
            options with { Logs = services.GetRequiredService<ILoggerFactory>(), Gallery = () => SandboxGallery.Of(services) }, ct));

    /// <summary>Loads what only some settings need.</summary>
    internal static void TryLibraries(Settings settings)
    {
        if (settings.Discord.PublicKey is { Length: > 0 } key) _ = new RequestSignature(key, TimeProvider.System);
    }

    private static void Configure(ILoggingBuilder logging, IConfiguration? configuration)
    {
        if (configuration is null) return;
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console => { console.SingleLine = true; console.TimestampFormat = "HH:mm:ss "; });
    }

    /// <param name="sandbox">Asked for when the connection is made; by then it is open.</param>
    private static WebApplication Compose(
        Settings settings, Database database, ActionIds buttons, Func<SandboxServer?> sandbox, TimeProvider time, IConfiguration? configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Configure(builder.Logging, configuration);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(InteractionsEndpoint.Guard)
            .UseUrls([.. settings.Http.Urls.SelectMany(HttpAddresses.Of).Select(url => url.AbsoluteUri)]);
        builder.Services
            // Side by side: the longest of them is the start. A call that comes early finds all that answers it, for that is made before.
            .Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStartConcurrently) = (Drain, true))
            .AddRoutingCore()
            .AddStorage(database)
            .AddSingleton(time)
            .AddSingleton<Shutdown>()
            .AddChat(buttons)
            .AddDiscord(services => Connector(settings.Discord.Connector, sandbox(), services.GetRequiredService<GatewayLedger>()))
            .AddTeams()
            .AddExercises()
            .AddTeamExercises()
            .AddSafety()
            .AddQuestions()
            .AddCheckIns()
            .AddStrengthDays();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "coachbot");
            quartz.AddReminderJobs();
            quartz.AddPruning(time);
            quartz.AddGuildList(time);
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        // First to stop: no call is heard after what answers it has gone.
        builder.Services.AddHostedService(services => services.GetRequiredService<DiscordConnection>());
        return builder.Build();
    }

    /// <summary>The sandbox, where there is one, in place of what the settings say.</summary>
    private static DiscordOptions Connector(DiscordOptions options, SandboxServer? sandbox, GatewayLedger ledger) => sandbox is null
        ? options with { Ledger = ledger.Identifies }
        : new() { Token = sandbox.BotToken, ApiBaseUrl = sandbox.ApiBaseUrl, Intents = options.Intents };

    private static void Map(WebApplication app, Settings settings)
    {
        app.UseRouting();
        app.MapHealth();
        if (settings.Discord.PublicKey is { Length: > 0 } key)
        {
            new InteractionsEndpoint(new RequestSignature(key, TimeProvider.System), app.Services.GetRequiredService<DiscordClient>()).Map(app);
        }
    }

    private static async Task<(Database Database, ActionIds Buttons)> OpenDatabaseAsync(StorageOptions storage, CancellationToken ct)
    {
        var database = Databases.Open(storage);
        try
        {
            return (database, new ActionIds(await new Secrets(database).GetOrMakeAsync(ButtonKey, ct)));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static async Task<T> OpenAsync<T>(Uri url, string setting, Func<Uri, Task<T>> open)
    {
        try
        {
            return await open(url);
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw new StartupFailure(ExitCode.Configuration,
                $"The address {url} cannot be used: {problem.Message} Set {setting} to another, such as http://127.0.0.1:0 for a free port.");
        }
    }
}
