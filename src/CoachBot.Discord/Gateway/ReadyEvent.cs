using System.Text.Json;

using CoachBot.Discord.Model;

namespace CoachBot.Discord.Gateway;

/// <summary>READY as far as we need it (Discord: Gateway Events, "Ready").</summary>
internal sealed record ReadyEvent(Session Session, string? ResumeUrl)
{
    /// <exception cref="JsonException">Not JSON.</exception>
    public static ReadyEvent Read(ReadOnlyMemory<byte> data)
    {
        using var document = JsonDocument.Parse(data);
        var root = document.RootElement;
        var user = root.Member("user").Id("id") ?? 0;
        var session = new Session(root.Member("application").Id("id") ?? user, user, root.Text("session_id") ?? "");
        return new ReadyEvent(session, root.Text("resume_gateway_url"));
    }
}
