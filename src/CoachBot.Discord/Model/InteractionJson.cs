using System.Text.Json;

namespace CoachBot.Discord.Model;

/// <summary>
/// Reads an interaction object. What is missing, null or of another type than documented is left at its
/// default: one odd member must not cost a person their answer.
/// </summary>
internal static class InteractionJson
{
    /// <returns>Null when id, token or type is missing.</returns>
    public static Interaction? Read(JsonElement root)
    {
        if (root.Id("id") is not { } id || root.Text("token") is not { Length: > 0 } token || root.Whole("type") is not { } type)
            return null;
        var member = root.Member("member");
        var user = member.Member("user").Id("id") ?? root.Member("user").Id("id") ?? 0;
        return new Interaction
        {
            Id = id,
            ApplicationId = root.Id("application_id") ?? 0,
            Type = (InteractionType)Math.Clamp(type, int.MinValue, int.MaxValue),
            Token = token,
            GuildId = root.Id("guild_id") ?? root.Member("guild").Id("id"),
            ChannelId = root.Id("channel_id") ?? root.Member("channel").Id("id"),
            UserId = user,
            Permissions = member.Id("permissions") ?? 0,
            Roles = ReadRoles(member.Member("roles")),
            AppPermissions = root.Id("app_permissions"),
            Locale = root.Text("locale"),
            Data = ReadData(root.Member("data"), root.Member("message")),
        };
    }

    private static InteractionData ReadData(JsonElement data, JsonElement message)
    {
        if (data.ValueKind != JsonValueKind.Object && message.ValueKind != JsonValueKind.Object) return InteractionData.Empty;
        return new InteractionData
        {
            Name = data.Text("name") ?? "",
            Options = ReadOptions(data.Member("options")),
            Resolved = ReadResolved(data.Member("resolved")),
            CustomId = data.Text("custom_id") ?? "",
            ComponentType = (int)Math.Clamp(data.Whole("component_type") ?? 0, int.MinValue, int.MaxValue),
            Values = ReadTexts(data.Member("values")),
            Fields = ReadFields(data.Member("components")),
            MessageId = message.Id("id"),
            MessageFlags = (MessageFlags)(int)Math.Clamp(message.Whole("flags") ?? 0, 0, int.MaxValue),
        };
    }

    private static List<InteractionOption> ReadOptions(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0) return [];
        var options = new List<InteractionOption>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.Text("name") is not { } name) continue;
            options.Add(new InteractionOption
            {
                Name = name,
                Value = item.Member("value").Plain(),
                Focused = item.Member("focused").ValueKind == JsonValueKind.True,
                Options = ReadOptions(item.Member("options")),
            });
        }

        return options;
    }

    private static ResolvedData ReadResolved(JsonElement resolved)
    {
        if (resolved.ValueKind != JsonValueKind.Object) return ResolvedData.Empty;
        return new ResolvedData
        {
            Channels = ReadById(resolved.Member("channels"), (_, channel) => ChannelJson.Read(channel)),
            Roles = ReadById(resolved.Member("roles"), (id, _) => (object)id).Keys,
            Users = ReadById(resolved.Member("users"), (id, _) => (object)id).Keys,
            Members = ReadById(
                resolved.Member("members"),
                (_, member) => new ResolvedMember(ReadRoles(member.Member("roles")), member.Id("permissions") ?? 0)),
        };
    }

    /// <summary>An object whose members are named by ids.</summary>
    private static Dictionary<ulong, T> ReadById<T>(JsonElement byId, Func<ulong, JsonElement, T?> read) where T : class
    {
        var values = new Dictionary<ulong, T>();
        if (byId.ValueKind != JsonValueKind.Object) return values;
        foreach (var member in byId.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object || TolerantJson.Digits(member.NameAsText()) is not { } id) continue;
            if (read(id, member.Value) is { } value) values[id] = value;
        }

        return values;
    }

    private static List<ulong> ReadRoles(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0) return [];
        var roles = new List<ulong>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.AsId() is { } id) roles.Add(id);
        }

        return roles;
    }

    private static List<string> ReadTexts(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0) return [];
        var texts = new List<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (item.AsText() is { } text) texts.Add(text);
        }

        return texts;
    }

    private static List<SubmittedField> ReadFields(JsonElement components)
    {
        if (components.ValueKind != JsonValueKind.Array) return [];
        var fields = new List<SubmittedField>();
        CollectFields(components, fields);
        return fields;
    }

    /// <summary>Inputs sit in action rows (<c>components</c>) or, since 2025, in labels (<c>component</c>).</summary>
    private static void CollectFields(JsonElement components, List<SubmittedField> fields)
    {
        foreach (var item in components.EnumerateArray())
        {
            CollectField(item, fields);
            CollectField(item.Member("component"), fields);
            if (item.Member("components") is { ValueKind: JsonValueKind.Array } inner) CollectFields(inner, fields);
        }
    }

    private static void CollectField(JsonElement item, List<SubmittedField> fields)
    {
        if (item.Text("custom_id") is not { } id) return;
        fields.Add(new SubmittedField(id, item.Text("value") ?? (ReadTexts(item.Member("values")) is [var first, ..] ? first : null)));
    }
}
