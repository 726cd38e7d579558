using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoachBot.Discord.Rest;

/// <summary>A request body being written: a buffer and a JSON writer that are used again, so that an answer costs little.</summary>
internal sealed class Payload
{
    private const int Kept = 16;
    private const int LargestKept = 64 * 1024;
    private static readonly ConcurrentBag<Payload> Spare = [];
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    private Payload()
    {
        // The body is read by Discord, never placed in a page of HTML: plain UTF-8 is shorter than \u escapes.
        Json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public Utf8JsonWriter Json { get; }

    public static Payload Rent() => Spare.TryTake(out var payload) ? payload : new Payload();

    public ReadOnlyMemory<byte> Finish()
    {
        Json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Only after the request is answered: one that was given up may still be read by the transport.</summary>
    public void Return()
    {
        if (bytes.Capacity > LargestKept || Spare.Count >= Kept) return;
        bytes.ResetWrittenCount();
        Json.Reset();
        Spare.Add(this);
    }
}
