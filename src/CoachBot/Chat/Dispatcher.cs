using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;

namespace CoachBot.Chat;

/// <summary>
/// The one way from a platform to a handler and back. A platform takes the first answer within a few seconds (Discord: three), so a handler that is not
/// done after half of that is covered by "thinking", which is private: a late answer never shows more than it should.
/// </summary>
internal sealed class Dispatcher(Handlers handlers, CallGuard guard, TimeProvider time, ILogger<Dispatcher> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>After "thinking" a form can no longer be opened, so handlers that open one get nearly all the time there is.</summary>
    private static readonly TimeSpan PatienceForForms = TimeSpan.FromSeconds(2.2);

    /// <summary>Answers a call. Never throws for what handlers or the platform do.</summary>
    public async Task AnswerAsync(Call call, IResponder responder, CancellationToken ct)
    {
        var handling = handlers.Find(call);
        try
        {
            if (handling is Suggesting suggesting) await responder.OfferAsync(await guard.SuggestAsync(suggesting, call, ct));
            else await ReplyAsync((Answering)handling, call, responder, ct);
        }
        catch (NotDelivered problem) when (problem.Why == Undelivered.AnsweredElsewhere)
        {
            CallMetrics.AnsweredElsewhere();
            log.LogWarning("foreign_ack: another instance is answering with the same token. Stop one of the two.");
        }
        catch (NotDelivered problem)
        {
            if (problem.Why == Undelivered.TooLate) CallMetrics.TooLate();
            // What was saved stays saved; the next command shows it.
            log.LogWarning("The answer to {Handler} was not delivered: {Problem}", handling.Name, problem.Message);
        }
    }

    /// <summary>A stop of the program tells handlers to give up, but not this: the person is to hear of it.</summary>
    private async Task ReplyAsync(Answering handling, Call call, IResponder responder, CancellationToken ct)
    {
        var words = ChatWords.In(call.Caller.Locale);
        using var thinking = new ThinkingNotice(
            time,
            handling.OpensForm ? PatienceForForms : Patience,
            responder.ThinkAsync,
            async heard =>
            {
                log.LogError("{Handler} has not ended after {Seconds} s", handling.Name, ThinkingNotice.TooLong.TotalSeconds);
                if (heard) await responder.EndThinkingAsync(Reply.Of(words.TakesTooLong), withPicture: true);
            });
        var answer = await guard.RunAsync(handling, call, ct);
        var thought = await thinking.EndAsync();
        if (answer is null) return;
        try
        {
            await SendAsync(responder, answer, thought, words);
        }
        catch (ReplyDoesNotFit problem)
        {
            await SendAsync(responder, await guard.FailedAsync(handling.Name, call, problem), thought, words);
        }
    }

    private async Task SendAsync(IResponder responder, Reply reply, bool thought, ChatWords words)
    {
        if (thought && reply.Form is not null) reply = Reply.Of(words.TooLateForAForm);
        try
        {
            await SendAsync(responder, reply, thought, withPicture: true, words);
        }
        catch (NotDelivered problem) when (problem.Why == Undelivered.Refused && reply.Card?.Picture is not null)
        {
            log.LogInformation("The server did not take a picture ({Problem}); answering without it", problem.Message);
            await SendAsync(responder, reply, thought, withPicture: false, words);
        }
    }

    private static async Task SendAsync(IResponder responder, Reply reply, bool thought, bool withPicture, ChatWords words)
    {
        if (!thought)
        {
            await responder.RespondAsync(reply, withPicture);
        }
        else if (reply.Private)
        {
            await responder.EndThinkingAsync(reply, withPicture);
        }
        else
        {
            // In this order: a follow-up to an open "thinking" would take its place, and with it its privacy.
            await responder.EndThinkingAsync(Reply.Of(words.HereForEveryone), withPicture);
            await responder.FollowUpAsync(reply, withPicture);
        }
    }
}
