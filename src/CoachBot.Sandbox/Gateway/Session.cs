using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Gateway;

/// <summary>A bot's session, which outlives its socket: events missed while it is away are replayed when it resumes.</summary>
internal sealed class Session(string id, Bot bot, Intents intents, (int Id, int Count)? shard)
{
    private const int Kept = 1000;

    private readonly Queue<JsonObject> sent = [];

    public string Id => id;

    public Bot Bot => bot;

    public Intents Intents => intents;

    public (int Id, int Count)? Shard => shard;

    public int Seq { get; private set; }

    public GatewaySocket? Socket { get; set; }

    public DateTimeOffset? DroppedAt { get; set; }

    /// <summary>Discord: events/gateway, "Sharding": shard = (guild_id >> 22) % count.</summary>
    public bool Covers(ulong teamId) => shard is not { } own || (int)((teamId >> 22) % (ulong)own.Count) == own.Id;

    public void Dispatch(string type, JsonObject data)
    {
        var payload = new JsonObject { ["op"] = GatewayOp.Dispatch, ["t"] = type, ["s"] = ++Seq, ["d"] = data };
        sent.Enqueue(payload);
        if (sent.Count > Kept) sent.Dequeue();
        Socket?.Send(payload);
    }

    /// <summary>Whether everything after this sequence number is still here; a number from the future is not ours.</summary>
    public bool CanReplayFrom(int seq) => seq >= 0 && seq <= Seq && (sent.Count == 0 || seq >= (int)sent.Peek()["s"]! - 1);

    public void Replay(int seq)
    {
        foreach (var payload in sent.Where(payload => (int)payload["s"]! > seq)) Socket?.Send(payload);
    }
}

/// <summary>Discord: topics/opcodes-and-status-codes, "Gateway Opcodes".</summary>
internal static class GatewayOp
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int PresenceUpdate = 3;
    public const int VoiceStateUpdate = 4;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int RequestGuildMembers = 8;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}
