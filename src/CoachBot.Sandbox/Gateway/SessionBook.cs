using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Gateway;

/// <summary>All sessions of all bots, and the faults a test can cause.</summary>
internal sealed class SessionBook(World world, TimeProvider time)
{
    /// <summary>How long a session waits for its bot after the socket is gone; Discord says a few minutes.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(3);

    private readonly List<Session> sessions = [];

    /// <summary>Connected right now.</summary>
    public bool IsOnline(Bot bot) => sessions.Exists(session => session.Bot == bot && session.Socket is not null);

    /// <summary>Connected, or away for so short a time that Discord still delivers to its session.</summary>
    public bool IsLive(Bot bot) => sessions.Exists(session => session.Bot == bot && IsAlive(session));

    public void Add(Session session)
    {
        sessions.RemoveAll(old => !IsAlive(old));
        sessions.Add(session);
    }

    public Session? Find(string id) => sessions.Find(session => session.Id == id && IsAlive(session));

    public void Remove(Session session) => sessions.Remove(session);

    public void Dispatch(Bot bot, ulong teamId, string type, JsonObject data)
    {
        foreach (var session in sessions.Where(session => session.Bot == bot && session.Covers(teamId) && IsAlive(session)).ToList())
            session.Dispatch(type, (JsonObject)data.DeepClone());
    }

    /// <summary>Messages go to bots with the GUILD_MESSAGES intent; the text of others only to those with MESSAGE_CONTENT too.</summary>
    public void Dispatch(string type, Message message)
    {
        if (message.VisibleTo is not null) return;
        foreach (var session in Listening(message))
        {
            var data = ForReader(message, session.Bot, session.Intents);
            data["guild_id"] = message.Channel.TeamId.ToString();
            var roles = message.Bot is { } bot
                ? [bot.RoleIn(world.Team(message.Channel.TeamId))]
                : world.Member(message.AuthorId)!.RoleIds;
            if (!data.ContainsKey("webhook_id")) data["member"] = WorldJson.PartialMember(roles);
            session.Dispatch(type, data);
        }
    }

    public void DispatchDelete(Message message)
    {
        if (message.VisibleTo is not null) return;
        foreach (var session in Listening(message))
        {
            session.Dispatch("MESSAGE_DELETE", new JsonObject
            {
                ["id"] = message.Id.ToString(),
                ["channel_id"] = message.ChannelId.ToString(),
                ["guild_id"] = message.Channel.TeamId.ToString(),
            });
        }
    }

    /// <summary>Discord: events/gateway, "Message Content Intent": without it these fields are empty, save in one's own messages.</summary>
    public static JsonObject ForReader(Message message, Bot reader, Intents intents)
    {
        var json = (JsonObject)message.Json.DeepClone();
        if (message.Bot == reader || intents.HasFlag(Intents.MessageContent)) return json;
        if (json["mentions"]!.AsArray().Any(user => (string)user!["id"]! == reader.Id.ToString())) return json;
        json["content"] = "";
        foreach (var hidden in (string[])["embeds", "attachments", "components"]) json[hidden] = new JsonArray();
        return json;
    }

    /// <summary>Whether any session of this bot asked for the text of messages; REST hides it too where none did.</summary>
    public Intents IntentsOf(Bot bot) =>
        sessions.Where(session => session.Bot == bot).Aggregate(Intents.None, (all, session) => all | session.Intents);

    public void DropAll()
    {
        foreach (var socket in Sockets()) socket.Abort();
    }

    public void RequestReconnect()
    {
        foreach (var socket in Sockets()) socket.Send(new JsonObject { ["op"] = GatewayOp.Reconnect, ["d"] = null });
    }

    public void InvalidateAll()
    {
        var sockets = Sockets();
        foreach (var session in sessions) session.Socket = null;
        sessions.Clear();
        foreach (var socket in sockets) socket.Invalidate();
    }

    private List<GatewaySocket> Sockets() => [.. sessions.Select(session => session.Socket).OfType<GatewaySocket>()];

    private List<Session> Listening(Message message) =>
        [.. sessions.Where(session => session.Intents.HasFlag(Intents.GuildMessages) && session.Covers(message.Channel.TeamId)
            && Sight.Sees(world, session.Bot, message.Channel) && IsAlive(session))];

    private bool IsAlive(Session session) =>
        session.Socket is not null || (session.DroppedAt is { } at && time.GetUtcNow() - at < Life);
}
