using System.Runtime.CompilerServices;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Discord.Model;
using CoachBot.Discord.Rest;

namespace CoachBot.Chat.Discord;

/// <summary>Answers one interaction (Receiving and Responding).</summary>
/// <param name="prepared">Answers that are the same for everybody, written once.</param>
internal sealed class InteractionResponder(
    DiscordRest rest, Interaction interaction, Rendering rendering, ConditionalWeakTable<Reply, PreparedResponse> prepared) : IResponder
{
    // Opcodes and Status Codes, "JSON Error Codes".
    private const int UnknownInteraction = 10062;
    private const int AlreadyAnswered = 40060;

    public Task OfferAsync(IReadOnlyList<Choice> choices) => SendAsync(() => rest.RespondAsync(
        interaction,
        new InteractionResponse.Autocomplete([.. choices.Select(choice => new AutocompleteChoice(choice.Name, choice.Value))]),
        CancellationToken.None));

    public Task ThinkAsync() => SendAsync(() => rest.RespondAsync(interaction, new InteractionResponse.DeferMessage(Ephemeral: true), CancellationToken.None));

    public Task RespondAsync(Reply reply, bool withPicture) => SendAsync(() =>
    {
        if (reply.Form is { } form) return rest.RespondAsync(interaction, rendering.Modal(form), CancellationToken.None);
        if (reply.Shared && withPicture)
            return rest.RespondAsync(interaction, prepared.GetValue(reply, one => rest.Prepare(new InteractionResponse.Message(rendering.Body(one)))));
        var body = Body(reply, withPicture);
        var replaces = reply.Replaces && HasMessage && !(HidesCards && body.Embeds is { Count: > 0 });
        return rest.RespondAsync(interaction, replaces ? new InteractionResponse.UpdateMessage(body) : new InteractionResponse.Message(body));
    });

    public Task EndThinkingAsync(Reply reply, bool withPicture) => SendAsync(() => rest.EditOriginalAsync(interaction, Body(reply, withPicture)));

    public Task FollowUpAsync(Reply reply, bool withPicture) =>
        SendAsync(() => rest.FollowUpAsync(interaction, Body(reply, withPicture), ephemeral: reply.Private));

    /// <summary>A form that a command opened has no message under it to be replaced.</summary>
    private bool HasMessage =>
        interaction.Type == InteractionType.Component || (interaction.Type == InteractionType.ModalSubmit && interaction.Data.MessageId is not null);

    /// <summary>A refusal shows no card, and keeps its flag when something takes its place: a card comes as a message of its own.</summary>
    private bool HidesCards => interaction.Data.MessageFlags.HasFlag(MessageFlags.SuppressEmbeds);

    private MessageBody Body(Reply reply, bool withPicture) => withPicture ? rendering.Body(reply) : Rendering.WithoutPicture(rendering.Body(reply));

    private static async Task SendAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (DiscordApiException problem)
        {
            throw new NotDelivered(Why(problem), problem.Message, problem);
        }
        catch (Exception problem) when (problem is ArgumentException or (InvalidOperationException and not ObjectDisposedException))
        {
            throw new ReplyDoesNotFit(problem);
        }
    }

    /// <summary>A server that fails on a message, as some do on files, may take a plainer one as well as one that refuses it.</summary>
    private static Undelivered Why(DiscordApiException problem) => problem.Code switch
    {
        UnknownInteraction => Undelivered.TooLate,
        AlreadyAnswered => Undelivered.AnsweredElsewhere,
        _ => problem.IsPermanent || (int)problem.Status >= 500 ? Undelivered.Refused : Undelivered.Other,
    };
}
