using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Gateway;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Interactions;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Routes;

/// <summary>Messages of a channel. Discord: resources/message.</summary>
internal static class MessageRoutes
{
    private const string List = "/channels/{channel_id}/messages";
    private const string One = "/channels/{channel_id}/messages/{message_id}";

    public static Route[] All { get; } =
    [
        new("GET", List, Page),
        new("POST", List, Create) { Limit = (5, TimeSpan.FromSeconds(5)) },
        new("GET", One, call => ApiAnswer.Ok(Shown(call, Message(call)))),
        new("PATCH", One, Edit),
        new("DELETE", One, Delete),
    ];

    private static ApiAnswer Page(ApiCall call)
    {
        var limit = call.Limit(most: 100, usual: 50);
        var messages = call.Discord.Messages.In(call.Channel().Id).Where(message => message.VisibleTo is null).ToList();
        IEnumerable<Message> page = messages.AsEnumerable().Reverse();
        if (call.Bound("before") is { } before) page = page.Where(message => message.Id < before);
        else if (call.Bound("after") is { } after) page = messages.Where(message => message.Id > after).Take(limit).Reverse();
        else if (call.Bound("around") is { } around)
        {
            page = messages.Where(message => message.Id > around).Take(limit / 2).Reverse()
                .Concat(messages.AsEnumerable().Reverse().Where(message => message.Id <= around));
        }

        return ApiAnswer.Ok(new JsonArray([.. page.Take(limit).Select(message => (JsonNode)Shown(call, message))]));
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var (discord, channel, form) = (call.Discord, call.Channel(), call.Form);
        PostRules.CheckPlace(discord, call.Bot, channel);
        var nonce = Nonce(form);
        var enforce = form.Flag("enforce_nonce") ?? false;
        var answered = Reference(call, form, channel);
        var draft = new MessageRules(discord.Ids, discord.Address)
            .Read(form, call.Uploads, new MessagePlace(channel, Edited: null, ByInteraction: false), call.Errors);
        call.Errors.ThrowIfAny();
        PostRules.CheckText(draft);
        if (enforce && nonce is not null && discord.Messages.WithNonce(call.Bot, nonce) is { } known)
            return known.Deleted ? throw Refusal.UnknownMessage() : ApiAnswer.Ok(Shown(call, known));

        var id = discord.Ids.Next();
        var json = discord.Messages.NewJson(id, channel, WorldJson.User(call.Bot), answered is null ? 0 : 19, "", draft.Flags);
        if (form.Flag("tts") == true) json["tts"] = true;
        if (nonce is not null) json["nonce"] = form.Json["nonce"]!.DeepClone();
        if (answered is not null) InteractionReplies.Refer(json, answered);
        var message = new Message
        {
            Id = id,
            Channel = channel,
            AuthorId = call.Bot.Id,
            AuthorName = call.Bot.Name,
            Bot = call.Bot,
            Json = json
        };
        draft.WriteTo(message, discord, first: true);
        discord.Messages.Add(message);
        if (nonce is not null) discord.Messages.RememberNonce(call.Bot, nonce, message);
        return ApiAnswer.Ok(Shown(call, message));
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var message = Message(call);
        if (message.Bot != call.Bot) throw Refusal.NotYourMessage();
        PostRules.CheckEdit(call.Discord, message.Channel);
        var place = new MessagePlace(message.Channel, message, ByInteraction: false);
        var draft = new MessageRules(call.Discord.Ids, call.Discord.Address).Read(call.Form, call.Uploads, place, call.Errors);
        call.Errors.ThrowIfAny();
        PostRules.CheckText(draft);
        draft.WriteTo(message, call.Discord, first: false);
        call.Discord.Messages.Changed(message, edited: true);
        return ApiAnswer.Ok(Shown(call, message));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var message = Message(call);
        // Bots here do not have Manage Messages.
        if (message.Bot != call.Bot) throw Refusal.MissingPermissions();
        call.Discord.Messages.Delete(message);
        return ApiAnswer.NoContent;
    }

    private static Message Message(ApiCall call)
    {
        var channel = call.Channel();
        return call.Discord.Messages.Find(call.Id("message_id")) is { VisibleTo: null } message && message.Channel == channel
            ? message
            : throw Refusal.UnknownMessage();
    }

    private static JsonObject Shown(ApiCall call, Message message) =>
        SessionBook.ForReader(message, call.Bot, call.Discord.Sessions.IntentsOf(call.Bot));

    private static string? Nonce(Form form)
    {
        if (form.Json["nonce"] is not { } node) return null;
        if (node is JsonValue value && value.TryGetValue<long>(out var number)) return number.ToString();
        return form.Text("nonce", 25);
    }

    private static Message? Reference(ApiCall call, Form form, Channel channel)
    {
        if (form.Object("message_reference") is not { } reference) return null;
        if (reference.Whole("type", 0, 1) == 1)
            reference.Refuse("type", "SANDBOX_NOT_SUPPORTED", "The sandbox knows no forwarded messages.");
        var strict = reference.Flag("fail_if_not_exists") ?? true;
        if (reference.Id("message_id", required: true) is not { } id) return null;
        if (call.Discord.Messages.Find(id) is { VisibleTo: null } message && message.ChannelId == channel.Id) return message;
        if (strict) form.Refuse("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        return null;
    }
}
