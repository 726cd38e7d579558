using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Rules;

/// <summary>
/// Where and what a bot may post without an interaction: permissions, kinds of channels, threads, and the two filters that read every
/// message. Discord: topics/opcodes-and-status-codes, "JSON"; topics/threads.
/// </summary>
internal static class PostRules
{
    /// <summary>The team's AutoMod blocks every message with this word.</summary>
    public const string AutoModWord = "automod-blocks-this";

    /// <summary>Discord's own filter blocks every message with this address.</summary>
    public const string HarmfulLink = "https://harmful.example";

    public static void CheckPlace(DiscordState discord, Bot bot, Channel channel)
    {
        if (channel.Kind == ChannelKind.Forum) throw Refusal.NotATextChannel();
        if (!Sight.Writes(channel, Sight.PermissionsOf(discord.World, bot, channel))) throw Refusal.MissingPermissions();
        // A message wakes an archived thread, unless a moderator has locked it.
        if (channel.IsLocked) throw channel.IsArchived ? Refusal.ThreadIsArchived() : Refusal.ThreadIsLocked();
    }

    public static void CheckEdit(DiscordState discord, Channel channel)
    {
        if (discord.IsArchived(channel)) throw Refusal.ThreadIsArchived();
    }

    public static void CheckText(Draft draft)
    {
        var text = string.Join('\n', [draft.Content, draft.Embeds?.ToJsonString(), draft.Components?.ToJsonString()]);
        if (text.Contains(AutoModWord, StringComparison.OrdinalIgnoreCase)) throw Refusal.BlockedByAutoMod();
        if (text.Contains(HarmfulLink, StringComparison.OrdinalIgnoreCase)) throw Refusal.BlockedByLinkFilter();
    }
}
