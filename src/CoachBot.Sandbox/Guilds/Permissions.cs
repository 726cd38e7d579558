using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Guilds;

/// <summary>The permission bits the sandbox knows by name. Discord: topics/permissions.</summary>
internal static class Permissions
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong AddReactions = 1UL << 6;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong AttachFiles = 1UL << 15;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong MentionEveryone = 1UL << 17;
    public const ulong UseExternalEmojis = 1UL << 18;
    public const ulong SendMessagesInThreads = 1UL << 38;
    public const ulong ChangeNickname = 1UL << 26;
    public const ulong UseApplicationCommands = 1UL << 31;

    public const ulong Member = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | AddReactions
        | SendMessagesInThreads | UseExternalEmojis | ChangeNickname | UseApplicationCommands;

    public const ulong Writing = SendMessages | SendMessagesInThreads;

    public const ulong All = (1UL << 53) - 1;
}
