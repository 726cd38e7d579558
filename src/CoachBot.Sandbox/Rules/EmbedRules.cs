using System.Globalization;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Rules;

/// <summary>Reads embeds into the shape Discord gives back. Discord: resources/message, "Embed Object" and "Embed Limits".</summary>
internal static class EmbedRules
{
    private const int Limit = 10;
    private const int TotalLength = 6000;

    public static JsonArray? Read(Form body, FileReferences files)
    {
        if (!body.Has("embeds")) return null;
        var embeds = body.Objects("embeds", Limit);
        var total = 0;
        var read = new JsonArray([.. embeds.Select(embed => (JsonNode)Embed(embed, files, ref total))]);
        if (total > TotalLength) body.Refuse("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {TotalLength}");
        return read;
    }

    private static JsonObject Embed(Form form, FileReferences files, ref int total)
    {
        var embed = new JsonObject { ["type"] = "rich" };
        Put(embed, "title", Counted(form.Text("title", 256), ref total));
        Put(embed, "description", Counted(form.Text("description", 4096), ref total));
        if (form.Text("url", 2048) is { Length: > 0 } url) Put(embed, "url", FileReferences.WebUrl(form, "url", url));
        if (form.Whole("color", 0, 0xFFFFFF) is { } color) embed["color"] = (int)color;
        if (form.Text("timestamp", 64) is { Length: > 0 } timestamp) Put(embed, "timestamp", Instant(form, timestamp));

        if (form.Object("footer") is { } footer)
        {
            var text = Counted(footer.Text("text", 2048, required: true), ref total);
            if (text is not null) embed["footer"] = Decorated(new JsonObject { ["text"] = text }, footer, files);
        }

        if (form.Object("author") is { } author)
        {
            var name = Counted(author.Text("name", 256, 1, required: true), ref total);
            var json = Decorated(new JsonObject { ["name"] = name ?? "" }, author, files);
            if (author.Text("url", 2048) is { Length: > 0 } link) Put(json, "url", FileReferences.WebUrl(author, "url", link));
            embed["author"] = json;
        }

        foreach (var kind in (string[])["image", "thumbnail"])
        {
            if (form.Object(kind) is not { } image || files.Url(image, "url", required: true) is not { } address) continue;
            var json = new JsonObject { ["url"] = address, ["proxy_url"] = address };
            if (files.At(address) is { } file)
            {
                json["content_type"] = file.ContentType;
                if (file.Size is { } size) (json["width"], json["height"]) = (size.Width, size.Height);
                // The file is not among the message's attachments then, so its description (the alt text) goes with the picture.
                if (file.Description is not null) json["description"] = file.Description;
            }

            embed[kind] = json;
        }

        if (form.Has("fields")) embed["fields"] = Fields(form, ref total);
        return embed;
    }

    private static JsonArray Fields(Form form, ref int total)
    {
        var fields = new JsonArray();
        foreach (var field in form.Objects("fields", 25))
        {
            var name = Counted(field.Text("name", 256, 1, required: true), ref total);
            var value = Counted(field.Text("value", 1024, 1, required: true), ref total);
            fields.Add((JsonNode)new JsonObject { ["name"] = name, ["value"] = value, ["inline"] = field.Flag("inline") ?? false });
        }

        return fields;
    }

    private static JsonObject Decorated(JsonObject json, Form form, FileReferences files)
    {
        if (files.Url(form, "icon_url") is { } icon) (json["icon_url"], json["proxy_icon_url"]) = (icon, icon);
        return json;
    }

    private static string? Instant(Form form, string text)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant.ToUniversalTime().ToString(Clock.Iso);
        form.Refuse("timestamp", "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        return null;
    }

    private static string? Counted(string? text, ref int total)
    {
        total += text is null ? 0 : Form.Length(text);
        return text;
    }

    private static void Put(JsonObject json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json[name] = value;
    }
}
