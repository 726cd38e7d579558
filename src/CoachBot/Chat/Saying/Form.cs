using CoachBot.Runtime;

namespace CoachBot.Chat.Saying;

/// <summary>A form to be filled in: what a handler answers with to open it (<see cref="Reply.Open"/>).</summary>
/// <param name="Arguments">Short words without a colon or a dot, at most about 50 characters in all; no personal data.</param>
internal sealed record Form(FormSpec Spec, params IReadOnlyList<string> Arguments)
{
    /// <summary>What stands in the fields already, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The only person who may send it; null for everybody.</summary>
    public UserId? Owner { get; init; }
}

/// <summary>What a form asks for: plain data. What comes back is held against it once more.</summary>
/// <param name="Action">Of the <c>IFormAction</c> that gets what was filled in: short, lower-case, never reused for another meaning.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Fields">1 to 5.</param>
internal sealed record FormSpec(string Action, string Title, params IReadOnlyList<FieldSpec> Fields)
{
    /// <summary>Whether a field of this id may stand filled in with this.</summary>
    public bool Takes(string id, string? value) => value is { Length: > 0 } && Fields.Any(field => field.Id == id && value.Length <= field.Max);
}

/// <param name="Id">Lower-case, one word.</param>
/// <param name="Label">At most 45 characters; names the field in what we say about it.</param>
internal sealed record FieldSpec(string Id, string Label)
{
    /// <summary>The longest text there can be; Discord's limit for a field.</summary>
    public const int Longest = ChatLimits.Field;

    /// <summary>Room for several lines.</summary>
    public bool Paragraph { get; init; }

    public bool Required { get; init; } = true;

    /// <summary>Shortest and longest text in UTF-16 characters; an optional field may also be empty.</summary>
    public int? Min { get; init; }

    public int Max { get; init; } = Longest;

    /// <summary>Shown while the field is empty, at most 100 characters.</summary>
    public string? Placeholder { get; init; }
}
