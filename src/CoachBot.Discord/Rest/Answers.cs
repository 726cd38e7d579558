using System.Text.Json;
using CoachBot.Discord.Model;

namespace CoachBot.Discord.Rest;

/// <summary>Reads the few things we need from answers. An answer that is not what was expected gives nothing, not an error.</summary>
internal static class Answers
{
    /// <summary>Discord's own error code (Discord: Opcodes and Status Codes, "JSON"), or 0.</summary>
    public static int ErrorCode(byte[] body) => (int)Math.Clamp(Read(body, root => root.Whole("code")) ?? 0, 0, int.MaxValue);

    public static IReadOnlyList<FieldError> FieldErrors(byte[] body) => Read(body, Rest.FieldErrors.Read) ?? [];

    public static ulong? Id(byte[] body) => Read(body, root => root.Id("id"));

    public static ChannelInfo? Channel(byte[] body) => Read(body, ChannelJson.Read);

    /// <returns>Null when the answer is no list.</returns>
    public static IReadOnlyList<RoleInfo>? Roles(byte[] body) => Read(body, root => root.ValueKind != JsonValueKind.Array ? null : (IReadOnlyList<RoleInfo>)
    [
        .. from role in root.EnumerateArray()
           let id = role.Id("id")
           where id is not null
           select new RoleInfo(id.Value, role.Id("permissions") ?? 0, role.Member("mentionable").ValueKind == JsonValueKind.True),
    ]);

    /// <returns>The ids of a member's roles; null when the answer is no member.</returns>
    public static IReadOnlyList<ulong>? MemberRoles(byte[] body) => Read(body, root => root.Member("roles") is { ValueKind: JsonValueKind.Array } roles
        ? roles.EnumerateArray().Select(role => role.AsId()).OfType<ulong>().ToList()
        : (IReadOnlyList<ulong>?)null);

    /// <returns>Null when the answer is no list, or one with something in it that has no id.</returns>
    public static IReadOnlyList<ulong>? Ids(byte[] body) => Read(body, root =>
    {
        if (root.ValueKind != JsonValueKind.Array) return null;
        var ids = root.EnumerateArray().Select(e => e.Id("id")).OfType<ulong>().ToList();
        return ids.Count == root.GetArrayLength() ? ids : null;
    });

    /// <returns>Ids of commands by their names, 0 where an id is missing; null when the answer is no list.</returns>
    public static IReadOnlyDictionary<string, ulong>? Commands(byte[] body) => Read(body, root =>
    {
        if (root.ValueKind != JsonValueKind.Array) return null;
        var ids = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var command in root.EnumerateArray())
        {
            if (command.Text("name") is { } name) ids[name] = command.Id("id") ?? 0;
        }

        return ids;
    });

    /// <returns>Null when there is no usable address.</returns>
    public static GatewayBot? Gateway(byte[] body) => Read(body, root =>
    {
        if (!Uri.TryCreate(root.Text("url"), UriKind.Absolute, out var url)) return null;
        var limit = root.Member("session_start_limit");
        return new GatewayBot(
            url,
            (int)Math.Clamp(root.Whole("shards") ?? 1, 1, 100_000),
            limit.Whole("remaining") is { } left ? (int)Math.Clamp(left, 0, int.MaxValue) : null,
            limit.Number("reset_after") is { } ms ? TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, 86_400_000)) : null,
            (int)Math.Clamp(limit.Whole("max_concurrency") ?? 1, 1, 1000));
    });

    private static T? Read<T>(byte[] body, Func<JsonElement, T?> read)
    {
        if (body.Length == 0) return default;
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
