using System.Net;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.PageDoor;
using CoachBot.Sandbox.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoachBot.Sandbox;

/// <summary>A running sandbox. Disposing of it closes every door.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping;
    private readonly LocalDiscord discord;
    private readonly Hands hands;
    private int disposed;

    private SandboxServer(WebApplication app, CancellationTokenSource stopping, LocalDiscord discord, Hands hands)
    {
        this.app = app;
        this.stopping = stopping;
        this.discord = discord;
        this.hands = hands;
    }

    /// <summary>The chat page, with the real port.</summary>
    public Uri PageUrl => discord.Address;

    /// <summary>The base of Discord's REST API, version 10.</summary>
    public Uri ApiBaseUrl => new(PageUrl, "api/v10/");

    /// <summary>The token that logs in the bot named CoachBot. Any other token is a guest bot of its own.</summary>
    public string BotToken { get; } = BotRoster.CoachBotToken;

    public World World => discord.World;

    /// <summary>The last 2000 REST calls and gateway payloads, oldest first.</summary>
    public IReadOnlyList<Exchange> Traffic => discord.Traffic.Snapshot();

    /// <exception cref="ArgumentException">The address is not plain http on this machine's loopback.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        // The web server itself stays silent: its request log would be noise, and would hold interaction tokens.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options.Url));
        var app = builder.Build();
        var stopping = new CancellationTokenSource();
        // The port is known only once the server listens, and the doors need it: an early caller waits the moment until they are hung.
        var doors = new TaskCompletionSource<Doors>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.UseWebSockets();
        app.Run(async context => await (await doors.Task).HandleAsync(context));
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            stopping.Dispose();
            await app.DisposeAsync();
            throw;
        }

        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var address = new UriBuilder(options.Url) { Port = new Uri(bound).Port, Path = "/" }.Uri;
        var discord = new LocalDiscord(options, new World(), address);
        var hands = new Hands(discord);
        doors.SetResult(new Doors(discord, hands, new GalleryDoor(options.Gallery), stopping.Token));
        return new SandboxServer(app, stopping, discord, hands);
    }

    /// <summary>The member of that name; the first name is enough, in any case.</summary>
    public SandboxMember As(string name)
    {
        var person = World.Members.FirstOrDefault(person => person.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? World.Members.FirstOrDefault(person => person.Name.Split(' ').Contains(name, StringComparer.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"Nobody here is called {name}. There are {string.Join(", ", World.Members.Select(person => person.Name))}.", nameof(name));
        return new SandboxMember(person, discord, hands);
    }

    /// <summary>All messages of a channel, also those only one member sees, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> MessagesIn(ulong channelId) =>
        discord.Locked<IReadOnlyList<SandboxMessage>>(state => [.. state.Messages.In(channelId).Select(message => message.Snapshot())]);

    /// <summary>A message that is there already, or the first to come; a newer version of a message counts as coming.</summary>
    public Task<SandboxMessage> WaitForMessageAsync(Func<SandboxMessage, bool> match, CancellationToken ct = default) =>
        Waiting.ForAsync(
            discord,
            state => state.Messages.All.Select(message => message.Snapshot()).FirstOrDefault(match),
            news => news is News.MessageShown shown && shown.Message.Snapshot() is var message && match(message) ? message : null,
            ct);

    /// <summary>Until a bot has registered a command of that name and is logged in, so that the command can be called.</summary>
    public Task WaitForCommandsAsync(string name, CancellationToken ct = default)
    {
        return Waiting.ForAsync(discord, Ready, _ => discord.Locked(Ready), ct);

        RegisteredCommand? Ready(DiscordState state) => state.Bots.All.Where(state.Sessions.IsOnline)
            .SelectMany(bot => bot.Commands).FirstOrDefault(command => command.Name == name);
    }

    /// <summary>Cuts every gateway connection without a word. The sessions can be resumed.</summary>
    public void DropConnections() => discord.Locked(state => state.Sessions.DropAll());

    /// <summary>Sends op 7 on every gateway connection.</summary>
    public void RequestReconnect() => discord.Locked(state => state.Sessions.RequestReconnect());

    /// <summary>Sends op 9 (false) on every gateway connection and forgets the sessions.</summary>
    public void InvalidateSessions() => discord.Locked(state => state.Sessions.InvalidateAll());

    /// <summary>Delivers the newest interaction a second time, as Discord sometimes does.</summary>
    /// <exception cref="InvalidOperationException">There has been none.</exception>
    public void RepeatLastInteraction()
    {
        try
        {
            discord.Locked(state => state.Interactions.RepeatLast());
        }
        catch (Impossible refused)
        {
            throw new InvalidOperationException(refused.Message, refused);
        }
    }

    /// <summary>Stops; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private static void Listen(KestrelServerOptions kestrel, Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttp || !LoopbackOnly.IsLoopback(url.Host) || url.PathAndQuery != "/")
        {
            throw new ArgumentException(
                "The sandbox has no passwords, so it listens on this machine only: "
                + $"use an address such as http://127.0.0.1:5080 instead of {url}.",
                nameof(url));
        }

        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.Limit + (64 * 1024);
        var address = IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback;
        kestrel.Listen(address, url.Port);
    }

    /// <summary>The sandbox lives inside another program: signals are that program's business.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
