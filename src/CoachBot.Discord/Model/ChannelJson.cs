using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>Reads a channel object, whole as REST gives it or in part as an interaction's resolved data has it.</summary>
internal static class ChannelJson
{
    /// <returns>Null when it has no id.</returns>
    public static ChannelInfo? Read(JsonElement channel) => channel.Id("id") is { } id
        ? new ChannelInfo(id, channel.Whole("type") is { } type and >= 0 and <= int.MaxValue ? (int)type : null, channel.Id("guild_id"), channel.Id("permissions"))
        : null;
}
