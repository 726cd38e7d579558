using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Faults;

/// <summary>The data of interactions, in Discord's shape.</summary>
internal static class Samples
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int Form = 5;

    /// <param name="name">Of one or two words.</param>
    public static JsonObject Typed(string name, params (string Name, object? Value)[] options) => Typed(name, focused: null, options);

    public static JsonObject Typed(string name, string? focused, params (string Name, object? Value)[] options)
    {
        var filled = new JsonArray([.. options.Select(option =>
        {
            var json = new JsonObject { ["name"] = option.Name, ["type"] = 3, ["value"] = JsonValue.Create(option.Value) };
            if (option.Name == focused) json["focused"] = true;
            return (JsonNode)json;
        })]);
        return name.Split(' ') is [var group, var part]
            ? new JsonObject { ["name"] = group, ["options"] = new JsonArray(new JsonObject { ["name"] = part, ["type"] = 1, ["options"] = filled }) }
            : new JsonObject { ["name"] = name, ["options"] = filled };
    }

    public static JsonObject Pressed(string customId) => new() { ["custom_id"] = customId, ["component_type"] = 2 };

    public static JsonObject Picked(string customId, params string[] values) =>
        new() { ["custom_id"] = customId, ["component_type"] = 3, ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    public static JsonObject Sent(string customId, params (string Id, string Value)[] fields) => new()
    {
        ["custom_id"] = customId,
        ["components"] = new JsonArray([.. fields.Select(field => (JsonNode)new JsonObject
        {
            ["type"] = 18,
            ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = field.Id, ["value"] = field.Value },
        })]),
    };

    /// <summary>A value that an option would take, whatever it means.</summary>
    public static object Fitting(OptionSpec option) => option switch
    {
        { Choices: [var first, ..] } => first.Value,
        { Kind: OptionKind.Integer } => (long)(option.Min ?? 1),
        { Kind: OptionKind.Text } => "x",
        _ => 700.ToString(CultureInfo.InvariantCulture),
    };
}
