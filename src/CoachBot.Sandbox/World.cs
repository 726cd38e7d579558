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
            new Team(Id(1), "Northside Track"),
            new Team(Id(2), "Westside Runners"),
        ];
        var (north, west) = (Teams[0].Id, Teams[1].Id);
        Roles =
        [
            new Role(Id(21), north, "Coaches", Permissions.Member | Permissions.ManageGuild, Mentionable: false),
            new Role(Id(22), north, "Athletes", Permissions.Member, Mentionable: true),
            new Role(Id(23), west, "Athletes", Permissions.Member, Mentionable: true),
        ];
        Channels =
        [
            new Channel(Id(11), north, "strength", OnlyForRole: null),
            new Channel(Id(12), north, "coaches", OnlyForRole: Roles[0].Id),
            new Channel(Id(13), west, "strength", OnlyForRole: null),
        ];
        Members =
        [
            new Person(Id(31), north, "Coach Kim", "coach", [Roles[0].Id]),
            new Person(Id(32), north, "Maya", "athlete", [Roles[1].Id]),
            new Person(Id(33), north, "Ana", "athlete", [Roles[1].Id]),
            new Person(Id(34), west, "Zoe", "athlete", [Roles[2].Id]),
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

/// <summary>A running team: a server of its own (Discord says guild).</summary>
public sealed record Team(ulong Id, string Name);

/// <summary>A text channel. Where <paramref name="OnlyForRole"/> is set, only its holders and bots see it.</summary>
public sealed record Channel(ulong Id, ulong TeamId, string Name, ulong? OnlyForRole);

/// <summary>A role with Discord's permission bits.</summary>
public sealed record Role(ulong Id, ulong TeamId, string Name, ulong Permissions, bool Mentionable);

/// <summary>A member of one team; <paramref name="Title"/> is "coach" or "athlete".</summary>
public sealed record Person(ulong Id, ulong TeamId, string Name, string Title, IReadOnlyList<ulong> RoleIds);
