using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Rules;

/// <summary>Discord's numbers for options. Discord: interactions/application-commands, "Application Command Option Type".</summary>
internal static class OptionType
{
    public const int Subcommand = 1;
    public const int SubcommandGroup = 2;
    public const int String = 3;
    public const int Integer = 4;
    public const int Boolean = 5;
    public const int User = 6;
    public const int Channel = 7;
    public const int Role = 8;
    public const int Mentionable = 9;
    public const int Number = 10;
    public const int Attachment = 11;

    public static bool IsSub(int type) => type is Subcommand or SubcommandGroup;
}

/// <summary>Reads the options of a command or subcommand.</summary>
internal static class OptionRules
{
    private const int Limit = 25;
    private const double LargestNumber = 9_007_199_254_740_991;

    private static readonly int[] Parameters = [.. Enumerable.Range(OptionType.String, 9)];

    /// <param name="parent">A command, a subcommand group or a subcommand.</param>
    /// <param name="within">The type of the parent option; 0 for a command.</param>
    public static JsonArray Read(Form parent, int within = 0)
    {
        int[] allowed = within switch
        {
            OptionType.SubcommandGroup => [OptionType.Subcommand],
            OptionType.Subcommand => Parameters,
            _ => [OptionType.Subcommand, OptionType.SubcommandGroup, .. Parameters],
        };
        var read = new JsonArray();
        var names = new HashSet<string>();
        var optionalSeen = false;
        foreach (var form in parent.Objects("options", Limit))
        {
            if (form.OneOf("type", allowed) is not { } type) continue;
            if (read.Count > 0 && OptionType.IsSub(type) != OptionType.IsSub((int)read[0]!["type"]!))
            {
                form.Refuse("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command and sub-command group option types are mutually exclusive to all other types");
            }

            var option = Option(form, type);
            if (option["name"]?.ToString() is { } name && !names.Add(name))
                form.Refuse("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            var required = (bool?)option["required"] ?? false;
            if (required && optionalSeen)
                form.Refuse("required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            optionalSeen |= !required && !OptionType.IsSub(type);
            read.Add((JsonNode)option);
        }

        return read;
    }

    private static JsonObject Option(Form form, int type)
    {
        var option = new JsonObject
        {
            ["type"] = type,
            ["name"] = CommandRules.Name(form),
            ["description"] = form.Text("description", 100, 1, required: true),
        };
        if (CommandRules.Localizations(form, "name_localizations", 32) is { } names) option["name_localizations"] = names;
        if (CommandRules.Localizations(form, "description_localizations", 100) is { } descriptions)
            option["description_localizations"] = descriptions;
        if (OptionType.IsSub(type))
        {
            var children = Read(form, type);
            if (children.Count > 0) option["options"] = children;
            if (form.Flag("required") == true) form.Refuse("required", "BASE_TYPE_NOT_ALLOWED", "A sub-command cannot be required");
            return option;
        }

        if (form.Flag("required") == true) option["required"] = true;
        if (form.Flag("autocomplete") == true)
        {
            option["autocomplete"] = true;
            if (type is not (OptionType.String or OptionType.Integer or OptionType.Number))
                form.Refuse("autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID_TYPE",
                    "This option type cannot have autocomplete");
            if (form.Json["choices"] is JsonArray { Count: > 0 })
                form.Refuse("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE",
                    "Choices cannot be used together with autocomplete");
        }

        Limits(form, option, type);
        return option;
    }

    private static void Limits(Form form, JsonObject option, int type)
    {
        if (form.HasAny("choices")) option["choices"] = Choices(form, type);
        if (form.Has("min_length") || form.Has("max_length"))
        {
            if (type != OptionType.String) form.Refuse("min_length", "BASE_TYPE_NOT_ALLOWED", "Only strings have a length");
            var (min, max) = (form.Whole("min_length", 0, 6000), form.Whole("max_length", 1, 6000));
            if (min > max) form.Refuse("min_length", "NUMBER_TYPE_MAX", "min_length cannot be larger than max_length");
            if (min is not null) option["min_length"] = (int)min;
            if (max is not null) option["max_length"] = (int)max;
        }

        if (form.Has("min_value") || form.Has("max_value"))
        {
            if (type is not (OptionType.Integer or OptionType.Number))
                form.Refuse("min_value", "BASE_TYPE_NOT_ALLOWED", "Only numbers have a least and largest value");
            foreach (var field in (string[])["min_value", "max_value"])
            {
                if (form.Number(field) is not { } bound) continue;
                if (Math.Abs(bound) > LargestNumber || (type == OptionType.Integer && bound != Math.Floor(bound)))
                    form.Refuse(field, "NUMBER_TYPE_COERCE", $"Value \"{bound}\" is not a value of this option");
                else option[field] = form.Json[field]!.DeepClone();
            }
        }

        if (!form.HasAny("channel_types")) return;
        if (type != OptionType.Channel) form.Refuse("channel_types", "BASE_TYPE_NOT_ALLOWED", "Only channel options have channel types");
        form.List("channel_types", 20);
        option["channel_types"] = form.Json["channel_types"]!.DeepClone();
    }

    private static JsonArray Choices(Form form, int type)
    {
        var read = new JsonArray();
        var names = new HashSet<string>();
        foreach (var choice in form.Objects("choices", Limit))
        {
            var json = new JsonObject { ["name"] = choice.Text("name", 100, 1, required: true) };
            if (json["name"]?.ToString() is { } name && !names.Add(name))
                choice.Refuse("name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Choice name already exists");
            if (CommandRules.Localizations(choice, "name_localizations", 100) is { } localized) json["name_localizations"] = localized;
            CheckValue(choice, type);
            json["value"] = choice.Json["value"]?.DeepClone();
            read.Add((JsonNode)json);
        }

        return read;
    }

    /// <summary>A choice's value must be of the option's type; also used for the choices of an autocomplete.</summary>
    public static void CheckValue(Form choice, int type)
    {
        if (type == OptionType.String) choice.Text("value", 100, 1, required: true);
        else if (type == OptionType.Integer) choice.Whole("value", -(long)LargestNumber, (long)LargestNumber, required: true);
        else if (type == OptionType.Number && choice.Has("value")) choice.Number("value");
        else choice.Refuse("value", "BASE_TYPE_NOT_ALLOWED", "Only strings and numbers have choices, and each needs a value");
    }
}
