using System.Text.Json.Nodes;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.People;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Interactions;

/// <summary>A bot's first answer to an interaction. Discord: interactions/receiving-and-responding, "Interaction Callback Type".</summary>
internal sealed class Callback(DiscordState discord)
{
    private const int Reply = 4;
    private const int DeferReply = 5;
    private const int DeferUpdate = 6;
    private const int Update = 7;
    private const int Suggest = 8;
    private const int Modal = 9;

    private readonly InteractionReplies replies = new(discord);

    /// <returns>The body for <c>with_response=true</c>.</returns>
    public JsonObject Answer(Interaction interaction, Form body, IReadOnlyList<Upload> uploads, FormErrors errors)
    {
        var type = body.OneOf("type", Allowed(interaction));
        errors.ThrowIfAny();
        var data = body.Object("data", required: type is Reply or Update or Suggest or Modal);
        errors.ThrowIfAny();
        var empty = new Form([], "data", errors);
        Message? message = null;
        switch (type)
        {
            case Reply or DeferReply:
                message = replies.Create(interaction, data ?? empty, uploads, errors, followUp: false, loading: type == DeferReply);
                interaction.Original = message;
                break;
            case Update:
                message = interaction.Original = interaction.Source!;
                replies.Edit(message, data!, uploads, errors);
                break;
            case DeferUpdate:
                interaction.Original = interaction.Source!;
                break;
        }

        var answer = type switch
        {
            Suggest => new SandboxAnswer { Outcome = Outcome.Choices, Choices = Choices(interaction, data!, errors) },
            Modal => new SandboxAnswer { Outcome = Outcome.Form, Form = Open(interaction, data!, errors) },
            DeferUpdate => new SandboxAnswer { Outcome = Outcome.Acknowledged },
            DeferReply => new SandboxAnswer { Outcome = Outcome.Deferred, Message = message!.Snapshot() },
            _ => new SandboxAnswer { Outcome = Outcome.Message, Message = message!.Snapshot() },
        };
        interaction.IsAnswered = true;
        interaction.Show(answer);
        return Response(interaction, type!.Value, message);
    }

    private static int[] Allowed(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Command => [Reply, DeferReply, Modal],
        InteractionType.Component => [Reply, DeferReply, DeferUpdate, Update, Modal],
        InteractionType.Autocomplete => [Suggest],
        _ => interaction.Source is null ? [Reply, DeferReply] : [Reply, DeferReply, DeferUpdate, Update],
    };

    private static List<SandboxChoice> Choices(Interaction interaction, Form data, FormErrors errors)
    {
        var choices = data.Objects("choices", 25, required: true);
        foreach (var choice in choices)
        {
            choice.Text("name", 100, 1, required: true);
            OptionRules.CheckValue(choice, interaction.FocusedType);
        }

        errors.ThrowIfAny();
        return [.. choices.Select(choice => new SandboxChoice(choice.Json["name"]!.ToString(), choice.Json["value"]!.ToString()))];
    }

    private SandboxForm Open(Interaction interaction, Form data, FormErrors errors)
    {
        var modal = new FormRules(discord.Ids).Read(data, errors);
        errors.ThrowIfAny();
        var form = discord.Interactions.OpenForm(interaction, modal);
        var components = modal["components"]!.AsArray();
        return new SandboxForm
        {
            Id = form.Id,
            CustomId = (string)modal["custom_id"]!,
            Title = (string)modal["title"]!,
            Fields =
            [
                .. FormFields.In(components).Select(field => new SandboxField(
                    field.CustomId, field.Label, (string?)field.Json["value"], field.Required)),
            ],
            Components = (JsonArray)components.DeepClone(),
        };
    }

    private static JsonObject Response(Interaction interaction, int type, Message? message)
    {
        var about = new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["type"] = (int)interaction.Type,
            ["channel_id"] = interaction.Channel.Id.ToString(),
            ["guild_id"] = interaction.Channel.TeamId.ToString(),
        };
        var response = new JsonObject { ["interaction"] = about };
        if (message is null) return response;
        about["response_message_id"] = message.Id.ToString();
        about["response_message_loading"] = message.Flags.HasFlag(MessageFlags.Loading);
        about["response_message_ephemeral"] = message.VisibleTo is not null;
        if (type is Reply or Update) response["resource"] = new JsonObject { ["type"] = type, ["message"] = message.Json.DeepClone() };
        return response;
    }
}
