using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Chat;

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
