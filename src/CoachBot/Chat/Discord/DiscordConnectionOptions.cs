using System.Buffers;
using CoachBot.Discord.Options;
using CoachBot.Runtime.Settings;

namespace CoachBot.Chat.Discord;

/// <summary>How the bot reaches Discord, or a server that speaks as Discord does.</summary>
internal sealed class DiscordConnectionOptions(SettingsReader settings)
{
    private const int MostShards = 10_000;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public DiscordConnectionOptions() : this(SettingsReader.Nothing) { }

    /// <summary>What the connector is told. An empty token: the sandbox stands in for Discord.</summary>
    public DiscordOptions Connector { get; init; } = new()
    {
        Token = settings.Secret(
            "Discord:Token", "", "the bot's token", IsToken, "The token has a space or a character that no token has. Copy it again."),
        ApiBaseUrl = settings.Value(
            "Discord:ApiBaseUrl", "https://discord.com/api/v10/", Reading.Address("https", onThisMachine: "http"),
            "Use an https address such as https://discord.com/api/v10/ (plain http only on this machine)."),
        GatewayUrl = settings.Value(
            "Discord:GatewayUrl", "", Reading.Optional(Reading.Address("wss", onThisMachine: "ws")),
            "Use a wss address, or leave it empty to ask the server (plain ws only on this machine)."),
        Intents = settings.Value<int>("Discord:Intents", "0", Reading.Whole, "Use a whole number: 0 (none) or 1 (GUILDS)."),
        ShardCount = settings.Value<int?>("Discord:ShardCount", "auto", ReadCount, $"Use auto, or a whole number from 1 to {MostShards}."),
        ShardIds = settings.Value<IReadOnlyList<int>?>(
            "Discord:ShardIds", "all", (text, out ids) => ReadIds(text, CountIn(settings), out ids), CountIn(settings) is { } count
                ? $"Use all, or numbers from 0 to {count - 1} such as 0,1 or 0-3."
                : "Set Discord:ShardCount to a number too: all the programs that share the work must count alike."),
    };

    /// <summary>64 hexadecimal digits. Empty: interactions come from the gateway only.</summary>
    public string PublicKey { get; init; } = settings.Value(
        "Discord:PublicKey", "", Reading.Text(key => key.Length is 0 or 64 && !key.AsSpan().ContainsAnyExcept(HexDigits)),
        "Copy the Public Key from your application's General Information page: 64 digits and letters a to f.");

    public bool HasToken => Connector.Token.Length > 0;

    private static bool IsToken(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static int? CountIn(SettingsReader settings) => ReadCount(settings.Text("Discord:ShardCount"), out var count) ? count : null;

    /// <summary>Null for as many as Discord recommends.</summary>
    private static bool ReadCount(string text, out int? count)
    {
        count = Reading.Whole(text, out var number) ? number : null;
        return count is >= 1 and <= MostShards || text.Length == 0 || text.Equals("auto", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Null for all.</summary>
    private static bool ReadIds(string text, int? count, out IReadOnlyList<int>? ids)
    {
        ids = null;
        if (text.Equals("all", StringComparison.OrdinalIgnoreCase)) return true;
        var read = new SortedSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', 2, StringSplitOptions.TrimEntries);
            if (!Reading.Whole(ends[0], out var first) || !Reading.Whole(ends[^1], out var last) || first > last || !(last < count)) return false;
            read.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        ids = [.. read];
        return true;
    }
}
