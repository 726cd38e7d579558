using System.Text.Json.Nodes;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Gateway;

/// <summary>Op 8, answered with GUILD_MEMBERS_CHUNK. Discord: events/gateway-events, "Request Guild Members".</summary>
internal static class MemberRequest
{
    private const int MostIds = 100;
    private const int LongestNonce = 32;

    /// <returns>With what to close a session that asks for what it may not have, or asks in a way nobody could answer.</returns>
    public static (int Code, string Reason)? Answer(DiscordState discord, Session session, JsonNode? data)
    {
        if (data is not JsonObject request) return (4002, "Error while decoding payload.");
        if (discord.World.Teams.FirstOrDefault(team =>
            team.Id == Form.AsId(request["guild_id"]) && session.Covers(team.Id)) is not { } team)
            return (4002, "Request guild members: guild_id is none of this session's guilds.");
        var ids = request["user_ids"] switch
        {
            null => null,
            JsonArray list => list.Select(Form.AsId).ToList(),
            var one => [Form.AsId(one)],
        };
        if (ids is { Count: > MostIds } || ids?.Contains(null) == true)
            return (4002, $"Request guild members: user_ids takes up to {MostIds} ids.");
        var query = request["query"] is JsonValue text && text.TryGetValue<string>(out var typed) ? typed : null;
        var limit = request["limit"] is JsonValue number && number.TryGetValue<int>(out var count) && count >= 0 ? count : (int?)null;
        if (ids is null && (query is null || limit is null)) return (4002, "Request guild members: send user_ids, or query and limit.");
        if (ids is null && query!.Length == 0 && limit == 0 && !session.Intents.HasFlag(Intents.GuildMembers))
            return (4014, "Disallowed intent(s): all members need GUILD_MEMBERS.");
        var withPresences = request["presences"] is JsonValue wish && wish.TryGetValue<bool>(out var wanted) && wanted;
        if (withPresences && !session.Intents.HasFlag(Intents.GuildPresences))
            return (4014, "Disallowed intent(s): presences need GUILD_PRESENCES.");

        List<JsonObject> members = ids is not null
            ? [.. ids.Select(id => MemberOf(id!.Value)).OfType<JsonObject>()]
            : [.. Everybody().Where(member => Begins(member, query!)).Take(limit == 0 ? int.MaxValue : limit!.Value)];
        var chunk = new JsonObject
        {
            ["guild_id"] = team.Id.ToString(),
            ["members"] = new JsonArray([.. members]),
            ["chunk_index"] = 0,
            ["chunk_count"] = 1,
            ["not_found"] = new JsonArray(
                [.. (ids ?? []).Where(id => MemberOf(id!.Value) is null).Select(id => (JsonNode)id!.Value.ToString())]),
        };
        if (withPresences) chunk["presences"] = new JsonArray();
        if (request["nonce"]?.ToString() is { Length: <= LongestNonce } nonce) chunk["nonce"] = nonce;
        session.Dispatch("GUILD_MEMBERS_CHUNK", chunk);
        return null;

        JsonObject? MemberOf(ulong id) => WorldJson.Member(discord.World, discord.Bots, team, id);

        IEnumerable<JsonObject> Everybody() => discord.World.Members.Select(person => person.Id)
            .Concat(discord.Bots.All.Select(bot => bot.Id)).Append(World.OwnerId).Select(MemberOf).OfType<JsonObject>();
    }

    private static bool Begins(JsonObject member, string query) => ((string[])["username", "global_name"])
        .Any(name => (member["user"]![name]?.ToString() ?? "").StartsWith(query, StringComparison.OrdinalIgnoreCase));
}
