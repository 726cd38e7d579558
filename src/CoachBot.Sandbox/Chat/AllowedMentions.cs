using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Chat;

/// <summary>Which mentions may ping. Discord: resources/message, "Allowed Mentions Object".</summary>
internal sealed record AllowedMentions(bool Everyone, bool AllRoles, bool AllUsers, IReadOnlyList<ulong> Roles, IReadOnlyList<ulong> Users)
{
    private static readonly string[] Kinds = ["users", "roles", "everyone"];

    public static AllowedMentions OfMessages { get; } = new(true, true, true, [], []);

    public static AllowedMentions OfInteractions { get; } = new(false, false, true, [], []);

    public static AllowedMentions Read(Form body, AllowedMentions whenAbsent)
    {
        if (body.Object("allowed_mentions") is not { } form) return whenAbsent;
        var parse = new List<string>();
        foreach (var (node, i) in form.List("parse", 100).Select((node, i) => (node, i)))
        {
            if (node?.ToString() is { } kind && Kinds.Contains(kind)) parse.Add(kind);
            else form.Refuse($"parse.{i}", "BASE_TYPE_CHOICES", "Value must be one of ('users', 'roles', 'everyone').");
        }

        var users = Ids(form, "users");
        var roles = Ids(form, "roles");
        form.Flag("replied_user");
        if (users.Count > 0 && parse.Contains("users")) Exclusive(form, "users");
        if (roles.Count > 0 && parse.Contains("roles")) Exclusive(form, "roles");
        return new(parse.Contains("everyone"), parse.Contains("roles"), parse.Contains("users"), roles, users);
    }

    private static void Exclusive(Form form, string kind) =>
        form.Refuse("parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");

    private static List<ulong> Ids(Form form, string name)
    {
        var ids = new List<ulong>();
        foreach (var (node, i) in form.List(name, 100).Select((node, i) => (node, i)))
        {
            if (Form.AsId(node) is { } id) ids.Add(id);
            else form.Refuse($"{name}.{i}", "NUMBER_TYPE_COERCE", $"Value \"{node}\" is not snowflake.");
        }

        return ids;
    }
}
