using Microsoft.Data.Sqlite;

namespace CoachBot.Chat;

/// <summary>
/// The one way from a platform to a handler: it finds the handler, checks what came in, and turns what went wrong into an answer.
/// Handlers return replies and throw <see cref="UserError"/>; the only catch-all is here.
/// </summary>
internal sealed class Dispatcher(Handlers handlers, ActionIds ids, ILogger<Dispatcher> log)
{
    private const int MostChoices = 25;

    /// <returns>The answer, or null when the same call was answered before.</returns>
    public Task<Reply?> RunAsync(string name, ulong id, Caller caller, ulong channelId, IEnumerable<KeyValuePair<string, object?>> options, CancellationToken ct) =>
        AnswerAsync(
            name,
            async () =>
            {
                if (handlers.Command(name) is not { } command) throw new UserError("I don't know this command any more. Type / to see what I can do.");
                return Checked(await command.HandleAsync(new CommandCall(id, caller, channelId, OptionReader.Read(command.Spec, options)), ct), name, command.Spec.OpensForm);
            },
            ct);

    /// <returns>The answer, or null when the same press was answered before.</returns>
    public Task<Reply?> PressAsync(string customId, ulong id, Caller caller, ulong channelId, bool onPrivateMessage, CancellationToken ct) =>
        ActAsync<IButtonAction>(
            customId, "button", caller,
            (action, arguments) => action.PressAsync(new ButtonCall(id, caller, channelId, arguments, onPrivateMessage), ct), ct);

    /// <param name="values">What was picked, as the client says.</param>
    /// <returns>The answer, or null when the same choice was answered before.</returns>
    public Task<Reply?> ChooseAsync(string customId, IReadOnlyList<string> values, ulong id, Caller caller, ulong channelId, bool onPrivateMessage, CancellationToken ct) =>
        ActAsync<ISelectAction>(
            customId, "list", caller,
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
            customId, "form", caller,
            (action, arguments) => action.SubmitAsync(new FormCall(id, caller, channelId, arguments, FormReader.Read(action.Spec, fields), onPrivateMessage), ct), ct);

    /// <summary>Choices for an option; none when anything is wrong, for there is no way to say what.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(string name, SuggestCall call, CancellationToken ct)
    {
        try
        {
            if (handlers.Command(name) is not ISuggests suggests) return [];
            var choices = await suggests.SuggestAsync(call, ct);
            return [.. choices.Take(MostChoices)];
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

    /// <param name="kind">What people call the thing they used.</param>
    private Task<Reply?> ActAsync<T>(string customId, string kind, Caller caller, Func<T, IReadOnlyList<string>, Task<Reply>> act, CancellationToken ct) where T : class, IAction
    {
        var signed = ids.Read(customId);
        return AnswerAsync(
            signed?.Action ?? kind,
            async () =>
            {
                if (signed is null || handlers.Action<T>(signed.Action) is not { } action)
                {
                    throw new UserError($"This {kind} is out of date. Type / to see what I can do.");
                }
                if (signed.Owner is { } owner && owner != caller.UserId) throw new UserError($"This {kind} belongs to somebody else.");
                return Checked(await act(action, signed.Arguments), action.Action, action.OpensForm);
            },
            ct);
    }

    private static Reply Checked(Reply reply, string what, bool opensForm) =>
        reply.Form is null || opensForm ? reply : throw new InvalidOperationException($"{what} answered with a form and does not say that it opens one.");

    private async Task<Reply?> AnswerAsync(string what, Func<Task<Reply>> handle, CancellationToken ct)
    {
        try
        {
            return await handle();
        }
        catch (UserError error)
        {
            return new Reply { Text = error.Message, Buttons = error.Buttons };
        }
        catch (RepeatedCall)
        {
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Reply.Of("I am restarting. Please try again in a minute.");
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is SqliteFull or SqliteReadOnly or SqliteIo)
        {
            log.LogError(problem, "The database cannot be written");
            return Reply.Of("Not saved: I can't write to my storage right now. Please tell the person who runs me, and try again later.");
        }
        catch (Exception problem)
        {
            var reference = Guid.NewGuid().ToString("N")[..6].ToUpperInvariant();
            log.LogError(problem, "{Reference}: {What} failed", reference, what);
            return Reply.Of($"Something went wrong on my side. Please try again. If it goes on, tell the person who runs me this code: {reference}");
        }
    }

    // https://www.sqlite.org/rescode.html
    private const int SqliteReadOnly = 8;
    private const int SqliteIo = 10;
    private const int SqliteFull = 13;
}
