using System.Text.Json;

namespace CoachBot.Discord.Gateway;

/// <summary>Events this connector reads; all others are counted in the sequence and left unread.</summary>
internal enum EventKind
{
    Other,
    Ready,
    Resumed,
    InteractionCreate,
    GuildCreate,
    GuildDelete,
}

/// <summary>
/// The frame around a payload (Discord: Gateway Events, "Payload Structure"). Only the place of <c>d</c> is
/// noted: most events (GUILD_CREATE is large) are not needed here and never become objects. Of those not even the
/// end is looked for, where Discord's usual order of members allows it.
/// </summary>
/// <param name="Op">-1 when missing or no number.</param>
/// <param name="Whole">
/// False when the frame broke off or is not JSON; what was read before that is kept. Not checked for an event that is not read.
/// </param>
internal readonly record struct Envelope(int Op, long? Sequence, EventKind Event, ReadOnlyMemory<byte> Data, bool Whole)
{
    public static Envelope Read(ReadOnlyMemory<byte> frame)
    {
        int op = -1, start = 0, length = 0;
        long? sequence = null;
        var kind = EventKind.Other;
        var reader = new Utf8JsonReader(frame.Span, new JsonReaderOptions { MaxDepth = 64 });
        var (whole, named) = (false, false);
        try
        {
            reader.Read();
            whole = reader.TokenType == JsonTokenType.StartObject;
            while (whole && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("op"u8))
                {
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)) op = number;
                    else reader.Skip();
                }
                else if (reader.ValueTextEquals("s"u8))
                {
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && number >= 0) sequence = number;
                    else reader.Skip();
                }
                else if (reader.ValueTextEquals("t"u8))
                {
                    reader.Read();
                    named = reader.TokenType == JsonTokenType.String;
                    if (named) kind = KindOf(ref reader);
                    else reader.Skip();
                }
                else if (reader.ValueTextEquals("d"u8))
                {
                    reader.Read();
                    var from = (int)reader.TokenStartIndex;
                    if (op == 0 && sequence is not null && named && kind is (EventKind.Other or EventKind.GuildCreate))
                        return new Envelope(op, sequence, kind, frame[from..], true);
                    reader.Skip();
                    // Together, and only now: of two d the second may break off.
                    (start, length) = (from, (int)reader.BytesConsumed - from);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            // Anything after the object is damage as well.
            whole = whole && !reader.Read();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The latter for a name or type such as \ud800, which is JSON but no text.
            whole = false;
        }

        return new Envelope(op, sequence, kind, frame.Slice(start, length), whole);
    }

    private static EventKind KindOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("INTERACTION_CREATE"u8) ? EventKind.InteractionCreate
        : reader.ValueTextEquals("READY"u8) ? EventKind.Ready
        : reader.ValueTextEquals("RESUMED"u8) ? EventKind.Resumed
        : reader.ValueTextEquals("GUILD_CREATE"u8) ? EventKind.GuildCreate
        : reader.ValueTextEquals("GUILD_DELETE"u8) ? EventKind.GuildDelete
        : EventKind.Other;
}
