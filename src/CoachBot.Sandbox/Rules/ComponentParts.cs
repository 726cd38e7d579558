using System.Text.Json.Nodes;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Rules;

/// <summary>
/// The single components: buttons, selects, media. Custom ids must be unique in their message, so one of these per message.
/// </summary>
internal sealed class ComponentParts(Snowflakes ids, FileReferences files)
{
    private const int LinkStyle = 5;

    private readonly HashSet<string> customIds = [];

    /// <summary>Gives every component without an id of its own the next free number.</summary>
    public static void NumberThem(JsonArray components)
    {
        var all = VisibleText.Components(components).ToList();
        var taken = all.Select(component => (int)component["id"]!).Where(id => id > 0).ToHashSet();
        var next = 0;
        foreach (var component in all.Where(component => (int)component["id"]! == 0))
        {
            while (!taken.Add(++next)) { }
            component["id"] = next;
        }
    }

    public string? CustomId(Form form)
    {
        var customId = form.Text("custom_id", 100, 1, required: true);
        if (customId is not null && !customIds.Add(customId))
            form.Refuse("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        return customId;
    }

    public void Button(Form form, JsonObject json)
    {
        var style = form.OneOf("style", [1, 2, 3, 4, LinkStyle]);
        json["style"] = style;
        if (form.Text("label", 80) is { Length: > 0 } label) json["label"] = label;
        if (Emoji(form) is { } emoji) json["emoji"] = emoji;
        if (!json.ContainsKey("label") && !json.ContainsKey("emoji"))
            form.Refuse("label", "BUTTON_COMPONENT_INVALID_LABEL_OR_EMOJI", "A button must have a label or an emoji");
        if (form.Flag("disabled") == true) json["disabled"] = true;

        if (style == LinkStyle)
        {
            if (form.Has("custom_id"))
                form.Refuse("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified");
            if (form.Text("url", 512, 1, required: true) is { } url) json["url"] = FileReferences.WebUrl(form, "url", url);
        }
        else
        {
            if (form.Has("url")) form.Refuse("url", "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified");
            json["custom_id"] = CustomId(form);
        }
    }

    public void Select(Form form, JsonObject json, int type)
    {
        json["custom_id"] = CustomId(form);
        if (form.Text("placeholder", 150) is { Length: > 0 } placeholder) json["placeholder"] = placeholder;
        var min = form.Whole("min_values", 0, 25) ?? 1;
        var max = form.Whole("max_values", 1, 25) ?? Math.Max(1, min);
        if (min > max) form.Refuse("min_values", "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE", "min_values cannot be larger than max_values");
        (json["min_values"], json["max_values"]) = ((int)min, (int)max);
        if (form.Flag("disabled") == true) json["disabled"] = true;
        if (type == ComponentType.StringSelect) json["options"] = Options(form, max);
        else if (form.HasAny("options")) form.Refuse("options", "BASE_TYPE_NOT_ALLOWED", "Only a string select has options of its own.");
        if (form.Json["default_values"] is JsonArray defaults) json["default_values"] = defaults.DeepClone();
        if (type == ComponentType.ChannelSelect && form.Json["channel_types"] is JsonArray channelTypes)
            json["channel_types"] = channelTypes.DeepClone();
    }

    public void Media(Form form, JsonObject json, int type)
    {
        if (type == ComponentType.MediaGallery)
        {
            json["items"] = new JsonArray(
                [.. form.Objects("items", 10, 1, required: true).Select(item => (JsonNode)Described(item, [], "media"))]);
        }
        else if (type == ComponentType.Thumbnail)
        {
            Described(form, json, "media");
        }
        else
        {
            json["file"] = Unfurled(form, "file", onlyUploads: true);
            json["name"] = ((string?)json["file"]?["url"])?.Split('/')[^1];
            json["size"] = null;
            json["spoiler"] = form.Flag("spoiler") ?? false;
        }
    }

    private JsonObject Described(Form form, JsonObject json, string field)
    {
        json[field] = Unfurled(form, field, onlyUploads: false);
        json["description"] = form.Text("description", 1024);
        json["spoiler"] = form.Flag("spoiler") ?? false;
        return json;
    }

    private JsonObject? Unfurled(Form form, string field, bool onlyUploads)
    {
        if (form.Object(field, required: true) is not { } media || files.Url(media, "url", required: true) is not { } url) return null;
        if (onlyUploads && !media.Json["url"]!.ToString().StartsWith("attachment://", StringComparison.Ordinal))
            media.Refuse("url", "URL_TYPE_INVALID_SCHEME", "A file component only shows uploaded files: attachment://name.");
        var size = files.At(url)?.Size;
        return new JsonObject
        {
            ["id"] = ids.Next().ToString(),
            ["url"] = url,
            ["proxy_url"] = url,
            ["width"] = size?.Width,
            ["height"] = size?.Height,
            ["content_type"] = null,
        };
    }

    private static JsonArray Options(Form form, long max)
    {
        var read = new JsonArray();
        var values = new HashSet<string>();
        foreach (var option in form.Objects("options", 25, 1, required: true))
        {
            var value = option.Text("value", 100, 1, required: true);
            if (value is not null && !values.Add(value))
                option.Refuse("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            var json = new JsonObject { ["label"] = option.Text("label", 100, 1, required: true), ["value"] = value };
            if (option.Text("description", 100) is { Length: > 0 } description) json["description"] = description;
            if (Emoji(option) is { } emoji) json["emoji"] = emoji;
            if (option.Flag("default") == true) json["default"] = true;
            read.Add((JsonNode)json);
        }

        if (read.Count(option => option!["default"] is not null) > max)
            form.Refuse("options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "There are more default options than max_values");
        return read;
    }

    // The teams have no emoji of their own, so only Unicode's can be used.
    private static JsonObject? Emoji(Form form)
    {
        if (form.Object("emoji") is not { } emoji) return null;
        var name = emoji.Text("name", 32);
        if (emoji.Has("id") || string.IsNullOrEmpty(name) || name.All(char.IsAscii))
        {
            emoji.Refuse("name", "COMPONENT_INVALID_EMOJI", "Invalid emoji");
            return null;
        }

        return new JsonObject { ["name"] = name };
    }
}
