namespace CoachBot.Chat;

/// <summary>Who is asking, as the chat platform vouches for it. Nothing a person typed is in here.</summary>
/// <param name="TeamId">The server the call comes from; null in a private chat with the bot.</param>
/// <param name="UserId">0 where the platform did not say.</param>
/// <param name="ManagesServer">May manage the server. False where the platform did not say.</param>
internal sealed record Caller(ulong? TeamId, ulong UserId, bool ManagesServer, IReadOnlyList<ulong> Roles)
{
    /// <exception cref="UserError">The platform did not say who is calling.</exception>
    public ulong RequirePerson() => UserId > 0 ? UserId : throw new UserError("I can't tell who you are, so nothing was logged. Please try again.");

    /// <exception cref="UserError">The call comes from a private chat.</exception>
    public ulong RequireTeam() => TeamId ?? throw new UserError("This works in your team's server. Try it in the team's channel.");
}

/// <summary>A typed command.</summary>
/// <param name="Id">The platform's id of this call; the same when the platform delivers it twice.</param>
/// <param name="ChannelId">Where it was typed; 0 where the platform did not say.</param>
/// <param name="Options">What was filled in, by option name: <c>string</c> for text, <c>long</c> for integers, <c>ulong</c> for roles and channels.</param>
internal sealed record CommandCall(ulong Id, Caller Caller, ulong ChannelId, IReadOnlyDictionary<string, object> Options)
{
    public string? Text(string option) => (string?)Options.GetValueOrDefault(option);

    public int? Integer(string option) => (int?)(long?)Options.GetValueOrDefault(option);

    public ulong? Snowflake(string option) => (ulong?)Options.GetValueOrDefault(option);
}

/// <summary>A person is typing into an option that suggests.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="Typed">What stands there so far; may be empty.</param>
internal sealed record SuggestCall(Caller Caller, string Option, string Typed);

/// <summary>A pressed button.</summary>
/// <param name="Arguments">What the button was made with; its signature was checked.</param>
/// <param name="OnPrivateMessage">The button sits on a message that only the caller sees.</param>
internal sealed record ButtonCall(ulong Id, Caller Caller, ulong ChannelId, IReadOnlyList<string> Arguments, bool OnPrivateMessage);

/// <summary>Something was picked from a select.</summary>
/// <param name="Arguments">What the select was made with; its signature was checked.</param>
/// <param name="Value">One of the values that the action offers now.</param>
/// <param name="OnPrivateMessage">The select sits on a message that only the caller sees.</param>
internal sealed record SelectCall(ulong Id, Caller Caller, ulong ChannelId, IReadOnlyList<string> Arguments, string Value, bool OnPrivateMessage);

/// <summary>A form was filled in and sent.</summary>
/// <param name="Arguments">What the form was made with; its signature was checked.</param>
/// <param name="Fields">What was filled in, by field id, as declared; optional fields left empty are not there.</param>
/// <param name="OnPrivateMessage">The form was opened from a message that only the caller sees.</param>
internal sealed record FormCall(ulong Id, Caller Caller, ulong ChannelId, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Fields, bool OnPrivateMessage)
{
    public string? Text(string field) => Fields.GetValueOrDefault(field);
}

internal interface ICommand
{
    CommandSpec Spec { get; }

    Task<Reply> HandleAsync(CommandCall call, CancellationToken ct);
}

/// <summary>Offers choices while a person types. At most 25 are shown; must be quick, there is no second chance.</summary>
internal interface ISuggests
{
    Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct);
}

/// <summary>What a button, select or form leads to.</summary>
internal interface IAction
{
    /// <summary>The action's name in signed ids: short, lower-case, never reused for another meaning, unique among buttons, selects and forms.</summary>
    string Action { get; }

    /// <summary>
    /// May answer with a form. A form must be the first answer, within three seconds, so such a handler is given no "thinking": it must be quick.
    /// </summary>
    bool OpensForm => false;
}

internal interface IButtonAction : IAction
{
    Task<Reply> PressAsync(ButtonCall call, CancellationToken ct);
}

internal interface ISelectAction : IAction
{
    /// <summary>What there is to pick from now. What a person picked is held against it: the list they saw may be months old.</summary>
    Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct);

    Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct);
}

internal interface IFormAction : IAction
{
    FormSpec Spec { get; }

    string IAction.Action => Spec.Action;

    /// <summary>A form cannot be answered with a form.</summary>
    Task<Reply> SubmitAsync(FormCall call, CancellationToken ct);
}
