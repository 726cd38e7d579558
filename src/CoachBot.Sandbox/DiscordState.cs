using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Gateway;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Interactions;
using Microsoft.Extensions.Logging;

namespace CoachBot.Sandbox;

/// <summary>Everything the sandbox knows. <see cref="LocalDiscord.Locked{T}"/> is the only way to it.</summary>
internal sealed class DiscordState
{
    public DiscordState(SandboxOptions options, World world, Uri address, ILogger log, TrafficLog traffic)
    {
        (Time, World, Address, Log, Traffic) = (options.Time, world, address, log, traffic);
        Ids = new Snowflakes(options.Time);
        Shapes = new WorldJson(world);
        Limits = new RateLimits(options.Time);
        Sessions = new SessionBook(world, options.Time);
        Messages = new MessageBook(Sessions, options.Time, News);
        Commands = new CommandBook(world, Bots, Sessions, Ids, News);
        Interactions = new InteractionBoard(Sessions, Ids, options.Time);
    }

    public TimeProvider Time { get; }

    public World World { get; }

    public Uri Address { get; }

    public ILogger Log { get; }

    public TrafficLog Traffic { get; }

    public Snowflakes Ids { get; }

    public WorldJson Shapes { get; }

    public RateLimits Limits { get; }

    public NewsDesk News { get; } = new();

    public BotRoster Bots { get; } = new();

    public SessionBook Sessions { get; }

    public MessageBook Messages { get; }

    public CommandBook Commands { get; }

    public InteractionBoard Interactions { get; }

    public Uri GatewayAddress => new UriBuilder(Address) { Scheme = "ws", Path = "/gateway" }.Uri;

    /// <summary>Whether a thread sleeps; a message wakes it.</summary>
    public bool IsArchived(Channel channel) => channel.IsArchived && (channel.IsLocked || Messages.LastIn(channel.Id) is null);

    public JsonObject ChannelFor(Channel channel, Bot? bot) =>
        new ChannelJson(World).Of(channel, bot, Messages.LastIn(channel.Id), IsArchived(channel));

    /// <summary>A channel as an interaction names it, with what the person and the bot may do there.</summary>
    public JsonObject ChannelFor(Channel channel, Person person, Bot bot)
    {
        var json = ChannelFor(channel, bot);
        json.Remove("permission_overwrites");
        json["permissions"] = Sight.PermissionsOf(World, person, channel).ToString();
        json["app_permissions"] = Sight.PermissionsOf(World, bot, channel).ToString();
        return json;
    }
}
