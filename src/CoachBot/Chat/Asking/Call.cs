using CoachBot.Runtime;

namespace CoachBot.Chat.Asking;

/// <summary>What one person did, as the platform tells it. Nothing in it has been checked yet.</summary>
internal sealed record Call
{
    /// <summary>The platform's id; the same when it delivers the call twice.</summary>
    public required CallId Id { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>Where it was done; null where the platform did not say.</summary>
    public ChannelId? Channel { get; init; }

    /// <summary>It was done on a message that only the caller sees.</summary>
    public bool OnPrivateMessage { get; init; }

    public required Deed Deed { get; init; }

    /// <summary>Which of the ids in the options the platform vouches for.</summary>
    public Vouched Vouched { get; init; } = Vouched.Nothing;
}

/// <summary>Channels and roles that are the team's own, as the platform says; what is missing here may still be.</summary>
internal sealed record Vouched(IReadOnlySet<ChannelId> Channels, IReadOnlySet<RoleId> Roles)
{
    public static readonly Vouched Nothing = new(new HashSet<ChannelId>(), new HashSet<RoleId>());
}

/// <summary>What was done: a command typed, a letter typed into an option, a button pressed, something picked, a form sent.</summary>
internal abstract record Deed
{
    /// <param name="Name">The command's full name, of one or two words.</param>
    /// <param name="Options">As they came: text, whole or broken numbers, or something else.</param>
    public sealed record Command(string Name, IReadOnlyList<KeyValuePair<string, object?>> Options) : Deed;

    /// <param name="Option">The option that is being filled in; null where the platform did not say.</param>
    /// <param name="Typed">What stands there so far.</param>
    public sealed record Typing(string Name, string? Option, string Typed) : Deed;

    public sealed record Press(string ActionId) : Deed;

    /// <param name="Values">What was picked, as the client says.</param>
    public sealed record Pick(string ActionId, IReadOnlyList<string> Values) : Deed;

    /// <param name="Fields">What was filled in, as the client says; a value that is no text is null.</param>
    public sealed record Submit(string ActionId, IReadOnlyList<KeyValuePair<string, string?>> Fields) : Deed;
}
