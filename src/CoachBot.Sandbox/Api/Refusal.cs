using System.Text.Json.Nodes;
using CoachBot.Sandbox.Chat;

namespace CoachBot.Sandbox.Api;

/// <summary>
/// A request that Discord would refuse: an HTTP status with Discord's JSON error. The codes are those of topics/opcodes-and-status-codes.
/// </summary>
internal sealed class Refusal(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status => status;

    public JsonObject Body()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = code };
        if (errors is not null) body["errors"] = errors.DeepClone();
        return body;
    }

    public static Refusal Unauthorized() => new(401, 0, "401: Unauthorized");

    public static Refusal UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static Refusal UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static Refusal UnknownMember() => new(404, 10007, "Unknown Member");

    public static Refusal UnknownMessage() => new(404, 10008, "Unknown Message");

    public static Refusal UnknownUser() => new(404, 10013, "Unknown User");

    public static Refusal UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static Refusal UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static Refusal UnknownCommand() => new(404, 10063, "Unknown application command");

    public static Refusal NotYourApplication() => new(403, 20012, "You are not authorized to perform this action on this application");

    public static Refusal BodyTooLarge() => new(413, 40005, "Request entity too large");

    public static Refusal AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static Refusal MissingAccess() => new(403, 50001, "Missing Access");

    public static Refusal NotATextChannel() => new(400, 50008, "Cannot send messages in a non-text channel");

    public static Refusal ThreadIsArchived() => new(400, 50083, "Thread is archived");

    public static Refusal ThreadIsLocked() => new(400, 160005, "Thread is locked");

    public static Refusal BlockedByAutoMod() => new(400, 200000, "Message was blocked by automatic moderation");

    public static Refusal BlockedByLinkFilter() => new(400, 240000, "Message blocked by harmful links filter");

    public static Refusal NotYourMessage() => new(403, 50005, "Cannot edit a message authored by another user");

    public static Refusal EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static Refusal MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static Refusal InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");

    public static Refusal InvalidJson() => new(400, 50109, "The request body contains invalid JSON.");

    public static Refusal InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);
}
