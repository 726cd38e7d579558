using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Interactions;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Routes;

/// <summary>
/// Answers to interactions, their follow-ups and edits. The interaction's token in the path is all the authorisation these need.
/// Discord: interactions/receiving-and-responding, "Endpoints".
/// </summary>
internal static class InteractionRoutes
{
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";

    public static Route[] All { get; } =
    [
        new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", Answer, NeedsBot: false),
        new("POST", Webhook, FollowUp, NeedsBot: false),
        new("GET", Webhook + "/messages/@original", call => ApiAnswer.Ok(Message(call).Json.DeepClone()), NeedsBot: false),
        new("PATCH", Webhook + "/messages/@original", Edit, NeedsBot: false),
        new("DELETE", Webhook + "/messages/@original", Delete, NeedsBot: false),
        new("GET", Webhook + "/messages/{message_id}", call => ApiAnswer.Ok(Message(call).Json.DeepClone()), NeedsBot: false),
        new("PATCH", Webhook + "/messages/{message_id}", Edit, NeedsBot: false),
        new("DELETE", Webhook + "/messages/{message_id}", Delete, NeedsBot: false),
    ];

    private static ApiAnswer Answer(ApiCall call)
    {
        var interaction = call.Discord.Interactions.ToAnswer(call.Id("interaction_id"), call.Path["interaction_token"]);
        var response = new Callback(call.Discord).Answer(interaction, call.Form, call.Uploads, call.Errors);
        return call.IsSet("with_response") ? ApiAnswer.Ok(response) : ApiAnswer.NoContent;
    }

    private static ApiAnswer FollowUp(ApiCall call)
    {
        var interaction = Open(call);
        var replies = new InteractionReplies(call.Discord);
        // Deprecated, but still so: the first follow-up to a deferred answer fills it in. Discord: "Create Followup Message".
        if (interaction.Original is { Deleted: false } deferred && deferred.Flags.HasFlag(MessageFlags.Loading))
        {
            var body = (JsonObject)call.Form.Json.DeepClone();
            body.Remove("flags");
            replies.Edit(deferred, new Form(body, "", call.Errors), call.Uploads, call.Errors);
            return ApiAnswer.Ok(deferred.Json.DeepClone());
        }

        return ApiAnswer.Ok(
            replies.Create(interaction, call.Form, call.Uploads, call.Errors, followUp: true, loading: false).Json.DeepClone());
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var message = Message(call);
        new InteractionReplies(call.Discord).Edit(message, call.Form, call.Uploads, call.Errors);
        return ApiAnswer.Ok(message.Json.DeepClone());
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        call.Discord.Messages.Delete(Message(call));
        return ApiAnswer.NoContent;
    }

    private static Interaction Open(ApiCall call) => call.Discord.Interactions.Open(call.Id("webhook_id"), call.Path["webhook_token"]);

    /// <summary>@original, or a message that this very interaction made.</summary>
    private static Message Message(ApiCall call)
    {
        var interaction = Open(call);
        if (!call.Path.ContainsKey("message_id"))
            return interaction.Original is { Deleted: false } original ? original : throw Refusal.UnknownMessage();
        var message = call.Discord.Messages.Find(call.Id("message_id"));
        return message is not null && (message.InteractionToken == interaction.Token || message == interaction.Original)
            ? message
            : throw Refusal.UnknownMessage();
    }
}
