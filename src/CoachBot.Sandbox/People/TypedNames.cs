using System.Text.RegularExpressions;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.People;

/// <summary>
/// What Discord's client makes of names in a text before it sends it: <c>#strength</c> becomes a link to the channel, and in chat
/// <c>@Maya</c> a mention. What is a link already, a moment or an emoji stays as it was typed.
/// </summary>
internal static partial class TypedNames
{
    public static string LinkChannels(string text, DiscordState state, Person by) => Channel().Replace(text, match =>
        state.World.Channels.FirstOrDefault(channel =>
            Is(channel.Name, match.Groups[1].Value) && Sight.Sees(state.World, by, channel)) is { } found
            ? $"<#{found.Id}>"
            : match.Value);

    public static string LinkAll(string text, DiscordState state, Person by) => Person().Replace(LinkChannels(text, state, by), match =>
        Mention(match.Groups[1].Value + match.Groups[2].Value, state, by)
        ?? (Mention(match.Groups[1].Value, state, by) is { } one ? one + match.Groups[2].Value : match.Value));

    private static string? Mention(string name, DiscordState state, Person by) =>
        state.World.Members.FirstOrDefault(person => person.TeamId == by.TeamId && Is(person.Name, name)) is { } person ? $"<@{person.Id}>"
        : state.Bots.All.FirstOrDefault(bot => Is(bot.Name, name)) is { } bot ? $"<@{bot.Id}>"
        : state.World.Roles.FirstOrDefault(role => role.TeamId == by.TeamId && Is(role.Name, name)) is { } role ? $"<@&{role.Id}>"
        : null;

    private static bool Is(string name, string typed) => name.Equals(typed, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![\w<#&/])#([\p{L}\p{N}_-]{1,100})")]
    private static partial Regex Channel();

    [GeneratedRegex(@"(?<![\w<@])@([\p{L}\p{N}]+)( [\p{L}\p{N}]+)?")]
    private static partial Regex Person();
}
