using System.Globalization;
using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>Writes message bodies (Discord: Message Resource, "Create Message" and "Edit Message").</summary>
internal static class MessageJson
{
    /// <summary>Members of a message object that is already open; the caller opens and closes it.</summary>
    public static void WriteMembers(Utf8JsonWriter json, MessageBody body, bool editing)
    {
        if (body.Content is not null) json.WriteString("content"u8, body.Content);
        if (body.Embeds is not null)
        {
            json.WriteStartArray("embeds"u8);
            foreach (var embed in body.Embeds) Write(json, embed);
            json.WriteEndArray();
        }

        if (body.Components is not null) ComponentJson.WriteList(json, body.Components);
        Write(json, body.AllowedMentions);
        // Whether a message is for one person only is decided when it is made, and no edit can change it.
        if (body.Flags != 0 && !editing) json.WriteNumber("flags"u8, (int)body.Flags);
        if (body.Attachments is not null) Write(json, body.Attachments);
    }

    private static void Write(Utf8JsonWriter json, AllowedMentions mentions)
    {
        json.WriteStartObject("allowed_mentions"u8);
        // No kind of mention in general; what is not listed here pings nobody.
        json.WriteStartArray("parse"u8);
        json.WriteEndArray();
        if (mentions.Roles.Count > 0)
        {
            json.WriteStartArray("roles"u8);
            foreach (var id in mentions.Roles) json.WriteStringValue(id.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Attachment> files)
    {
        json.WriteStartArray("attachments"u8);
        for (var i = 0; i < files.Count; i++)
        {
            json.WriteStartObject();
            // Ties this entry to the part "files[n]" (Discord: Reference, "Uploading Files"); text, as every id in Discord's
            // OpenAPI description.
            json.WriteString("id"u8, i.ToString(CultureInfo.InvariantCulture));
            json.WriteString("filename"u8, files[i].FileName);
            if (files[i].Description is { } text) json.WriteString("description"u8, text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Embed embed)
    {
        json.WriteStartObject();
        if (embed.Title is not null) json.WriteString("title"u8, embed.Title);
        if (embed.Description is not null) json.WriteString("description"u8, embed.Description);
        if (embed.Color is { } color) json.WriteNumber("color"u8, color);
        if (embed.Fields.Count > 0)
        {
            json.WriteStartArray("fields"u8);
            foreach (var field in embed.Fields)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, field.Name);
                json.WriteString("value"u8, field.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteNested(json, "footer", "text", embed.Footer);
        WriteNested(json, "image", "url", embed.ImageUrl);
        json.WriteEndObject();
    }

    private static void WriteNested(Utf8JsonWriter json, string name, string member, string? value)
    {
        if (value is null) return;
        json.WriteStartObject(name);
        json.WriteString(member, value);
        json.WriteEndObject();
    }
}
