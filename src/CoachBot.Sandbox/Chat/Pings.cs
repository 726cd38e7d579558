using System.Text.RegularExpressions;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox.Chat;

/// <summary>The mentions in a text, and which of them would notify somebody.</summary>
internal sealed partial record Pings(IReadOnlyList<ulong> MentionedRoles, IReadOnlyList<ulong> Users, IReadOnlyList<ulong> Roles,
    bool Everyone)
{
    public static Pings None { get; } = new([], [], [], false);

    /// <param name="mayPingAll">Whether the author has Mention Everyone, which also covers roles that are not mentionable.</param>
    public static Pings Of(string text, World world, BotRoster bots, Team team, AllowedMentions allowed, bool mayPingAll)
    {
        var plain = Code().Replace(text, " ");
        var users = Ids(UserMention(), plain).Where(id => IsHere(id) && (allowed.AllUsers || allowed.Users.Contains(id)));
        var named = Ids(RoleMention(), plain).Where(id => world.Role(id)?.TeamId == team.Id).ToList();
        var roles = named.Where(id => (allowed.AllRoles || allowed.Roles.Contains(id)) && (mayPingAll || world.Role(id)!.Mentionable));
        var everyone = allowed.Everyone && mayPingAll && EveryoneMention().IsMatch(plain);
        return new Pings(named, [.. users], [.. roles], everyone);

        // Every bot is a member of every team.
        bool IsHere(ulong id) => world.Member(id)?.TeamId == team.Id || bots.WithId(id) is not null;
    }

    private static IEnumerable<ulong> Ids(Regex mention, string text) =>
        mention.Matches(text).Select(match => ulong.TryParse(match.Groups[1].ValueSpan, out var id) ? id : 0).Where(id => id > 0)
            .Distinct();

    // Nothing inside code is a mention.
    [GeneratedRegex("```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<@!?([0-9]{1,20})>")]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&([0-9]{1,20})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex EveryoneMention();
}
