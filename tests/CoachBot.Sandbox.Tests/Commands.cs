using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests;

/// <summary>Command definitions that several tests use.</summary>
internal static class Commands
{
    public static JsonObject Exercise => Command("exercise", "Shows an exercise",
        Option(3, "name", required: true, autocomplete: true),
        Option(3, "share", choices: new JsonArray(Choice("Everyone", "everyone"), Choice("Only me", "me"))),
        Option(4, "sets", min: 1, max: 9));

    public static JsonObject StrengthDay => ForCoaches(Command("strength-day", "Strength days",
        Sub("add", Option(3, "days", required: true), Option(3, "time"), Option(8, "role"), Option(7, "channel")),
        Sub("list")));

    public static JsonObject Kinds => Command("kinds", "One option of each kind",
        Option(5, "flag"), Option(6, "who"), Option(7, "where"), Option(8, "role"), Option(9, "anybody"), Option(10, "weight"));

    public static JsonObject Command(string name, string description, params JsonNode[] options) =>
        new() { ["name"] = name, ["description"] = description, ["options"] = new JsonArray(options) };

    public static JsonObject ForCoaches(JsonObject command)
    {
        command["default_member_permissions"] = "32";
        return command;
    }

    public static JsonObject Option(
        int type, string name, bool required = false, bool autocomplete = false, JsonArray? choices = null, int? min = null,
            int? max = null)
    {
        var option = new JsonObject { ["type"] = type, ["name"] = name, ["description"] = "An option" };
        if (required) option["required"] = true;
        if (autocomplete) option["autocomplete"] = true;
        if (choices is not null) option["choices"] = choices;
        if (min is not null) option["min_value"] = min;
        if (max is not null) option["max_value"] = max;
        return option;
    }

    public static JsonObject Choice(string name, string value) => new() { ["name"] = name, ["value"] = value };

    public static JsonObject Sub(string name, params JsonNode[] options) =>
        new() { ["type"] = 1, ["name"] = name, ["description"] = "A subcommand", ["options"] = new JsonArray(options) };

    public static JsonArray Row(params JsonNode[] components) =>
        new(new JsonObject { ["type"] = 1, ["components"] = new JsonArray(components) });

    public static JsonObject Button(string label, string customId, bool disabled = false) =>
        new() { ["type"] = 2, ["style"] = 1, ["label"] = label, ["custom_id"] = customId, ["disabled"] = disabled };
}
