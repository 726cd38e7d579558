using CoachBot.Runtime;

namespace CoachBot.Chat.Asking;

/// <summary>A call whose input was held against what its handler declares.</summary>
internal abstract record HandledCall(Call Call)
{
    public CallId Id => Call.Id;

    public Caller Caller => Call.Caller;

    /// <summary>Where it was done; null where the platform did not say.</summary>
    public ChannelId? Channel => Call.Channel;

    /// <summary>It was done on a message that only the caller sees.</summary>
    public bool OnPrivateMessage => Call.OnPrivateMessage;
}

/// <summary>A typed command.</summary>
/// <param name="Options">What was filled in, by option name: <c>string</c>, <c>long</c>, <see cref="RoleId"/> or <see cref="ChannelId"/>.</param>
internal sealed record CommandCall(Call Call, IReadOnlyDictionary<string, object> Options) : HandledCall(Call)
{
    public string? Text(string option) => (string?)Options.GetValueOrDefault(option);

    public int? Integer(string option) => (int?)(long?)Options.GetValueOrDefault(option);

    public RoleId? Role(string option) => (RoleId?)Options.GetValueOrDefault(option);

    public ChannelId? ChannelOf(string option) => (ChannelId?)Options.GetValueOrDefault(option);
}

/// <summary>A person is typing into an option that suggests.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="Typed">What stands there so far; may be empty.</param>
internal sealed record SuggestCall(Call Call, string Option, string Typed) : HandledCall(Call);

/// <summary>A pressed button.</summary>
/// <param name="Arguments">What the button was made with; its signature was checked.</param>
internal sealed record ButtonCall(Call Call, IReadOnlyList<string> Arguments) : HandledCall(Call);

/// <summary>Something was picked from a select.</summary>
/// <param name="Arguments">What the select was made with; its signature was checked.</param>
/// <param name="Value">One of the values that the action offers now.</param>
internal sealed record SelectCall(Call Call, IReadOnlyList<string> Arguments, string Value) : HandledCall(Call);

/// <summary>A form was filled in and sent.</summary>
/// <param name="Arguments">What the form was made with; its signature was checked.</param>
/// <param name="Fields">What was filled in, by field id, as declared; optional fields left empty are not there.</param>
internal sealed record FormCall(Call Call, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Fields) : HandledCall(Call)
{
    public string? Text(string field) => Fields.GetValueOrDefault(field);
}
