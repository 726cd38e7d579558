using System.Diagnostics;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Storage;

namespace CoachBot.Chat;

/// <summary>
/// Runs handlers, and turns what goes wrong into an answer. Handlers return replies and throw <see cref="UserError"/>; the only catch-all is here.
/// </summary>
internal sealed class CallGuard(Limits limits, Database database, IEnumerable<IAside> asides, ILogger<CallGuard> log)
{
    /// <returns>The answer, or null when the same call was answered before.</returns>
    public async Task<Reply?> RunAsync(Answering handling, Call call, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var words = ChatWords.In(call.Caller.Locale);
        var outcome = "done";
        try
        {
            if (limits.Refusal(call.Caller.UserId) is { } refusal)
            {
                outcome = "limited";
                return Again(refusal == Limits.Verdict.SlowDown ? words.SlowDown : words.LeftOut);
            }
            var reply = await handling.Run(ct);
            return reply.Form is null || handling.OpensForm
                ? await WithAsideAsync(reply, call, ct)
                : throw new InvalidOperationException($"{handling.Name} answered with a form and does not say that it opens one.");
        }
        catch (UserError error)
        {
            outcome = Word(error.Reason);
            if (error.Reason != Refusal.Input) log.LogInformation("{What}: {Outcome}", handling.Name, outcome);
            return new Reply { Text = error.In(call.Caller.Locale), Buttons = error.Buttons, Refuses = error.Reason == Refusal.Input };
        }
        catch (RepeatedCall)
        {
            outcome = "repeated";
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            outcome = "stopped";
            return await WasSavedAsync(call.Id) is true ? Reply.Of(words.SavedAndRestarting) : Again(words.Restarting);
        }
        catch (StorageRefused problem)
        {
            outcome = "storage";
            log.LogError("The database cannot be written: {Reason}", problem.Reason);
            return Again(words.CannotSave);
        }
        catch (Exception problem)
        {
            outcome = "failed";
            return await FailedAsync(handling.Name, call, problem);
        }
        finally
        {
            CallMetrics.Answered(handling.Name, outcome, started);
        }
    }

    /// <summary>Choices for an option; none when anything is wrong, for there is no way to say what.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(Suggesting handling, Call call, CancellationToken ct)
    {
        try
        {
            if (!limits.MaySuggest(call.Caller.UserId)) return [];
            var choices = await handling.Run(ct);
            return [.. choices.Where(choice => choice.Value.Length <= ChatLimits.Choice).Take(ChatLimits.Choices).Select(Fitting)];
        }
        catch (UserError)
        {
            return [];
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError("No choices for /{Command}: {Trace}", handling.Name, problem.Trace());
            return [];
        }
    }

    /// <summary>The answer when something that must not go wrong did: logged once, under a code that the caller sees too.</summary>
    public async Task<Reply> FailedAsync(string what, Call call, Exception problem)
    {
        var reference = Guid.NewGuid().ToString("N")[..6].ToUpperInvariant();
        log.LogError("{Reference}: {What} failed: {Trace}", reference, what, problem.Trace());
        var words = ChatWords.In(call.Caller.Locale);
        var saved = await WasSavedAsync(call.Id);
        var said = saved switch
        {
            true => words.FailedButSaved,
            false => words.FailedAndNotSaved,
            null => words.Failed,
        };
        return saved is true ? Reply.Of(words.TellMyOperator(said, reference)) : Again(words.TellMyOperator(said, reference));
    }

    /// <summary>Nothing came of it, so what was typed is wanted once more.</summary>
    private static Reply Again(string said) => new() { Text = said, Refuses = true };

    private async Task<Reply> WithAsideAsync(Reply reply, Call call, CancellationToken ct)
    {
        if (call.Deed is not Deed.Command || !reply.Private || reply.Form is not null || reply.Text?.Length > ChatLimits.TextBesideAnAside) return reply;
        foreach (var aside in asides)
        {
            try
            {
                if (await aside.SayAsync(call, ct) is { } said)
                    reply = reply with { Text = reply.Text is { } text ? $"{said}\n\n{text}" : said, Shared = false };
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The answer itself stands.
                log.LogError("What was to be said beside an answer failed: {Trace}", problem.Trace());
            }
        }
        return reply;
    }

    private async Task<bool?> WasSavedAsync(CallId id)
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

    private static Choice Fitting(Choice choice) =>
        choice.Name.Length <= ChatLimits.Choice ? choice : choice with { Name = Markup.Shorten(choice.Name, ChatLimits.Choice) };

    private static string Word(Refusal reason) => reason switch
    {
        Refusal.Denied => "denied",
        Refusal.Component => "component_rejected",
        _ => "invalid_input",
    };
}
