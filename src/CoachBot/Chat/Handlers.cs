namespace CoachBot.Chat;

/// <summary>Everything that answers calls, by the name under which the platform asks for it.</summary>
internal sealed class Handlers
{
    private readonly Dictionary<string, ICommand> commands;
    private readonly Dictionary<string, IAction> actions;

    /// <exception cref="ArgumentException">Two commands, or two actions of whatever kind, have the same name.</exception>
    public Handlers(IEnumerable<ICommand> commands, IEnumerable<IButtonAction> buttons, IEnumerable<ISelectAction> selects, IEnumerable<IFormAction> forms)
    {
        this.commands = commands.ToDictionary(command => command.Spec.Name);
        // One dictionary for all kinds: an id signed for a button must mean nothing as a form's.
        actions = buttons.Concat<IAction>(selects).Concat(forms).ToDictionary(action => action.Action);
    }

    public IReadOnlyCollection<ICommand> Commands => commands.Values;

    public IReadOnlyCollection<IAction> Actions => actions.Values;

    /// <param name="name">The full name, of one or two words.</param>
    public ICommand? Command(string name) => commands.GetValueOrDefault(name);

    /// <returns>Null when there is no such action, or it is of another kind.</returns>
    public T? Action<T>(string name) where T : class, IAction => actions.GetValueOrDefault(name) as T;
}
