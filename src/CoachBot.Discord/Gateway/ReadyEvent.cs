using System.Text.Json;
using CoachBot.Discord.Model;

namespace CoachBot.Discord.Gateway;

/// <summary>READY as far as we need it (Discord: Gateway Events, "Ready").</summary>
/// <param name="Guilds">The ids of the shard's servers.</param>
internal sealed record ReadyEvent(Session Session, string? ResumeUrl, IReadOnlyList<ulong> Guilds)
{
    /// <exception cref="JsonException">Not JSON.</exception>
    public static ReadyEvent Read(ReadOnlyMemory<byte> data)
    {
        using var document = JsonDocument.Parse(data);
        var root = document.RootElement;
        var user = root.Member("user").Id("id") ?? 0;
        var session = new Session(root.Member("application").Id("id") ?? user, user, root.Text("session_id") ?? "");
        return new ReadyEvent(session, root.Text("resume_gateway_url"), Ids(root.Member("guilds")));
    }

    private static List<ulong> Ids(JsonElement guilds)
    {
        if (guilds.ValueKind != JsonValueKind.Array) return [];
        var ids = new List<ulong>(guilds.GetArrayLength());
        foreach (var guild in guilds.EnumerateArray())
        {
            if (guild.Id("id") is { } id) ids.Add(id);
        }

        return ids;
    }
}
