using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace CoachBot.Sandbox;

/// <summary>
/// Everything the sandbox knows. One lock, <see cref="Gate"/>, guards all of it: whoever reads or changes anything below holds it, and
/// nothing that waits (sockets, files, people) happens while it is held.
/// </summary>
internal sealed class LocalDiscord
{
    public LocalDiscord(SandboxOptions options, World world, Uri address)
    {
        Time = options.Time;
        World = world;
        Address = address;
        Log = options.Logs.CreateLogger("CoachBot.Sandbox");
        Ids = new Snowflakes(options.Time);
        Shapes = new WorldJson(world);
        Messages = new MessageBook(this);
        Sessions = new SessionBook(this);
        Commands = new CommandBook(this);
        Interactions = new InteractionBoard(this);
        Traffic = new TrafficLog(options.Time);
        Limits = new RateLimits(options.Time);
    }

    public Lock Gate { get; } = new();

    public TimeProvider Time { get; }

    public World World { get; }

    public Uri Address { get; }

    public ILogger Log { get; }

    public Snowflakes Ids { get; }

    public WorldJson Shapes { get; }

    public BotRoster Bots { get; } = new();

    public MessageBook Messages { get; }

    public SessionBook Sessions { get; }

    public CommandBook Commands { get; }

    public InteractionBoard Interactions { get; }

    public TrafficLog Traffic { get; }

    public RateLimits Limits { get; }

    /// <summary>News for pages and waiting tests; raised with the gate held, so a listener only takes note.</summary>
    public event Action<News>? Happened;

    public void Tell(News news) => Happened?.Invoke(news);

    public JsonObject ChannelFor(Channel channel, Bot? bot) => Shapes.Channel(channel, bot, Messages.LastIn(channel.Id));

    public Uri GatewayAddress => new UriBuilder(Address) { Scheme = "ws", Path = "/gateway" }.Uri;
}

/// <summary>Something that a page or a test may be waiting for.</summary>
internal abstract record News
{
    public sealed record MessageShown(Message Message) : News;

    public sealed record MessageDeleted(Message Message) : News;

    public sealed record CommandsChanged : News;

    public sealed record BotsChanged : News;
}

internal static class Clock
{
    /// <summary>Discord writes instants like this.</summary>
    public const string Iso = "yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'";
}
