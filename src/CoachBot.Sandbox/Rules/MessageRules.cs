using System.Text.Json.Nodes;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;

namespace CoachBot.Sandbox.Rules;

/// <summary>Where a message body will go; it decides which flags and mentions are allowed and which files are there already.</summary>
internal sealed record MessagePlace(Channel Channel, Message? Edited, bool ByInteraction)
{
    public MessageFlags AllowedFlags => (Edited, ByInteraction) switch
    {
        (not null, _) => MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2,
        (_, true) => MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications | MessageFlags.ComponentsV2,
        _ => MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.ComponentsV2,
    };
}

/// <summary>
/// Reads the body of a message that a bot sends or edits. Discord: resources/message, "Create Message" and "Edit Message".
/// </summary>
internal sealed class MessageRules(Snowflakes ids, Uri address)
{
    private const int ContentLimit = 2000;

    private static readonly string[] NotHere = ["poll", "sticker_ids", "stickers", "shared_client_theme", "activity", "thread_name"];

    /// <summary>Notes what is wrong in <paramref name="errors"/>; the caller throws once it has looked at its own fields too.</summary>
    public Draft Read(Form body, IReadOnlyList<Upload> uploads, MessagePlace place, FormErrors errors)
    {
        foreach (var name in NotHere)
        {
            if (body.Has(name) && body.Json[name] is not JsonArray { Count: 0 })
                body.Refuse(name, "SANDBOX_NOT_SUPPORTED", $"The sandbox knows no messages with \"{name}\".");
        }

        body.Flag("tts");
        var content = body.Text("content", ContentLimit)?.Trim();
        var flags = ReadFlags(body, place);
        var isV2 = (flags | (place.Edited?.Flags ?? MessageFlags.None)).HasFlag(MessageFlags.ComponentsV2);
        var files = ReadFiles(body, uploads, place);
        var references = new FileReferences(files);
        var embeds = EmbedRules.Read(body, references);
        var components = new ComponentRules(ids, references, errors, isV2).Read(body);
        if (isV2)
        {
            foreach (var legacy in (string[])["content", "embeds"])
            {
                if (body.Has(legacy) && body.Json[legacy] is not JsonArray { Count: 0 }
                    && !string.IsNullOrEmpty(body.Json[legacy]!.ToString()))
                {
                    body.Refuse(legacy, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        $"The '{legacy}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
                }
            }
        }

        return new Draft
        {
            // In an edit an explicit null empties the part; in a new message it means the same as nothing.
            Content = content ?? (body.Json.ContainsKey("content") ? "" : null),
            Embeds = embeds ?? (body.Json.ContainsKey("embeds") ? [] : null),
            Components = components ?? (body.Json.ContainsKey("components") ? [] : null),
            Files = references.Marked(),
            Flags = flags,
            HasFlags = body.Has("flags"),
            Mentions = AllowedMentions.Read(body, place.ByInteraction ? AllowedMentions.OfInteractions : AllowedMentions.OfMessages),
        };
    }

    private static MessageFlags ReadFlags(Form body, MessagePlace place)
    {
        var flags = (MessageFlags)(body.Whole("flags", 0, int.MaxValue) ?? 0);
        var wrong = flags & ~place.AllowedFlags;
        // Editing sends back what Discord gave: flags the message has already are no news.
        if (place.Edited is not null) wrong &= ~place.Edited.Flags;
        if (wrong != 0)
        {
            var hint = wrong.HasFlag(MessageFlags.Ephemeral) ? " Only the answer to an interaction can be ephemeral." : "";
            body.Refuse("flags", "MESSAGE_FLAGS_INVALID", $"These flags cannot be set here: {(int)wrong}.{hint}");
        }

        return flags & place.AllowedFlags;
    }

    private List<StoredFile> ReadFiles(Form body, IReadOnlyList<Upload> uploads, MessagePlace place)
    {
        var before = place.Edited?.Files ?? [];
        var files = body.Has("attachments") ? [] : new List<StoredFile>(before);
        var described = new Dictionary<int, Form>();
        foreach (var form in body.Objects("attachments", 10))
        {
            form.Text("description", 1024);
            form.Text("filename", 1024);
            if (form.Id("id", required: true) is not { } id) continue;
            if (before.FirstOrDefault(file => file.Id == id) is { } kept) files.Add(kept);
            else if (uploads.Any(upload => upload.Index == (int)Math.Min(id, int.MaxValue))) described[(int)id] = form;
            else form.Refuse("id", "ATTACHMENT_NOT_FOUND",
                $"There is no files[{id}] in this request, and no attachment of that id on the message.");
        }

        foreach (var upload in uploads)
        {
            var form = described.GetValueOrDefault(upload.Index);
            var name = StoredFile.SafeName(form?.Json["filename"]?.ToString() ?? upload.Name);
            var id = ids.Next();
            files.Add(new StoredFile(id, name, form?.Json["description"]?.ToString(), upload.ContentType, upload.Bytes,
                new Uri(address, $"cdn/attachments/{place.Channel.Id}/{id}/{name}")));
        }

        if (files.Count > 10) body.Refuse("attachments", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 10 in length.");
        return files;
    }
}

/// <summary>Resolves <c>attachment://name</c> and remembers which files were shown that way.</summary>
internal sealed class FileReferences(IReadOnlyList<StoredFile> files)
{
    private readonly HashSet<ulong> claimed = [];

    public IReadOnlyList<StoredFile> Marked() => [.. files.Select(file => file with { Claimed = claimed.Contains(file.Id) })];

    /// <summary>The file behind an attachment:// address; notes an error at <paramref name="field"/> if there is none.</summary>
    public StoredFile? Resolve(Form form, string field, string url)
    {
        var name = Uri.UnescapeDataString(url["attachment://".Length..]);
        var file = files.FirstOrDefault(file => file.Name == name || file.Name == StoredFile.SafeName(name));
        if (file is null)
            form.Refuse(field, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", $"There is no attachment named {name}.");
        else claimed.Add(file.Id);
        return file;
    }

    /// <summary>A http(s) address, or one of a file in the message.</summary>
    public string? Url(Form form, string field, bool required = false)
    {
        if (form.Text(field, 2048, required ? 1 : 0, required) is not { Length: > 0 } url) return null;
        if (url.StartsWith("attachment://", StringComparison.Ordinal)) return Resolve(form, field, url)?.Url.ToString();
        return WebUrl(form, field, url);
    }

    public static string? WebUrl(Form form, string field, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) form.Refuse(field, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (uri.Scheme is not ("http" or "https"))
            form.Refuse(field, "URL_TYPE_INVALID_SCHEME",
                $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
        else return url;
        return null;
    }

    public StoredFile? At(string url) => files.FirstOrDefault(file => file.Url.ToString() == url);
}
