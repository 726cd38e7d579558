using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;

namespace CoachBot.Discord.Rest;

/// <summary>A message or an answer, written as the body of a request: a buffer and a JSON writer that are used again, so that an answer costs little.</summary>
internal sealed class Payload
{
    private const int Kept = 16;
    private const int LargestKept = 64 * 1024;
    private static readonly ConcurrentBag<Payload> Spare = [];
    private readonly ArrayBufferWriter<byte> bytes = new(1024);
    private IReadOnlyList<Attachment>? files;

    private Payload()
    {
        // The body is read by Discord, never placed in a page of HTML: plain UTF-8 is shorter than \u escapes.
        Json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private Utf8JsonWriter Json { get; }

    public static Payload Of(InteractionResponse response)
    {
        var payload = Rent(ResponseJson.BodyOf(response)?.Attachments);
        ResponseJson.Write(payload.Json, response);
        return payload;
    }

    /// <param name="editing">It takes the place of a message that is there.</param>
    /// <param name="nonce">Sent twice with the same, the message is posted once.</param>
    public static Payload Of(MessageBody body, bool editing = false, string? nonce = null)
    {
        var payload = Rent(body.Attachments);
        payload.Json.WriteStartObject();
        MessageJson.WriteMembers(payload.Json, body, editing);
        if (nonce is not null)
        {
            payload.Json.WriteString("nonce"u8, nonce);
            payload.Json.WriteBoolean("enforce_nonce"u8, true);
        }

        payload.Json.WriteEndObject();
        return payload;
    }

    /// <summary>The whole body, files and all. It lies in this payload's buffer.</summary>
    public PreparedResponse Finish(Jitter jitter)
    {
        Json.Flush();
        var (body, contentType) = files is { Count: > 0 } ? Multipart.Write(bytes.WrittenMemory, files, jitter) : (bytes.WrittenMemory, RestCall.Json);
        LimitCheck.Require(body.Length <= DiscordLimits.RequestBytes, "body", "is larger than Discord accepts");
        return new PreparedResponse(body, contentType);
    }

    /// <summary>Only after the request is answered: one that was given up may still be read by the transport.</summary>
    public void Return()
    {
        if (bytes.Capacity > LargestKept || Spare.Count >= Kept) return;
        bytes.ResetWrittenCount();
        Json.Reset();
        files = null;
        Spare.Add(this);
    }

    private static Payload Rent(IReadOnlyList<Attachment>? files)
    {
        var payload = Spare.TryTake(out var spare) ? spare : new Payload();
        payload.files = files;
        return payload;
    }
}
