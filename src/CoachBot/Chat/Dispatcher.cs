using System.Collections.Frozen;
using Microsoft.Data.Sqlite;

namespace CoachBot.Chat;

/// <summary>
/// The one way from a platform to a handler: it finds the handler, checks what came in, and turns what went wrong into an answer.
/// Handlers return replies and throw <see cref="UserError"/>; the only catch-all is here.
/// </summary>
internal sealed class Dispatcher(IEnumerable<ICommand> commands, IEnumerable<IButtonAction> buttons, ButtonIds ids, ILogger<Dispatcher> log)
{
    private const int MostChoices = 25;

    private readonly FrozenDictionary<string, ICommand> commands = commands.ToFrozenDictionary(command => command.Spec.Name);
    private readonly FrozenDictionary<string, IButtonAction> buttons = buttons.ToFrozenDictionary(button => button.Action);

    public IEnumerable<CommandSpec> Specs => commands.Values.Select(command => command.Spec);

    /// <param name="name">The full name, of one or two words.</param>
    public bool Knows(string name) => commands.ContainsKey(name);

    /// <returns>The answer, or null when the same call was answered before.</returns>
    public Task<Reply?> RunAsync(string name, ulong id, Caller caller, ulong channelId, IEnumerable<KeyValuePair<string, object?>> options, CancellationToken ct) =>
        AnswerAsync(
            name,
            () =>
            {
                if (!commands.TryGetValue(name, out var command)) throw new UserError("I don't know this command any more. Type / to see what I can do.");
                return command.HandleAsync(new CommandCall(id, caller, channelId, OptionReader.Read(command.Spec, options)), ct);
            },
            ct);

    /// <returns>The answer, or null when the same press was answered before.</returns>
    public Task<Reply?> PressAsync(string customId, ulong id, Caller caller, ulong channelId, bool onPrivateMessage, CancellationToken ct)
    {
        var button = ids.Read(customId);
        return AnswerAsync(
            button?.Action ?? "button",
            () =>
            {
                if (button is null || !buttons.TryGetValue(button.Action, out var action))
                {
                    throw new UserError("This button is out of date. Type / to see what I can do.");
                }
                if (button.Owner is { } owner && owner != caller.UserId) throw new UserError("This button belongs to somebody else.");
                return action.PressAsync(new ButtonCall(id, caller, channelId, button.Arguments, onPrivateMessage), ct);
            },
            ct);
    }

    /// <summary>Choices for an option; none when anything is wrong, for there is no way to say what.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(string name, SuggestCall call, CancellationToken ct)
    {
        try
        {
            if (commands.GetValueOrDefault(name) is not ISuggests suggests) return [];
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
