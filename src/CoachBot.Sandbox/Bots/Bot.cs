using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Bots;

/// <summary>A bot that showed a token: a user and an application of its own, member of every team.</summary>
internal sealed class Bot(string token, ulong id, string name)
{
    public string Token => token;

    /// <summary>The id of the bot's user and of its application; for today's applications they are the same.</summary>
    public ulong Id => id;

    public string Name => name;

    public List<RegisteredCommand> Commands { get; } = [];

    /// <summary>The managed role that Discord gives a bot when it is invited; one per team.</summary>
    public ulong RoleIn(Team team) => id + 1 + (team.Id >> 22);

    /// <summary>The id before the first dot, as in Discord's tokens, or one derived from the token.</summary>
    public static ulong IdOf(string token)
    {
        var head = token.Split('.')[0];
        var padded = head.PadRight((head.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (Convert.TryFromBase64String(padded, bytes, out var length)
            && Snowflakes.TryParse(Encoding.ASCII.GetString(bytes, 0, length), out var id)
            && id < 1UL << 62)
        {
            return id;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        return (BitConverter.ToUInt64(hash) >> 5) | (1UL << 58);
    }
}

/// <summary>A command as registered, in Discord's response shape; <paramref name="TeamId"/> is null for a global one.</summary>
internal sealed record RegisteredCommand(ulong Id, Bot Bot, ulong? TeamId, JsonObject Json)
{
    public string Name => Json["name"]!.GetValue<string>();

    public int Type => Json["type"]!.GetValue<int>();
}
