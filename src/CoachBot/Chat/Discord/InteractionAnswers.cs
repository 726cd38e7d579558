using System.Runtime.CompilerServices;
using CoachBot.Discord;

namespace CoachBot.Chat.Discord;

/// <summary>
/// From one interaction to its answer. Discord takes the first answer within three seconds (Receiving and Responding): a handler that
/// is not done after half of that is covered by "thinking", which is private, so that a late answer never shows more than it should.
/// </summary>
internal sealed class InteractionAnswers(Dispatcher dispatcher, Handlers handlers, Rendering rendering, TimeProvider time, ILogger<InteractionAnswers> log)
{
    private const ulong Administrator = 1 << 3;
    private const ulong ManageServer = 1 << 5;
    private const int StringSelect = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>After "thinking" no form can be opened any more, so whoever opens one has nearly all the time there is.</summary>
    private static readonly TimeSpan PatienceForForms = TimeSpan.FromSeconds(2.2);

    private static readonly Reply TakesTooLong =
        Reply.Of("This takes longer than it should. If no answer follows here, please try again later, and tell the person who runs me.");

    private static readonly Reply TooLateForAForm = Reply.Of("That took me too long. Please try again.");

    private readonly ConditionalWeakTable<Reply, PreparedResponse> prepared = [];

    public async Task AnswerAsync(DiscordRest rest, Interaction interaction, CancellationToken ct)
    {
        try
        {
            switch (interaction.Type)
            {
                case InteractionType.Autocomplete:
                    await SuggestAsync(rest, interaction, ct);
                    break;
                case InteractionType.Command:
                    await RunAsync(rest, interaction, ct);
                    break;
                case InteractionType.Component or InteractionType.ModalSubmit:
                    await ActAsync(rest, interaction, ct);
                    break;
                default:
                    log.LogInformation("An interaction of type {Type} was left alone", interaction.Type);
                    break;
            }
        }
        catch (DiscordApiException problem) when (problem.Code == AlreadyAnswered)
        {
            CallMetrics.AnsweredElsewhere();
            log.LogWarning("foreign_ack: another instance is answering with the same token. Stop one of the two.");
        }
        catch (DiscordApiException problem)
        {
            if (problem.Code == UnknownInteraction) CallMetrics.TooLate();
            // What was saved stays saved; the next command shows it.
            log.LogWarning("The answer to a {Type} was not delivered: {Problem}", interaction.Type, problem.Message);
        }
    }

    private async Task SuggestAsync(DiscordRest rest, Interaction interaction, CancellationToken ct)
    {
        var (name, options) = Route(interaction);
        var typing = options.FirstOrDefault(option => option.Focused);
        var choices = typing is null ? [] : await dispatcher.SuggestAsync(name, new SuggestCall(Caller(interaction), typing.Name, typing.AsText ?? ""), ct);
        await rest.RespondAsync(interaction, new InteractionResponse.Autocomplete([.. choices.Select(choice => new AutocompleteChoice(choice.Name, choice.Value))]), CancellationToken.None);
    }

    private Task RunAsync(DiscordRest rest, Interaction interaction, CancellationToken ct)
    {
        var (name, options) = Route(interaction);
        return ReplyAsync(
            rest, interaction, handlers.Command(name)?.Spec.OpensForm ?? false,
            () => dispatcher.RunAsync(name, interaction.Id, Caller(interaction), interaction.ChannelId ?? 0, options.Select(Raw), ct));
    }

    private Task ActAsync(DiscordRest rest, Interaction interaction, CancellationToken ct)
    {
        var (id, data, caller, channel) = (interaction.Id, interaction.Data, Caller(interaction), interaction.ChannelId ?? 0);
        var isPrivate = data.MessageFlags.HasFlag(MessageFlags.Ephemeral);
        var opensForm = handlers.Action<IAction>(ActionIds.NameIn(data.CustomId))?.OpensForm ?? false;
        return ReplyAsync(
            rest, interaction, opensForm,
            () => interaction.Type == InteractionType.ModalSubmit ? dispatcher.SubmitAsync(data.CustomId, [.. data.Fields.Select(Raw)], id, caller, channel, isPrivate, ct)
                : data.ComponentType == StringSelect ? dispatcher.ChooseAsync(data.CustomId, data.Values, id, caller, channel, isPrivate, ct)
                : dispatcher.PressAsync(data.CustomId, id, caller, channel, isPrivate, ct));
    }

    /// <summary>A stop of the program tells handlers to give up, but not this: the person is to hear of it.</summary>
    private async Task ReplyAsync(DiscordRest rest, Interaction interaction, bool opensForm, Func<Task<Reply?>> handle)
    {
        using var thinking = new ThinkingNotice(
            time,
            opensForm ? PatienceForForms : Patience,
            () => rest.RespondAsync(interaction, new InteractionResponse.DeferMessage(Ephemeral: true), CancellationToken.None),
            async heard =>
            {
                log.LogError("A handler of a {Type} has not ended after {Seconds} s", interaction.Type, ThinkingNotice.TooLong.TotalSeconds);
                if (heard) await rest.EditOriginalAsync(interaction, rendering.Body(TakesTooLong));
            });
        var answer = await handle();
        var deferred = await thinking.EndAsync();
        if (answer is not { } reply) return;
        try
        {
            await SendAsync(rest, interaction, reply, deferred);
        }
        catch (Exception problem) when (problem is ArgumentException or (InvalidOperationException and not ObjectDisposedException))
        {
            // Nothing was sent: the reply does not fit what Discord takes, a mistake of ours.
            await SendAsync(rest, interaction, await dispatcher.FailedAsync("An answer", interaction.Id, problem), deferred);
        }
    }

    private async Task SendAsync(DiscordRest rest, Interaction interaction, Reply reply, bool deferred)
    {
        if (reply.Form is { } form)
        {
            if (!deferred)
            {
                await rest.RespondAsync(interaction, rendering.Modal(form), CancellationToken.None);
                return;
            }
            reply = TooLateForAForm;
        }
        var shared = reply.Shared && !deferred ? prepared.GetValue(reply, one => rest.Prepare(new InteractionResponse.Message(rendering.Body(one)))) : null;
        var body = shared is null ? rendering.Body(reply) : null;
        try
        {
            if (shared is not null) await rest.RespondAsync(interaction, shared);
            else await SendAsync(rest, interaction, reply, body!, deferred);
        }
        catch (DiscordApiException refusal) when (refusal.IsPermanent && refusal.Code is not (UnknownInteraction or AlreadyAnswered) && reply.Card?.Picture is not null)
        {
            log.LogInformation("The server did not take a picture ({Problem}); answering without it", refusal.Message);
            await SendAsync(rest, interaction, reply, Rendering.WithoutPicture(body ?? rendering.Body(reply)), deferred);
        }
    }

    private static async Task SendAsync(DiscordRest rest, Interaction interaction, Reply reply, MessageBody body, bool deferred)
    {
        if (!deferred)
        {
            InteractionResponse response = reply.Replaces && HasMessage(interaction)
                ? new InteractionResponse.UpdateMessage(body)
                : new InteractionResponse.Message(body);
            await rest.RespondAsync(interaction, response);
        }
        else if (reply.Private)
        {
            await rest.EditOriginalAsync(interaction, body);
        }
        else
        {
            // In this order: a follow-up to an open "thinking" would take its place, and with it its privacy.
            await rest.EditOriginalAsync(interaction, new MessageBody { Content = "Here it is, for everyone." });
            await rest.FollowUpAsync(interaction, body, ephemeral: false);
        }
    }

    /// <summary>A form that a command opened has no message under it to be replaced.</summary>
    private static bool HasMessage(Interaction interaction) =>
        interaction.Type == InteractionType.Component || (interaction.Type == InteractionType.ModalSubmit && interaction.Data.MessageId is not null);

    /// <summary>The command's full name, and the options of its last part. Not every server says of what type an option is.</summary>
    private (string Name, IReadOnlyList<InteractionOption> Options) Route(Interaction interaction)
    {
        var (name, options) = (interaction.Data.Name, interaction.Data.Options);
        return options is [var part] && handlers.Command($"{name} {part.Name}") is not null ? ($"{name} {part.Name}", part.Options) : (name, options);
    }

    private static KeyValuePair<string, object?> Raw(InteractionOption option) => new(option.Name, option.Value);

    private static KeyValuePair<string, string?> Raw(SubmittedField field) => new(field.CustomId, field.Value);

    private static Caller Caller(Interaction interaction) => new(
        interaction.GuildId,
        interaction.UserId,
        ManagesServer: (interaction.Permissions & (Administrator | ManageServer)) != 0,
        interaction.Roles);

    // Opcodes and Status Codes, "JSON Error Codes".
    private const int UnknownInteraction = 10062;
    private const int AlreadyAnswered = 40060;
}
