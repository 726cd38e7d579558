using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Chat;

/// <summary>A command that does what the test says.</summary>
internal sealed class TryCommand(Func<CommandCall, CancellationToken, Task<Reply>> handle, bool opensForm = false) : ICommand
{
    public TryCommand(Func<CommandCall, Reply> handle, bool opensForm = false) : this((call, _) => Task.FromResult(handle(call)), opensForm) { }

    public CommandSpec Spec { get; } = new("try", "A command for tests", new OptionSpec("text", "Any text")) { OpensForm = opensForm };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => handle(call, ct);
}

internal sealed class TryButton(Func<ButtonCall, Reply> press, bool opensForm = false) : IButtonAction
{
    public string Action => "press";

    public bool OpensForm => opensForm;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(press(call));
}

/// <summary>Offers what its list holds at that moment.</summary>
internal sealed class TrySelect(Func<SelectCall, Reply> choose) : ISelectAction
{
    public string Action => "choose";

    public List<SelectOption> Offered { get; } = [new("Body-weight squat", "squat", "Basic"), new("Front plank", "plank", Default: true)];

    public Select List => new(Action, "legs") { Placeholder = "Pick an exercise", Options = [.. Offered] };

    public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SelectOption>>(Offered);

    public Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct) => Task.FromResult(choose(call));
}

internal sealed class TryForm(Func<FormCall, Reply> submit) : IFormAction
{
    public static readonly FormSpec Declared = new("note", "A note for the team",
        new FieldSpec("title", "Title") { Min = 3, Max = 20, Placeholder = "In a few words" },
        new FieldSpec("body", "Your note") { Paragraph = true, Required = false });

    public FormSpec Spec => Declared;

    public Task<Reply> SubmitAsync(FormCall call, CancellationToken ct) => Task.FromResult(submit(call));
}
