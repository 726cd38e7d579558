using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox;

/// <summary>The teams (Discord's guilds) with their channels, roles and people. The same ids at every start.</summary>
public sealed class World
{
    private const long FirstOfJanuary2024 = 1_704_067_200_000;

    internal World()
    {
        Teams =
        [
            new Team(Id(1), "Northside Track", BotsPingAnyone: true),
            new Team(Id(2), "Westside Runners", BotsPingAnyone: false),
        ];
        var (north, west) = (Teams[0].Id, Teams[1].Id);
        Roles =
        [
            new Role(Id(21), north, "Coaches", Permissions.Member | Permissions.ManageGuild, Mentionable: false),
            new Role(Id(22), north, "Athletes", Permissions.Member, Mentionable: true),
            new Role(Id(23), west, "Athletes", Permissions.Member, Mentionable: true),
            new Role(Id(24), west, "Coaches", Permissions.Member | Permissions.ManageGuild, Mentionable: false),
            new Role(Id(25), west, "Sprinters", Permissions.Member, Mentionable: false),
        ];
        var strength = new Channel(Id(13), west, "strength", OnlyForRole: null);
        Channels =
        [
            new Channel(Id(11), north, "strength", OnlyForRole: null),
            new Channel(Id(12), north, "coaches", OnlyForRole: Roles[0].Id),
            strength,
            // One channel for each way in which a post can be refused.
            new Channel(Id(14), west, "notice-board", OnlyForRole: null) { OnlyRoleWrites = Roles[3].Id },
            new Channel(Id(15), west, "club-office", OnlyForRole: Roles[3].Id) { HiddenFromBots = true },
            new Channel(Id(16), west, "race-reports", OnlyForRole: null) { Kind = ChannelKind.Forum },
            Thread(Id(17), "drills"),
            Thread(Id(18), "last season") with { IsArchived = true },
            Thread(Id(19), "winter block") with { IsLocked = true },
            Thread(Id(20), "first season") with { IsLocked = true, IsArchived = true },
        ];

        Channel Thread(ulong id, string name) => new(id, west, name, OnlyForRole: null) { Kind = ChannelKind.Thread, Parent = strength };

        Members =
        [
            new Person(Id(31), north, "Coach Kim", "coach", [Roles[0].Id]),
            new Person(Id(32), north, "Maya", "athlete", [Roles[1].Id]),
            new Person(Id(33), north, "Ana", "athlete", [Roles[1].Id]),
            new Person(Id(34), west, "Zoe", "athlete", [Roles[2].Id, Roles[4].Id]),
            new Person(Id(35), west, "Coach Lee", "coach", [Roles[3].Id]),
        ];
    }

    public IReadOnlyList<Team> Teams { get; }

    public IReadOnlyList<Channel> Channels { get; }

    public IReadOnlyList<Role> Roles { get; }

    public IReadOnlyList<Person> Members { get; }

    /// <summary>Owns both servers, so that Coach Kim's rights are those of her role and no more. Nobody can act as the owner.</summary>
    internal static ulong OwnerId { get; } = Id(41);

    internal static ulong CoachBotId { get; } = Id(51);

    internal Team Team(ulong id) => Teams.First(team => team.Id == id);

    internal Channel? Channel(ulong id) => Channels.FirstOrDefault(channel => channel.Id == id);

    internal Role? Role(ulong id) => Roles.FirstOrDefault(role => role.Id == id);

    internal Person? Member(ulong id) => Members.FirstOrDefault(person => person.Id == id);

    // One minute apart, so that (id >> 22) % shards spreads the teams over shards as Discord's ids do.
    private static ulong Id(int n) => Snowflakes.At(DateTimeOffset.FromUnixTimeMilliseconds(FirstOfJanuary2024 + (n * 60_000L)));
}

/// <summary>
/// A running team: a server of its own (Discord says guild). Where <paramref name="BotsPingAnyone"/> is set, bots have Mention Everyone:
/// one
/// that forgets <c>allowed_mentions</c> is seen to ping there.
/// </summary>
public sealed record Team(ulong Id, string Name, bool BotsPingAnyone);

/// <summary>A channel. Where <paramref name="OnlyForRole"/> is set, only its holders and bots see it.</summary>
public sealed record Channel(ulong Id, ulong TeamId, string Name, ulong? OnlyForRole)
{
    /// <summary>What kind of channel it is.</summary>
    public ChannelKind Kind { get; init; } = ChannelKind.Text;

    /// <summary>The channel that a thread hangs in; it is seen by the same people.</summary>
    public Channel? Parent { get; init; }

    /// <summary>Where it is set, only its holders write; everybody else and every bot reads.</summary>
    public ulong? OnlyRoleWrites { get; init; }

    /// <summary>Bots were not let in.</summary>
    public bool HiddenFromBots { get; init; }

    /// <summary>A thread that a moderator has locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>A thread that has fallen asleep: a message wakes it, unless it is locked.</summary>
    public bool IsArchived { get; init; }
}

/// <summary>Discord: resources/channel, "Channel Types".</summary>
public enum ChannelKind
{
    /// <summary>An ordinary text channel.</summary>
    Text = 0,

    /// <summary>A public thread in a text channel.</summary>
    Thread = 11,

    /// <summary>A forum: it holds posts, and takes no messages itself.</summary>
    Forum = 15,
}

/// <summary>A role with Discord's permission bits.</summary>
public sealed record Role(ulong Id, ulong TeamId, string Name, ulong Permissions, bool Mentionable);

/// <summary>A member of one team; <paramref name="Title"/> is "coach" or "athlete".</summary>
public sealed record Person(ulong Id, ulong TeamId, string Name, string Title, IReadOnlyList<ulong> RoleIds);
