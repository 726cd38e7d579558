namespace CoachBot.Discord.Model;

/// <summary>
/// What Discord knows of the things that options and values name by id (Discord: Receiving and Responding, "Resolved Data
/// Structure"). All of it is in the interaction's server; what is missing here was not vouched for.
/// </summary>
public sealed record ResolvedData
{
    internal static readonly ResolvedData Empty = new();

    public IReadOnlyDictionary<ulong, ChannelInfo> Channels { get; init; } = new Dictionary<ulong, ChannelInfo>();

    /// <summary>Ids of roles.</summary>
    public IReadOnlyCollection<ulong> Roles { get; init; } = [];

    /// <summary>Ids of people, whether they are members of the server or not.</summary>
    public IReadOnlyCollection<ulong> Users { get; init; } = [];

    /// <summary>Those of the people who are members, by their user id.</summary>
    public IReadOnlyDictionary<ulong, ResolvedMember> Members { get; init; } = new Dictionary<ulong, ResolvedMember>();

    /// <summary>Nothing about a person.</summary>
    public override string ToString() => nameof(ResolvedData);
}

/// <param name="Roles">Ids of the member's roles.</param>
/// <param name="Permissions">What the member may do in the interaction's channel; 0 when unknown.</param>
public sealed record ResolvedMember(IReadOnlyList<ulong> Roles, ulong Permissions);

/// <summary>A channel as far as this bot needs it (Discord: Channel Resource, "Channel Object").</summary>
/// <param name="Type">0 = text, 5 = announcements and so on (Discord: Channel Resource, "Channel Types"); null when not said.</param>
/// <param name="GuildId">Null for a channel of no server, and where Discord does not say: an interaction's are all of its server.</param>
/// <param name="Permissions">What the person who called may do there; null outside an interaction.</param>
public sealed record ChannelInfo(ulong Id, int? Type, ulong? GuildId, ulong? Permissions)
{
    /// <summary>The channel that a thread is in; a channel's category.</summary>
    public ulong? ParentId { get; init; }

    /// <summary>A thread that only those who manage threads may write in.</summary>
    public bool IsLocked { get; init; }

    /// <summary>What the channel allows and denies by role or person; empty in an interaction.</summary>
    public IReadOnlyList<PermissionOverwrite> Overwrites { get; init; } = [];
}

/// <param name="Id">Of the role (the server's own id is @everyone's) or the person.</param>
public sealed record PermissionOverwrite(ulong Id, ulong Allow, ulong Deny);

/// <summary>A role as far as this bot needs it (Discord: Permissions, "Role Object").</summary>
/// <param name="IsMentionable">Anybody may ping it.</param>
public sealed record RoleInfo(ulong Id, ulong Permissions, bool IsMentionable);
