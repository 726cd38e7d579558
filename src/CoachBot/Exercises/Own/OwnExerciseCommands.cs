using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Exercises.Own;

/// <summary>Opens an empty form for a new exercise of the team.</summary>
internal sealed class AddOwnExercise(OwnExerciseDesk desk) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("exercise-admin add", "Coaches: add an exercise of your own for your team",
        new OptionSpec("level", "Basic, or advanced: to be mastered after the basics") { Required = true, Choices = OwnExerciseForm.Levels },
        new OptionSpec("after", "The exercise just below it on the ladder") { Suggests = true, Max = 100 })
    { OpensForm = true };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (_, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var below = call.Text("after") is { } typed ? OwnExerciseDesk.Below(typed, shelf) : OwnExerciseDesk.NothingBelow;
        return Reply.Open(new Form(OwnExerciseForm.FormSpec, OwnExerciseForm.New, call.Text("level")!, below) { Owner = call.Caller.UserId });
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) =>
        OwnExerciseDesk.SuggestBelow(call.Typed, (await desk.RequireCoachAsync(call.Caller, ct)).Shelf);
}

/// <summary>Opens the form with what stands there already.</summary>
internal sealed class EditOwnExercise(OwnExerciseDesk desk) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("exercise-admin edit", "Coaches: change one of your team's own exercises",
        new OptionSpec("exercise", "Which of your team's own?") { Required = true, Suggests = true, Max = 100 },
        new OptionSpec("level", "Basic or advanced, if that is to change") { Choices = OwnExerciseForm.Levels },
        new OptionSpec("after", "The exercise just below it, if that is to change") { Suggests = true, Max = 100 })
    { OpensForm = true };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (_, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var exercise = OwnExerciseDesk.Named(call.Text("exercise")!, shelf);
        var below = call.Text("after") is { } typed ? OwnExerciseDesk.Below(typed, shelf) : exercise.After ?? OwnExerciseDesk.NothingBelow;
        return Reply.Open(new Form(OwnExerciseForm.FormSpec, exercise.Id, call.Text("level") ?? exercise.Level.ToString().ToLowerInvariant(), below)
        {
            Owner = call.Caller.UserId,
            Values = OwnExerciseForm.Values(exercise),
        });
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct)
    {
        var (_, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        return call.Option == "exercise" ? OwnExerciseDesk.SuggestOwn(call.Typed, shelf) : OwnExerciseDesk.SuggestBelow(call.Typed, shelf);
    }
}

/// <summary>Takes an exercise out of what is offered; its button brings it back.</summary>
internal sealed class RetireOwnExercise(OwnExerciseDesk desk, OwnExerciseStore store, TimeProvider time) : ICommand, ISuggests
{
    public CommandSpec Spec { get; } = new("exercise-admin retire", "Coaches: stop offering one of your team's own exercises",
        new OptionSpec("exercise", "Which of your team's own?") { Required = true, Suggests = true, Max = 100 });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        var exercise = OwnExerciseDesk.Named(call.Text("exercise")!, shelf);
        await store.RetireAsync(call.Id, team, exercise.Number, retired: true, time.Now(), _ => { }, ct);
        await desk.FreshAsync(team, ct);
        return OwnExerciseReplies.Retired(exercise);
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct) =>
        OwnExerciseDesk.SuggestOwn(call.Typed, (await desk.RequireCoachAsync(call.Caller, ct)).Shelf);
}

/// <summary>Offers a retired exercise again.</summary>
internal sealed class BringBackExercise(OwnExerciseDesk desk, OwnExerciseStore store, TimeProvider time) : IButtonAction
{
    public const string Name = "own-back";

    public string Action => Name;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, shelf) = await desk.RequireCoachAsync(call.Caller, ct);
        if (shelf.Find(call.Arguments.FirstOrDefault("")) is not OwnExercise exercise) throw ExerciseReplies.OutOfDate();
        if (!exercise.Retired) return OwnExerciseReplies.Back(exercise);
        await store.RetireAsync(call.Id, team, exercise.Number, retired: false, time.Now(), now => Check(exercise, now), ct);
        await desk.FreshAsync(team, ct);
        return OwnExerciseReplies.Back(exercise);
    }

    private static void Check(OwnExercise exercise, IReadOnlyList<OwnExercise> now)
    {
        var active = now.Where(own => !own.Retired && own.Id != exercise.Id).ToList();
        if (active.Any(own => OwnExerciseText.KeyOf(own.Name) == OwnExerciseText.KeyOf(exercise.Name)))
            throw new UserError(_ => $"Your team has another {Markup.Quote(exercise.Name)} by now. Rename or retire that one first. Nothing was changed.");
        if (active.Count >= OwnExerciseStore.Most) throw new UserError(_ => $"A team can have {OwnExerciseStore.Most} exercises of its own. Retire another first. Nothing was changed.");
    }
}
