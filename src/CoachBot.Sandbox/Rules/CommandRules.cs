using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Rules;

/// <summary>Reads a command definition into the shape Discord gives back. Discord: interactions/application-commands.</summary>
internal static partial class CommandRules
{
    public const int ChatInput = 1;

    public const int OnPerson = 2;
    public const int OnMessage = 3;

    private const int TotalLength = 8000;

    private static readonly int[] Types = [ChatInput, OnPerson, OnMessage];

    public static JsonObject Read(Form body)
    {
        var type = body.Has("type") ? body.OneOf("type", Types) ?? ChatInput : ChatInput;
        var isChatInput = type == ChatInput;
        var name = isChatInput ? Name(body) : body.Text("name", 32, 1, required: true);
        var description = body.Text("description", 100, isChatInput ? 1 : 0, required: isChatInput) ?? "";
        if (!isChatInput && description.Length > 0)
            body.Refuse("description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED",
                "Context menu commands cannot have description");
        var command = new JsonObject
        {
            ["type"] = type,
            ["name"] = name,
            ["name_localizations"] = Localizations(body, "name_localizations", 32),
            ["description"] = description,
            ["description_localizations"] = Localizations(body, "description_localizations", 100),
            ["default_member_permissions"] = PermissionBits(body),
            ["dm_permission"] = body.Flag("dm_permission") ?? true,
            ["contexts"] = Numbers(body, "contexts", [0, 1, 2]),
            ["integration_types"] = Numbers(body, "integration_types", [0, 1]) ?? new JsonArray(0),
            ["nsfw"] = body.Flag("nsfw") ?? false,
        };
        if (body.HasAny("options"))
        {
            if (!isChatInput)
                body.Refuse("options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED", "Context menu commands cannot have options");
            var options = OptionRules.Read(body);
            if (options.Count > 0) command["options"] = options;
        }

        if (TextIn(command) > TotalLength)
            body.Refuse("name", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({TotalLength})");
        return command;
    }

    /// <summary>A lower-case name, as for chat input commands and options.</summary>
    public static string? Name(Form form)
    {
        var name = form.Text("name", 32, 1, required: true);
        if (name is null) return null;
        if (!NamePattern().IsMatch(name) || name.Any(char.IsUpper))
            form.Refuse("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        return name;
    }

    public static JsonObject? Localizations(Form form, string field, int max)
    {
        if (form.Object(field) is not { } texts) return null;
        foreach (var (locale, _) in texts.Json)
        {
            if (Locales.Contains(locale)) texts.Text(locale, max, 1);
            else texts.Refuse(locale, "BASE_TYPE_CHOICES", "This is not one of Discord's locales.");
        }

        return (JsonObject)texts.Json.DeepClone();
    }

    private static string? PermissionBits(Form body)
    {
        if (!body.Has("default_member_permissions")) return null;
        if (ulong.TryParse(body.Json["default_member_permissions"]!.ToString(), out var bits) && bits <= Permissions.All)
            return bits.ToString();
        body.Refuse("default_member_permissions", "PERMISSION_TYPE_INVALID", "Must be a bit set of permissions, as a string.");
        return null;
    }

    private static JsonArray? Numbers(Form body, string field, int[] allowed)
    {
        if (!body.Has(field)) return null;
        var read = new JsonArray();
        foreach (var (node, i) in body.List(field, allowed.Length, 1).Select((node, i) => (node, i)))
        {
            if (node is JsonValue value && value.TryGetValue<int>(out var number) && allowed.Contains(number)) read.Add((JsonNode)number);
            else body.Refuse($"{field}.{i}", "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed)}}}.");
        }

        return read;
    }

    // "Combined name, description, and value properties for each command, its options, and choices": 8000 characters.
    private static int TextIn(JsonObject part)
    {
        var length = 0;
        foreach (var field in (string[])["name", "description", "value"]) length += Form.Length(part[field]?.ToString() ?? "");
        foreach (var list in (string[])["options", "choices"])
        {
            foreach (var child in part[list]?.AsArray().OfType<JsonObject>() ?? []) length += TextIn(child);
        }

        return length;
    }

    // Discord: interactions/application-commands, "Application Command Naming".
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$")]
    private static partial Regex NamePattern();

    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE",
        "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];
}
