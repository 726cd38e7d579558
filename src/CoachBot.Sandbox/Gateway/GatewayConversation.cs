using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Interactions;
using Microsoft.Extensions.Logging;

namespace CoachBot.Sandbox.Gateway;

/// <summary>
/// What is said on one gateway connection. Hello comes first; then the bot identifies or resumes, once; from then on it beats and listens.
/// Whatever Discord would close for is closed for, with Discord's code. Not imitated: closing a connection that stops beating, since a
/// test's
/// clock may leap over hours. Discord: events/gateway; topics/opcodes-and-status-codes, "Gateway Close Event Codes".
/// </summary>
internal sealed class GatewayConversation(LocalDiscord discord, GatewaySocket socket)
{
    private const int HeartbeatInterval = 41_250;
    private const int EventsPerMinute = 120;

    private readonly Queue<DateTimeOffset> received = [];
    private Session? session;

    // A session that was invalidated, or resumed on another socket, is no longer this one's.
    private bool IsAuthenticated => session is not null && session.Socket == socket;

    public void Begin() => socket.Send(new JsonObject
    {
        ["op"] = GatewayOp.Hello,
        ["s"] = null,
        ["t"] = null,
        ["d"] = new JsonObject
        {
            ["heartbeat_interval"] = HeartbeatInterval,
            ["_trace"] = new JsonArray("[\"coachbot-sandbox\",{\"micros\":0}]")
        },
    });

    public void Receive(ReadOnlySpan<byte> bytes)
    {
        JsonObject? payload;
        int? op;
        try
        {
            payload = Wire.Parse(bytes) as JsonObject;
            op = payload?["op"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
        }
        catch (JsonException)
        {
            (payload, op) = (null, null);
        }

        if (payload is null || op is null)
        {
            Close(4002, "Error while decoding payload.");
            return;
        }

        discord.Locked(state =>
        {
            state.Traffic.Gateway(socket.Bot, Direction.FromBot, payload);
            if (op != GatewayOp.Heartbeat && IsTooFast()) Close(4008, "Rate limited.");
            else Handle(state, op.Value, payload["d"]);
        });
    }

    /// <summary>The socket is gone. Codes 1000 and 1001 end the session; after anything else it waits for a resume.</summary>
    public void End(int? closeCode) => discord.Locked(state =>
    {
        if (!IsAuthenticated) return;
        session!.Socket = null;
        session.DroppedAt = state.Time.GetUtcNow();
        if (closeCode is 1000 or 1001) state.Sessions.Remove(session);
        state.News.Tell(new News.BotsChanged());
    });

    private void Handle(DiscordState state, int op, JsonNode? data)
    {
        switch (op)
        {
            case GatewayOp.Heartbeat:
                socket.Send(new JsonObject { ["op"] = GatewayOp.HeartbeatAck, ["s"] = null, ["t"] = null, ["d"] = null });
                break;
            case GatewayOp.Identify or GatewayOp.Resume when IsAuthenticated:
                Close(4005, "Already authenticated.");
                break;
            case GatewayOp.Identify or GatewayOp.Resume when data is not JsonObject:
                Close(4002, "Error while decoding payload.");
                break;
            case GatewayOp.Identify:
                Identify(state, (JsonObject)data!);
                break;
            case GatewayOp.Resume:
                Resume(state, (JsonObject)data!);
                break;
            case var _ when !IsAuthenticated:
                Close(4003, "Not authenticated.");
                break;
            // Nobody is told of a bot's own presence, so there is nothing to answer.
            case GatewayOp.PresenceUpdate:
                break;
            case GatewayOp.RequestGuildMembers:
                if (MemberRequest.Answer(state, session!, data) is { } wrong) Close(wrong.Code, wrong.Reason);
                break;
            case GatewayOp.VoiceStateUpdate:
                Close(4001, "The sandbox has no voice channels.");
                break;
            default:
                Close(4001, "Unknown opcode.");
                break;
        }
    }

    private void Identify(DiscordState state, JsonObject data)
    {
        if (Token(data) is not { Length: > 0 } token)
        {
            Close(4004, "Authentication failed.");
            return;
        }

        if (data["properties"] is not JsonObject)
        {
            Close(4002, "Error while decoding payload.");
            return;
        }

        if (Number(data["intents"]) is not { } bits || bits < 0 || (bits & ~(int)Intents.Known) != 0)
        {
            Close(4013, "Invalid intent(s).");
            return;
        }

        (int, int)? shard = null;
        if (data["shard"] is { } node)
        {
            if (node is not JsonArray { Count: 2 } pair || Number(pair[0]) is not { } id || Number(pair[1]) is not { } count || id < 0
                || id >= count)
            {
                Close(4010, "Invalid shard.");
                return;
            }

            shard = (id, count);
        }

        socket.Bot = state.Bots.Of(token);
        session = new Session(InteractionBoard.NewToken()[..32], socket.Bot, (Intents)bits, shard) { Socket = socket };
        state.Sessions.Add(session);
        session.Dispatch("READY", ReadyEvent.Of(state, session));
        if (session.Intents.HasFlag(Intents.Guilds))
        {
            var withMembers = session.Intents.HasFlag(Intents.GuildPresences);
            foreach (var team in ReadyEvent.Teams(state, session))
                session.Dispatch("GUILD_CREATE", GuildJson.GuildCreate(state, team, socket.Bot, withMembers));
        }

        state.News.Tell(new News.BotsChanged());
    }

    private void Resume(DiscordState state, JsonObject data)
    {
        if (Token(data) is not { Length: > 0 } token)
        {
            Close(4004, "Authentication failed.");
            return;
        }

        var known = Text(data["session_id"]) is { } id ? state.Sessions.Find(id) : null;
        if (known is null || known.Bot.Token != token || Number(data["seq"]) is not { } seq || !known.CanReplayFrom(seq))
        {
            if (known is not null && known.Bot.Token == token) state.Sessions.Remove(known);
            socket.Invalidate();
            return;
        }

        known.Socket?.Abort();
        session = known;
        session.Socket = socket;
        session.DroppedAt = null;
        socket.Bot = session.Bot;
        session.Replay(seq);
        session.Dispatch("RESUMED", new JsonObject { ["_trace"] = new JsonArray("[\"coachbot-sandbox\",{\"micros\":0}]") });
        state.News.Tell(new News.BotsChanged());
    }

    // Discord counts heartbeats too. Here the bot's clock may run while the sandbox's stands still, and beating is no fault then.
    private bool IsTooFast()
    {
        var now = discord.Time.GetUtcNow();
        received.Enqueue(now);
        while (now - received.Peek() >= TimeSpan.FromMinutes(1)) received.Dequeue();
        return received.Count > EventsPerMinute;
    }

    private void Close(int code, string reason)
    {
        discord.Log.LogWarning("Gateway: closed {Bot} with {Code} {Reason}", socket.Bot?.Name ?? "a connection", code, reason);
        socket.Close(code, reason);
    }

    // Discord takes the token with and without the word that goes before it in REST; Eris and Oceanic send it with.
    private static string? Token(JsonObject data) =>
        Text(data["token"]) is { } token && token.StartsWith("Bot ", StringComparison.Ordinal) ? token[4..].Trim() : Text(data["token"]);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
