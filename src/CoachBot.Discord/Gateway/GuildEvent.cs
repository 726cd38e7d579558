using System.Text.Json;
using CoachBot.Discord.Model;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// GUILD_CREATE and GUILD_DELETE as far as we need them (Discord: Gateway Events). A GUILD_CREATE holds channels, roles and
/// members, and comes once for each server after each READY; only its id is read, and reading stops there.
/// </summary>
internal static class GuildEvent
{
    /// <returns>Null when there is no id.</returns>
    /// <exception cref="JsonException">Damaged before the id.</exception>
    public static ulong? Id(ReadOnlySpan<byte> data)
    {
        var reader = At(data, "id"u8);
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetUInt64(out var number) => number,
            JsonTokenType.String => TolerantJson.Digits(reader.ValueSpan),
            _ => null,
        };
    }

    /// <summary>The server has an outage; without this the bot was removed from it.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static bool IsOutage(ReadOnlySpan<byte> data) => At(data, "unavailable"u8).TokenType == JsonTokenType.True;

    /// <summary>A reader on the value of the first member of that name; on the object's end when there is none.</summary>
    private static Utf8JsonReader At(ReadOnlySpan<byte> data, ReadOnlySpan<byte> name)
    {
        // Not the final block: what follows the value is not read.
        var reader = new Utf8JsonReader(data, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 64 }));
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return reader;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            if (found ? !reader.Read() : !reader.TrySkip()) break;
            if (found) return reader;
        }

        return default;
    }
}
