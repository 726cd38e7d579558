using System.Globalization;
using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Options;

namespace CoachBot.Discord.Gateway;

/// <summary>What each close code, and op 9, means for us (Discord: Opcodes and Status Codes, "Gateway Close Event Codes").</summary>
internal static class CloseCodes
{
    /// <param name="code">Null when the connection was lost without one.</param>
    /// <param name="settings">What the operator calls our options by: see <see cref="DiscordOptions.SettingPrefix"/>.</param>
    public static ConnectionEnd Meaning(int? code, string settings = "")
    {
        var name = code?.ToString(CultureInfo.InvariantCulture);
        var meaning = code switch
        {
            null or 1005 or 1006 => new(NextStep.Resume, "the connection was lost"),
            1000 => new(NextStep.Identify, "Discord closed normally (1000)"),
            4003 => new(NextStep.Identify, "Discord says we are not identified (4003)"),
            4004 => Fatal("Discord refuses the bot token (4004): set a valid one and start again.") with { IsTokenRefused = true },
            4005 => new(NextStep.Identify, "Discord says we identified twice (4005), a fault of ours") { Alarming = true },
            4007 => new(NextStep.Identify, "Discord does not know our sequence (4007)"),
            4008 => new(NextStep.Identify, "we sent too much (4008), a fault of ours")
            {
                MinimumWait = TimeSpan.FromSeconds(60),
                Alarming = true,
            },
            4009 => new(NextStep.Identify, "the session timed out (4009)"),
            4010 => Fatal($"Discord refuses the shard (4010): correct {settings}ShardCount and {settings}ShardIds."),
            4011 => Fatal(
                $"The bot is in too many servers for this number of shards (4011): start again with {settings}ShardCount on auto, "
                + "or with a higher one."),
            4012 => Fatal("Discord no longer speaks this version of the gateway (4012): update this program."),
            4013 => Fatal($"Discord does not know one of the intents (4013): correct {settings}Intents; 0 is enough."),
            4014 => Fatal(
                $"The bot may not use one of the intents (4014): allow it in Discord's developer portal, or set {settings}Intents to 0."),
            4001 or 4002 => new(NextStep.Resume, $"Discord could not read what we sent ({name}), a fault of ours")
            {
                Alarming = true,
                Unreadable = true,
            },
            4000 or (> 1000 and < 4000) => new(NextStep.Resume, $"Discord closed ({name})"),
            _ => new(NextStep.ResumeOnce, $"Discord closed with a code we do not know ({name})") { Alarming = true },
        };
        if (code is null or 1005 or 1006) return meaning;
        return meaning with { Label = code is (>= 1000 and <= 1015) or (>= 4000 and <= 4014) ? $"close_{name}" : "close_other" };
    }

    /// <summary>What op 9 asks for. Only a plain <c>true</c> allows resuming (Discord: Gateway Events, "Invalid Session").</summary>
    public static ConnectionEnd InvalidSession(ReadOnlySpan<byte> data, Jitter jitter) => data.SequenceEqual("true"u8)
        ? new ConnectionEnd(NextStep.Resume, "the session was interrupted (op 9, resumable)") { Label = "op9" }
        : new ConnectionEnd(NextStep.Identify, "the session is invalid (op 9)")
        {
            Label = "op9",
            MinimumWait = jitter.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)),
        };

    private static ConnectionEnd Fatal(string remedy) => new(NextStep.Fatal, remedy);
}
