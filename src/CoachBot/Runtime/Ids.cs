namespace CoachBot.Runtime;

/// <summary>An id that the chat platform gave: opaque, compared and kept, never counted with. Only the platform's own room looks into it.</summary>
internal interface IPlatformId<TSelf> where TSelf : struct, IPlatformId<TSelf>
{
    ulong Value { get; }

    static abstract TSelf Of(ulong value);
}

/// <summary>A team: on Discord, a server.</summary>
internal readonly record struct TeamId(ulong Value) : IPlatformId<TeamId>
{
    public static TeamId Of(ulong value) => new(value);
}

internal readonly record struct UserId(ulong Value) : IPlatformId<UserId>
{
    public static UserId Of(ulong value) => new(value);
}

internal readonly record struct ChannelId(ulong Value) : IPlatformId<ChannelId>
{
    public static ChannelId Of(ulong value) => new(value);
}

internal readonly record struct RoleId(ulong Value) : IPlatformId<RoleId>
{
    public static RoleId Of(ulong value) => new(value);
}

internal readonly record struct MessageId(ulong Value) : IPlatformId<MessageId>
{
    public static MessageId Of(ulong value) => new(value);
}

/// <summary>One call of a person; the same when the platform delivers it twice.</summary>
internal readonly record struct CallId(ulong Value) : IPlatformId<CallId>
{
    public static CallId Of(ulong value) => new(value);
}
