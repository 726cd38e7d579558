using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Gateway;

namespace CoachBot.Sandbox.Chat;

/// <summary>All messages of all channels, in the order they came.</summary>
internal sealed class MessageBook(SessionBook sessions, TimeProvider time, NewsDesk news)
{
    private readonly List<Message> messages = [];
    private readonly Dictionary<ulong, Message> byId = [];
    private readonly Dictionary<(ulong Bot, string Nonce), (Message Message, DateTimeOffset At)> nonces = [];

    /// <summary>How long a nonce is remembered; Discord says "the past few minutes".</summary>
    private static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(5);

    public IEnumerable<Message> All => messages.Where(message => !message.Deleted);

    public IEnumerable<Message> In(ulong channelId) => All.Where(message => message.ChannelId == channelId);

    public ulong? LastIn(ulong channelId) =>
        messages.FindLast(message => message.ChannelId == channelId && message.VisibleTo is null && !message.Deleted)?.Id;

    public Message? Find(ulong id) => byId.TryGetValue(id, out var message) && !message.Deleted ? message : null;

    public void Add(Message message)
    {
        messages.Add(message);
        byId[message.Id] = message;
        sessions.Dispatch("MESSAGE_CREATE", message);
        news.Tell(new News.MessageShown(message));
    }

    /// <summary>Announces a change of a message's JSON; people see "(edited)" unless the change only ended the thinking.</summary>
    public void Changed(Message message, bool edited)
    {
        message.Revision++;
        if (edited) message.Json["edited_timestamp"] = time.GetUtcNow().ToString(Clock.Iso);
        sessions.Dispatch("MESSAGE_UPDATE", message);
        news.Tell(new News.MessageShown(message));
    }

    public void Delete(Message message)
    {
        message.Deleted = true;
        sessions.DispatchDelete(message);
        news.Tell(new News.MessageDeleted(message));
    }

    /// <summary>The message that this bot sent with this nonce a short while ago, deleted or not.</summary>
    public Message? WithNonce(Bot bot, string nonce) =>
        nonces.TryGetValue((bot.Id, nonce), out var known) && time.GetUtcNow() - known.At < NonceWindow ? known.Message : null;

    public void RememberNonce(Bot bot, string nonce, Message message) => nonces[(bot.Id, nonce)] = (message, time.GetUtcNow());

    public StoredFile? File(ulong channelId, ulong id, string name) =>
        In(channelId).Where(message => message.Id == id || message.Files.Exists(file => file.Id == id))
            .SelectMany(message => message.Files)
            .FirstOrDefault(file => file.Name == name);

    /// <summary>The JSON that every new message begins with. Discord: resources/message, "Message Object".</summary>
    public JsonObject NewJson(ulong id, Channel channel, JsonObject author, int type, string content, MessageFlags flags) => new()
    {
        ["id"] = id.ToString(),
        ["type"] = type,
        ["channel_id"] = channel.Id.ToString(),
        ["author"] = author,
        ["content"] = content,
        ["timestamp"] = time.GetUtcNow().ToString(Clock.Iso),
        ["edited_timestamp"] = null,
        ["tts"] = false,
        ["pinned"] = false,
        ["flags"] = (int)flags,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["components"] = new JsonArray(),
    };
}
