using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>Reads a channel object, whole as REST gives it or in part as an interaction's resolved data has it.</summary>
internal static class ChannelJson
{
    /// <returns>Null when it has no id.</returns>
    public static ChannelInfo? Read(JsonElement channel)
    {
        if (channel.Id("id") is not { } id) return null;
        var type = channel.Whole("type") is { } number and >= 0 and <= int.MaxValue ? (int)number : (int?)null;
        return new ChannelInfo(id, type, channel.Id("guild_id"), channel.Id("permissions"))
        {
            ParentId = channel.Id("parent_id"),
            IsLocked = channel.Member("thread_metadata").Member("locked").ValueKind == JsonValueKind.True,
            Overwrites = ReadOverwrites(channel.Member("permission_overwrites")),
        };
    }

    private static IReadOnlyList<PermissionOverwrite> ReadOverwrites(JsonElement list) => list.ValueKind != JsonValueKind.Array ? [] :
    [
        .. from entry in list.EnumerateArray()
           let id = entry.Id("id")
           where id is not null
           select new PermissionOverwrite(id.Value, entry.Id("allow") ?? 0, entry.Id("deny") ?? 0),
    ];
}
