using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.Chat;

/// <summary>Everything that answers calls, by the name under which the platform asks for it.</summary>
internal sealed class Handlers
{
    private readonly Dictionary<string, ICommand> commands;
    private readonly Dictionary<string, IAction> actions;
    private readonly ActionIds ids;
    private readonly OwnPlaces places;
    private readonly RefusedForms refused;

    /// <exception cref="ArgumentException">Two commands, or two actions of whatever kind, have the same name.</exception>
    public Handlers(
        IEnumerable<ICommand> commands, IEnumerable<IButtonAction> buttons, IEnumerable<ISelectAction> selects, IEnumerable<IFormAction> forms,
        ActionIds ids, OwnPlaces places, RefusedForms refused)
    {
        this.commands = commands.ToDictionary(command => command.Spec.Name);
        // One dictionary for all kinds: an id signed for a button must mean nothing as a form's.
        actions = buttons.Concat<IAction>(selects).Concat(forms).ToDictionary(action => action.Action);
        (this.ids, this.places, this.refused) = (ids, places, refused);
    }

    public IReadOnlyCollection<ICommand> Commands => commands.Values;

    public IReadOnlyCollection<IAction> Actions => actions.Values;

    /// <summary>The one look-up: which handler a call is for, what to call that in logs and figures, and how to run it.</summary>
    public Handling Find(Call call) => call.Deed switch
    {
        Deed.Command deed => OfCommand(deed, call),
        Deed.Typing deed => OfTyping(deed, call),
        Deed.Press deed => Of<IButtonAction>(
            deed.ActionId, Control.Button, call,
            (action, arguments, ct) => action.PressAsync(new ButtonCall(call, arguments), ct)),
        Deed.Pick deed => Of<ISelectAction>(
            deed.ActionId, Control.List, call,
            (action, arguments, ct) => ChooseAsync(action, arguments, deed.Values, call, ct)),
        Deed.Submit deed => Of<IFormAction>(
            deed.ActionId, Control.Form, call,
            (action, arguments, ct) => SubmitAsync(action, arguments, deed, call, ct)),
        _ => throw new InvalidOperationException($"There is no handler for {call.Deed.GetType().Name}."),
    };

    private Answering OfCommand(Deed.Command deed, Call call) => commands.GetValueOrDefault(deed.Name) is { } command
        ? new Answering(deed.Name, command.Spec.OpensForm, ct => RunAsync(command, deed, call, ct))
        : new Answering("unknown", OpensForm: false, _ => throw new UserError(locale => ChatWords.In(locale).UnknownCommand));

    private async Task<Reply> RunAsync(ICommand command, Deed.Command deed, Call call, CancellationToken ct)
    {
        var options = OptionReader.Read(command.Spec, deed.Options);
        await places.RequireAsync(call, options, ct);
        return await command.HandleAsync(new CommandCall(call, options), ct);
    }

    private Suggesting OfTyping(Deed.Typing deed, Call call) => commands.GetValueOrDefault(deed.Name) is ISuggests suggests && deed.Option is { } option
        ? new Suggesting(deed.Name, ct => suggests.SuggestAsync(new SuggestCall(call, option, TypedText.Fold(deed.Typed)), ct))
        : new Suggesting("unknown", _ => Task.FromResult<IReadOnlyList<Choice>>([]));

    private Answering Of<T>(string actionId, Control control, Call call, Func<T, IReadOnlyList<string>, CancellationToken, Task<Reply>> run)
        where T : class, IAction
    {
        if (ids.Read(actionId) is not { } signed || actions.GetValueOrDefault(signed.Action) is not T action)
        {
            return Rejected(locale => ChatWords.In(locale).OutOfDate(control));
        }
        if (signed.Owner is { } owner && owner != call.Caller.UserId) return Rejected(locale => ChatWords.In(locale).SomebodyElses(control));
        return new Answering(action.Action, action.OpensForm, ct => run(action, signed.Arguments, ct));

        Answering Rejected(Func<Locale, string> say) =>
            new(ChatWords.In(Locale.English).Name(control), OpensForm: false, _ => throw new UserError(say) { Reason = Refusal.Component });
    }

    /// <summary>A form that is refused can be opened again as it was filled in.</summary>
    private async Task<Reply> SubmitAsync(IFormAction action, IReadOnlyList<string> arguments, Deed.Submit deed, Call call, CancellationToken ct)
    {
        try
        {
            return await action.SubmitAsync(new FormCall(call, arguments, FormReader.Read(action.Spec, deed.Fields)), ct);
        }
        catch (UserError refusal) when (refusal.Reason == Refusal.Input && call.Caller is { TeamId: not null, UserId: not null })
        {
            var typed = deed.Fields.Where(field => action.Spec.Takes(field.Key, field.Value)).DistinctBy(field => field.Key)
                .ToDictionary(field => field.Key, field => field.Value!);
            throw new UserError(refusal.In) { Buttons = [.. refusal.Buttons, refused.Keep(call.Caller, action.Spec, arguments, typed)] };
        }
    }

    private static async Task<Reply> ChooseAsync(
        ISelectAction action, IReadOnlyList<string> arguments, IReadOnlyList<string> values, Call call, CancellationToken ct)
    {
        var offered = await action.OptionsAsync(call.Caller, arguments, ct);
        if (values is not [var value] || offered.All(option => option.Value != value))
        {
            throw new UserError(locale => ChatWords.In(locale).NotOfferedAnyMore);
        }
        return await action.ChooseAsync(new SelectCall(call, arguments, value), ct);
    }
}

/// <param name="Name">A handler's name or a word of ours, never what somebody sent.</param>
internal abstract record Handling(string Name);

/// <param name="OpensForm">May answer with a form; see <see cref="IAction.OpensForm"/>.</param>
internal sealed record Answering(string Name, bool OpensForm, Func<CancellationToken, Task<Reply>> Run) : Handling(Name);

internal sealed record Suggesting(string Name, Func<CancellationToken, Task<IReadOnlyList<Choice>>> Run) : Handling(Name);
