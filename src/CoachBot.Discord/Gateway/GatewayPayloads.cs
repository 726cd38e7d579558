using System.Buffers;
using System.Text.Json;
using CoachBot.Discord.Gateway.Line;

namespace CoachBot.Discord.Gateway;

/// <summary>What we send (Discord: Gateway Events, "Send Events").</summary>
internal static class GatewayPayloads
{
    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(1, json =>
    {
        if (sequence is { } s) json.WriteNumber("d"u8, s);
        else json.WriteNull("d"u8);
    });

    public static ReadOnlyMemory<byte> Identify(string token, int intents, Shard shard) => Write(2, json =>
    {
        json.WriteStartObject("d"u8);
        json.WriteString("token"u8, token);
        json.WriteNumber("intents"u8, intents);
        // One alone says nothing of shards: not every server knows them.
        if (!shard.IsAlone)
        {
            json.WriteStartArray("shard"u8);
            json.WriteNumberValue(shard.Id);
            json.WriteNumberValue(shard.Count);
            json.WriteEndArray();
        }

        json.WriteStartObject("properties"u8);
        json.WriteString("os"u8, OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        json.WriteString("browser"u8, "coachbot");
        json.WriteString("device"u8, "coachbot");
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(string token, string sessionId, long sequence) => Write(6, json =>
    {
        json.WriteStartObject("d"u8);
        json.WriteString("token"u8, token);
        json.WriteString("session_id"u8, sessionId);
        json.WriteNumber("seq"u8, sequence);
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write(int op, Action<Utf8JsonWriter> data)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteNumber("op"u8, op);
        data(json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
