using System.Diagnostics;
using CoachBot.Storage;

namespace CoachBot.Chat;

/// <summary>
/// The one way from a platform to a handler: it finds the handler, checks what came in, and turns what went wrong into an answer.
/// Handlers return replies and throw <see cref="UserError"/>; the only catch-all is here.
/// </summary>
internal sealed class Dispatcher(Handlers handlers, ActionIds ids, Limits limits, Database database, ILogger<Dispatcher> log)
{
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    /// <returns>The answer, or null when the same call was answered before.</returns>
    public Task<Reply?> RunAsync(string name, ulong id, Caller caller, ulong channelId, IEnumerable<KeyValuePair<string, object?>> options, CancellationToken ct) =>
        AnswerAsync(
            handlers.Command(name) is null ? "unknown" : name, id, caller,
            async () =>
            {
                if (handlers.Command(name) is not { } command) throw new UserError("I don't know this command any more. Type / to see what I can do.");
                return Checked(await command.HandleAsync(new CommandCall(id, caller, channelId, OptionReader.Read(command.Spec, options)), ct), name, command.Spec.OpensForm);
            },
            ct);

    /// <returns>The answer, or null when the same press was answered before.</returns>
    public Task<Reply?> PressAsync(string customId, ulong id, Caller caller, ulong channelId, bool onPrivateMessage, CancellationToken ct) =>
        ActAsync<IButtonAction>(
            customId, "button", id, caller,
            (action, arguments) => action.PressAsync(new ButtonCall(id, caller, channelId, arguments, onPrivateMessage), ct), ct);

    /// <param name="values">What was picked, as the client says.</param>
    /// <returns>The answer, or null when the same choice was answered before.</returns>
    public Task<Reply?> ChooseAsync(string customId, IReadOnlyList<string> values, ulong id, Caller caller, ulong channelId, bool onPrivateMessage, CancellationToken ct) =>
        ActAsync<ISelectAction>(
            customId, "list", id, caller,
            async (action, arguments) =>
            {
                var offered = await action.OptionsAsync(caller, arguments, ct);
                if (values is not [var value] || offered.All(option => option.Value != value))
                {
                    throw new UserError("This choice is not offered any more. Please open the list again and pick another. Nothing was changed.");
                }
                return await action.ChooseAsync(new SelectCall(id, caller, channelId, arguments, value, onPrivateMessage), ct);
            },
            ct);

    /// <param name="fields">What was filled in, as the client says.</param>
    /// <returns>The answer, or null when the same form was answered before.</returns>
    public Task<Reply?> SubmitAsync(
        string customId, IReadOnlyList<KeyValuePair<string, string?>> fields, ulong id, Caller caller, ulong channelId, bool onPrivateMessage, CancellationToken ct) =>
        ActAsync<IFormAction>(
            customId, "form", id, caller,
            (action, arguments) => action.SubmitAsync(new FormCall(id, caller, channelId, arguments, FormReader.Read(action.Spec, fields), onPrivateMessage), ct), ct);

    /// <summary>Choices for an option; none when anything is wrong, for there is no way to say what.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(string name, SuggestCall call, CancellationToken ct)
    {
        try
        {
            if (handlers.Command(name) is not ISuggests suggests || !limits.MaySuggest(call.Caller.UserId)) return [];
            var choices = await suggests.SuggestAsync(call, ct);
            return [.. choices.Where(choice => choice.Value.Length <= LongestChoice).Take(MostChoices).Select(Fitting)];
        }
        catch (UserError)
        {
            return [];
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "No choices for /{Command} {Option}", name, call.Option);
            return [];
        }
    }

    /// <summary>The answer when something that must not go wrong did: logged once, under a code that the caller sees too.</summary>
    public async Task<Reply> FailedAsync(string what, ulong id, Exception problem)
    {
        var reference = Guid.NewGuid().ToString("N")[..6].ToUpperInvariant();
        log.LogError(problem, "{Reference}: {What} failed", reference, what);
        var said = await WasSavedAsync(id) switch
        {
            true => "It is saved, but something went wrong on my side when I wanted to show you.",
            false => "Something went wrong on my side, and nothing was saved. Please try again.",
            null => "Something went wrong on my side. Please try again.",
        };
        return Reply.Of($"{said} If it goes on, tell the person who runs me this code: {reference}");
    }

    private async Task<bool?> WasSavedAsync(ulong id)
    {
        try
        {
            return await database.ReadAsync(sql => sql.WasClaimed(id), CancellationToken.None);
        }
        catch (Exception)
        {
            // The database is what went wrong, so nobody can say.
            return null;
        }
    }

    private static Choice Fitting(Choice choice)
    {
        if (choice.Name.Length <= LongestChoice) return choice;
        var end = char.IsHighSurrogate(choice.Name[LongestChoice - 2]) ? LongestChoice - 2 : LongestChoice - 1;
        return choice with { Name = choice.Name[..end] + "…" };
    }

    /// <param name="kind">What people call the thing they used.</param>
    private Task<Reply?> ActAsync<T>(string customId, string kind, ulong id, Caller caller, Func<T, IReadOnlyList<string>, Task<Reply>> act, CancellationToken ct) where T : class, IAction
    {
        var signed = ids.Read(customId);
        return AnswerAsync(
            signed?.Action ?? kind, id, caller,
            async () =>
            {
                if (signed is null || handlers.Action<T>(signed.Action) is not { } action)
                {
                    throw new UserError($"This {kind} is out of date. Type / to see what I can do.") { Reason = Refusal.Component };
                }
                if (signed.Owner is { } owner && owner != caller.UserId)
                {
                    throw new UserError($"This {kind} belongs to somebody else. Type / to see what I can do for you.") { Reason = Refusal.Component };
                }
                return Checked(await act(action, signed.Arguments), action.Action, action.OpensForm);
            },
            ct);
    }

    private static Reply Checked(Reply reply, string what, bool opensForm) =>
        reply.Form is null || opensForm ? reply : throw new InvalidOperationException($"{what} answered with a form and does not say that it opens one.");

    /// <param name="what">A handler's name or a word of ours.</param>
    private async Task<Reply?> AnswerAsync(string what, ulong id, Caller caller, Func<Task<Reply>> handle, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = "done";
        try
        {
            if (limits.Refusal(caller.UserId) is not { } refusal) return await handle();
            outcome = "limited";
            return refusal;
        }
        catch (UserError error)
        {
            outcome = Word(error.Reason);
            if (error.Reason != Refusal.Input) log.LogInformation("{What}: {Outcome}", what, outcome);
            return new Reply { Text = error.Message, Buttons = error.Buttons };
        }
        catch (RepeatedCall)
        {
            outcome = "repeated";
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            outcome = "stopped";
            return Reply.Of(await WasSavedAsync(id) is true ? "It is saved. I am restarting, so I can't show you more just now." : "I am restarting. Please try again in a minute.");
        }
        catch (StorageRefused problem)
        {
            outcome = "storage";
            log.LogError(problem, "The database cannot be written: {Reason}", problem.Reason);
            return Reply.Of("Not saved: I can't write to my storage right now. Please tell the person who runs me, and try again later.");
        }
        catch (Exception problem)
        {
            outcome = "failed";
            return await FailedAsync(what, id, problem);
        }
        finally
        {
            CallMetrics.Answered(what, outcome, started);
        }
    }

    private static string Word(Refusal reason) => reason switch
    {
        Refusal.Denied => "denied",
        Refusal.Component => "component_rejected",
        _ => "invalid_input",
    };
}
