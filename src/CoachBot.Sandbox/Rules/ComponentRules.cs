using System.Text.Json.Nodes;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Rules;

/// <summary>Discord's numbers for components. Discord: components/reference, "Component Types".</summary>
internal static class ComponentType
{
    public const int ActionRow = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int UserSelect = 5;
    public const int RoleSelect = 6;
    public const int MentionableSelect = 7;
    public const int ChannelSelect = 8;
    public const int Section = 9;
    public const int TextDisplay = 10;
    public const int Thumbnail = 11;
    public const int MediaGallery = 12;
    public const int File = 13;
    public const int Separator = 14;
    public const int Container = 17;
    public const int Label = 18;

    public static bool IsSelect(int type) => type is StringSelect or (>= UserSelect and <= ChannelSelect);
}

/// <summary>
/// Reads a message's components, of the old kind (rows of buttons and selects) or version 2, into the shape Discord gives back: with an id
/// each, and with defaults filled in. Discord: components/reference.
/// </summary>
internal sealed class ComponentRules(Snowflakes ids, FileReferences files, FormErrors errors, bool isV2)
{
    private const int RowLimit = 5;
    private const int TotalLimit = 40;

    private static readonly int[] OldTop = [ComponentType.ActionRow];

    private static readonly int[] NewTop =
    [
        ComponentType.ActionRow, ComponentType.Section, ComponentType.TextDisplay, ComponentType.MediaGallery, ComponentType.File,
        ComponentType.Separator, ComponentType.Container,
    ];

    private static readonly int[] InRow =
    [
        ComponentType.Button, ComponentType.StringSelect, ComponentType.UserSelect, ComponentType.RoleSelect,
        ComponentType.MentionableSelect, ComponentType.ChannelSelect,
    ];

    private readonly ComponentParts parts = new(ids, files);
    private int total;
    private int textLength;

    public JsonArray? Read(Form body)
    {
        if (!body.Has("components")) return null;
        var read = Children(body, isV2 ? NewTop : OldTop, isV2 ? TotalLimit : RowLimit, min: 0);
        if (isV2 && total > TotalLimit)
            body.Refuse("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                $"The total number of components cannot exceed {TotalLimit}");
        if (isV2 && textLength > 4000)
            body.Refuse("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                "The total text in all components cannot exceed 4000 characters");
        if (!errors.Any) ComponentParts.NumberThem(read);
        return read;
    }

    private JsonArray Children(Form parent, int[] allowed, int max, int min = 1)
    {
        var read = new JsonArray();
        foreach (var child in parent.Objects("components", max, min, required: true))
        {
            if (child.OneOf("type", allowed) is { } type) read.Add((JsonNode)One(child, type));
        }

        return read;
    }

    private JsonObject One(Form form, int type)
    {
        total++;
        var json = new JsonObject { ["type"] = type, ["id"] = (int)(form.Whole("id", 0, int.MaxValue) ?? 0) };
        switch (type)
        {
            case ComponentType.ActionRow:
                json["components"] = Row(form);
                break;
            case ComponentType.Button:
                parts.Button(form, json);
                break;
            case ComponentType.Section:
                json["components"] = Children(form, [ComponentType.TextDisplay], max: 3);
                if (form.Object("accessory", required: true) is { } accessory
                    && accessory.OneOf("type", [ComponentType.Button, ComponentType.Thumbnail]) is { } accessoryType)
                {
                    json["accessory"] = One(accessory, accessoryType);
                }

                break;
            case ComponentType.TextDisplay:
                var text = form.Text("content", 4000, 1, required: true);
                textLength += text is null ? 0 : Form.Length(text);
                json["content"] = text;
                break;
            case ComponentType.Container:
                json["components"] = Children(form, NewTop[..^1], TotalLimit);
                json["accent_color"] = form.Whole("accent_color", 0, 0xFFFFFF) is { } color ? (int)color : null;
                json["spoiler"] = form.Flag("spoiler") ?? false;
                break;
            case ComponentType.Thumbnail or ComponentType.MediaGallery or ComponentType.File:
                parts.Media(form, json, type);
                break;
            case ComponentType.Separator:
                json["divider"] = form.Flag("divider") ?? true;
                json["spacing"] = form.Has("spacing") ? form.OneOf("spacing", [1, 2]) ?? 1 : 1;
                break;
            default:
                parts.Select(form, json, type);
                break;
        }

        return json;
    }

    private JsonArray Row(Form form)
    {
        var row = Children(form, InRow, RowLimit);
        var selects = row.Count(child => ComponentType.IsSelect((int)child!["type"]!));
        if (selects > 0 && row.Count > 1)
            form.Refuse("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width: a select fills its row.");
        return row;
    }
}
