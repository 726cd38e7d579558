using System.Net.Sockets;
using CoachBot.Chat;
using CoachBot.Chat.Discord;
using CoachBot.CheckIns;
using CoachBot.Discord;
using CoachBot.Exercises;
using CoachBot.Operations;
using CoachBot.Questions;
using CoachBot.Sandbox;
using CoachBot.Storage;
using CoachBot.StrengthDays;
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

    private CoachBotHost(WebApplication app, SandboxServer? sandbox) => (this.app, Sandbox) = (app, sandbox);

    /// <summary>Null when a token is set.</summary>
    public SandboxServer? Sandbox { get; }

    /// <summary>Where /healthz and /readyz answer, with their real ports.</summary>
    public IReadOnlyList<string> HttpUrls => [.. app.Urls];

    public IServiceProvider Services => app.Services;

    /// <param name="time">The team's clock: days, reminders, Quartz. Connections keep real time.</param>
    /// <param name="configuration">Only its section Logging is read; null for no log at all.</param>
    /// <exception cref="StartupFailure">The database or an address cannot be used, or Discord refused the bot at once.</exception>
    public static async Task<CoachBotHost> StartAsync(Settings settings, TimeProvider time, IConfiguration? configuration, CancellationToken ct)
    {
        // A start is mostly compiling and waiting, so what needs nothing of the rest goes side by side.
        var opening = Task.Run(() => OpenDatabaseAsync(settings.Storage, ct), ct);
        SandboxServer? sandbox = null;
        WebApplication? app = null;
        DiscordPlatform? platform = null;
        try
        {
            var late = new Late();
            app = Compose(settings, late, opening, time, configuration);
            // Before the sandbox: a second start by mistake is to hear of the database, not of the sandbox's address.
            (late.Database, late.Buttons) = await opening;
            if (settings.UsesSandbox) sandbox = await OpenSandboxAsync(settings.SandboxUrl, app.Services, ct);
            late.Discord = new DiscordOptions
            {
                Token = sandbox?.BotToken ?? settings.Token,
                ApiBaseUrl = sandbox?.ApiBaseUrl ?? settings.ApiBaseUrl,
                GatewayUrl = sandbox is null ? settings.GatewayUrl : null,
                Intents = settings.Intents,
                ShardCount = sandbox is null ? settings.ShardCount : null,
                ShardIds = sandbox is null ? settings.ShardIds : null,
                Ledger = sandbox is null ? new GatewayLedger(late.Database).Identifies : null,
            };
            Map(app, settings);
            // The connection takes longest, so it is begun before the rest.
            platform = app.Services.GetRequiredService<DiscordPlatform>();
            platform.Begin();
            // While it connects, all that answers is made, and what cannot be made is heard of.
            app.Services.GetRequiredService<InteractionAnswers>();
            app.Services.GetRequiredService<CommandRegistration>();
            await OpenAsync(settings.HttpUrls[0], "Http__Urls", async _ => { await app.StartAsync(ct); return true; });
            return new CoachBotHost(app, sandbox);
        }
        catch (Exception problem)
        {
            // Discord may refuse the token before everything has started; that, and not the interrupted start, is what went wrong.
            var reason = problem is OperationCanceledException ? app?.Services.GetService<Shutdown>()?.Reason : null;
            // Calls may have come before everything had started: those in flight are answered, also when the stop comes as early.
            if (platform is not null) await platform.StopAsync(CancellationToken.None);
            if (sandbox is not null) await sandbox.DisposeAsync();
            if (app is not null) await app.DisposeAsync();
            // What it failed with, if it did, is the problem at hand or was not the first.
            await opening.ContinueWith(opened => { if (opened.IsCompletedSuccessfully) opened.Result.Database.Dispose(); }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
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
    }

    private static Task<SandboxServer> OpenSandboxAsync(Uri url, IServiceProvider services, CancellationToken ct) => OpenAsync(
        url, "Sandbox__Url", at => SandboxServer.StartAsync(new SandboxOptions { Url = at, Logs = services.GetRequiredService<ILoggerFactory>(), Gallery = () => SandboxGallery.Of(services) }, ct));

    private static void Configure(ILoggingBuilder logging, IConfiguration? configuration)
    {
        if (configuration is null) return;
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console => { console.SingleLine = true; console.TimestampFormat = "HH:mm:ss "; });
    }

    private static WebApplication Compose(Settings settings, Late late, Task opening, TimeProvider time, IConfiguration? configuration)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Configure(builder.Logging, configuration);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(InteractionsEndpoint.Guard).UseUrls([.. settings.HttpUrls.Select(url => url.AbsoluteUri)]);
        builder.Services
            // Side by side: the longest of them is the start. A call that comes early finds all that answers it, for that is made before.
            .Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStartConcurrently) = (Drain, true))
            .AddExercises(opening)
            .AddRoutingCore()
            .AddSingleton(_ => late.Database!)
            .AddSingleton(_ => late.Buttons!)
            .AddSingleton(_ => late.Discord!)
            .AddSingleton(time)
            .AddSingleton(new ConnectionClock(TimeProvider.System))
            .AddSingleton<Shutdown>()
            .AddSingleton<Handlers>()
            .AddSingleton(new Limits(TimeProvider.System))
            .AddSingleton<HadEffect>(services => (call, ct) => services.GetRequiredService<Database>().ReadAsync(sql => sql.WasClaimed(call), ct))
            .AddSingleton<Dispatcher>()
            .AddSingleton<Rendering>()
            .AddSingleton(services => new CommandCatalogue(services.GetRequiredService<Handlers>().Commands.Select(command => command.Spec), services.GetServices<CommandGroup>()))
            .AddSingleton<CommandRegistration>()
            .AddSingleton(services => new Lazy<CommandRegistration>(services.GetRequiredService<CommandRegistration>))
            .AddSingleton<GatewayLedger>()
            .AddSingleton<TokenRefusals>()
            .AddSingleton<ForgetTeam>(services => team => services.GetRequiredService<Library>().Forget(team))
            .AddSingleton<Membership>()
            .AddSingleton<GuildWatch>()
            .AddSingleton<InteractionAnswers>()
            .AddSingleton(services => new Lazy<InteractionAnswers>(services.GetRequiredService<InteractionAnswers>))
            .AddSingleton<DiscordPlatform>()
            .AddSingleton<IChatPlatform>(services => services.GetRequiredService<DiscordPlatform>())
            .AddTeams()
            .AddSingleton<CardsForEveryone>(services => async (team, ct) => (await services.GetRequiredService<TeamStore>().GetAsync(team, ct)).CardsForEveryone)
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
        builder.Services.AddHostedService(services => services.GetRequiredService<DiscordPlatform>());
        return builder.Build();
    }

    private static void Map(WebApplication app, Settings settings)
    {
        app.UseRouting();
        app.MapHealth();
        if (settings.PublicKey.Length > 0)
        {
            new InteractionsEndpoint(new RequestSignature(settings.PublicKey, TimeProvider.System), app.Services.GetRequiredService<DiscordPlatform>()).Map(app);
        }
    }

    private static async Task<(Database Database, ActionIds Buttons)> OpenDatabaseAsync(StorageOptions storage, CancellationToken ct)
    {
        var database = Database.Open(storage);
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
            throw new StartupFailure(ExitCode.Configuration, $"The address {url} cannot be used: {problem.Message} Set {setting} to another, such as http://127.0.0.1:0 for a free port.");
        }
    }

    /// <summary>What is known only when the database and the server are open. Nothing that needs it is made before.</summary>
    private sealed class Late
    {
        public Database? Database { get; set; }

        public ActionIds? Buttons { get; set; }

        public DiscordOptions? Discord { get; set; }
    }
}
