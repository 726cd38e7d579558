using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Chat;

/// <summary>A file in a multipart body; <paramref name="Index"/> is the n of <c>files[n]</c>.</summary>
internal sealed record Upload(int Index, string Name, string ContentType, byte[] Bytes);

/// <summary>An uploaded file with its place under /cdn.</summary>
internal sealed record StoredFile(ulong Id, string Name, string? Description, string ContentType, byte[] Bytes, Uri Url)
{
    /// <summary>An embed that shows the file claims it: Discord then leaves it out of the message's attachments.</summary>
    public bool Claimed { get; init; }

    public (int Width, int Height)? Size { get; } = PngSize(Bytes) ?? GifSize(Bytes);

    public JsonObject Json(bool ephemeral)
    {
        var json = new JsonObject
        {
            ["id"] = Id.ToString(),
            ["filename"] = Name,
            ["size"] = Bytes.Length,
            ["url"] = Url.ToString(),
            ["proxy_url"] = Url.ToString(),
            ["content_type"] = ContentType,
        };
        if (Description is not null) json["description"] = Description;
        if (ephemeral) json["ephemeral"] = true;
        if (Size is { } size) (json["width"], json["height"]) = (size.Width, size.Height);
        return json;
    }

    /// <summary>What Discord makes of a file name: letters, digits, dot, dash and underscore.</summary>
    public static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
        return safe.Length == 0 ? "file" : safe;
    }

    // Width and height are the first two fields of a PNG's first chunk.
    private static (int, int)? PngSize(byte[] bytes) =>
        bytes.Length >= 24 && bytes.AsSpan(0, 8).SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)))
            : null;

    // A GIF's follow its six letters of signature.
    private static (int, int)? GifSize(byte[] bytes) =>
        bytes.Length >= 10 && bytes.AsSpan(0, 4).SequenceEqual("GIF8"u8)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)))
            : null;
}
