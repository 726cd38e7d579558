using System.Globalization;
using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>Writes message bodies (Discord: Message Resource, "Create Message" and "Edit Message").</summary>
internal static class MessageJson
{
    /// <summary>Flags that Discord lets an edit change.</summary>
    private const MessageFlags Editable = MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2;

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
        var flags = editing ? body.Flags & Editable : body.Flags;
        if (flags != 0) json.WriteNumber("flags"u8, (int)flags);
        if (body.Attachments is not null) Write(json, body.Attachments);
    }

    private static void Write(Utf8JsonWriter json, AllowedMentions mentions)
    {
        json.WriteStartObject("allowed_mentions"u8);
        json.WriteStartArray("parse"u8);
        foreach (var kind in mentions.Parse) json.WriteStringValue(kind);
        json.WriteEndArray();
        WriteIds(json, "roles", mentions.Roles);
        WriteIds(json, "users", mentions.Users);
        json.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<ulong> ids)
    {
        if (ids.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var id in ids) json.WriteStringValue(id.ToString(CultureInfo.InvariantCulture));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Attachment> files)
    {
        json.WriteStartArray("attachments"u8);
        for (var i = 0; i < files.Count; i++)
        {
            json.WriteStartObject();
            // Ties this entry to the part "files[n]" (Discord: Reference, "Uploading Files"); text, as every id in Discord's OpenAPI description.
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
        if (embed.Url is not null) json.WriteString("url"u8, embed.Url);
        if (embed.Color is { } color) json.WriteNumber("color"u8, color);
        if (embed.Fields.Count > 0)
        {
            json.WriteStartArray("fields"u8);
            foreach (var field in embed.Fields)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, field.Name);
                json.WriteString("value"u8, field.Value);
                if (field.Inline) json.WriteBoolean("inline"u8, true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteNested(json, "footer", "text", embed.Footer);
        WriteNested(json, "image", "url", embed.ImageUrl);
        WriteNested(json, "thumbnail", "url", embed.ThumbnailUrl);
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
