using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Exercises.Browse;

/// <summary><c>/exercises</c>: the library as a list, by family, level and equipment, to open one from.</summary>
internal sealed class BrowseCommand(Library library) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "exercises",
        "Browse the exercises: by family, level or what you have",
        new OptionSpec("family", "Which kind of exercise?")
        {
            // As in the catalogue, which may not have been read yet when the commands are registered; a test holds the two together.
            Choices =
            [
                new("Bridges on two legs and one", "bridges"),
                new("Squats on two legs and one, and lunges, without load", "squats-lunges"),
                new("Planks (front and side)", "planks"),
                new("Clamshells and side-lying hip work", "clamshells"),
                new("Hinges and deadlifts without load, two legs and one", "deadlifts"),
                new("Bridges with stability ball or foam roller", "bridges-ball-roller"),
                new("Squats and lunges with weight", "weighted-squats-lunges"),
                new("Planks with ball, roller, band or rotation", "planks-advanced"),
                new("Theraband lateral steps and 4-way hip", "band-hips"),
                new("Loaded deadlifts, two legs and one", "weighted-deadlifts"),
                new("Calves, shins and feet", "calves-feet"),
                new("Step work, hip hikes and side lunges", "steps-side"),
                new("Hip thrusts and split squats with a bench", "bench-legs"),
                new("Hamstrings: walk-outs, slides and Nordics", "hamstrings"),
                new("Quiet trunk on the floor", "trunk"),
                new("Trunk with band, bench or weights", "trunk-advanced"),
                new("Pushing and pulling", "upper-body"),
                new("Small hops", "hops"),
                new("Added by your team", BrowseFilter.OwnFamily),
            ],
        },
        new OptionSpec("level", "Basics come before advanced") { Choices = [new Choice("basic", "basic"), new Choice("advanced", "advanced")] },
        new OptionSpec("equipment", "What do you have?") { Choices = [.. Kits.All.Select(kit => new Choice(kit.Label, kit.Kit.ToString().ToLowerInvariant()))] });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var filter = BrowseFilter.Read([call.Text("family") ?? BrowseFilter.Any, call.Text("level") ?? BrowseFilter.Any, call.Text("equipment") ?? BrowseFilter.Any, "0"])!;
        return BrowseReplies.List(filter, await library.OfAsync(call.Caller.TeamId, ct));
    }
}

/// <summary>Turns the pages of a browsed list.</summary>
internal sealed class BrowsePages(Library library) : IButtonAction
{
    public const string Name = "list";

    public string Action => Name;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var filter = call.Arguments.Count == 5 ? BrowseFilter.Read([.. call.Arguments.Take(4)]) : null;
        if (filter is null) throw new UserError(_ => "This list is out of date. Type /exercises to open it anew.");
        return BrowseReplies.List(filter, await library.OfAsync(call.Caller.TeamId, ct)) with { Replaces = call.OnPrivateMessage };
    }
}
