using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;

namespace CoachBot.Sandbox.Rules;

/// <summary>
/// The field errors of one request, nested as Discord nests them: {"embeds":{"0":{"title":{"_errors":[{"code","message"}]}}}}.
/// Discord: reference, "Error Messages".
/// </summary>
internal sealed class FormErrors
{
    private readonly JsonObject root = [];

    public bool Any => root.Count > 0;

    /// <summary>Notes an error at a path such as <c>embeds.0.title</c>; the empty path means the whole body.</summary>
    public void Add(string path, string code, string message)
    {
        var node = root;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject next) node[step] = next = [];
            node = next;
        }

        if (node["_errors"] is not JsonArray list) node["_errors"] = list = [];
        list.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void ThrowIfAny()
    {
        if (Any) throw Refusal.InvalidForm(root);
    }

    /// <summary>The refusal for a single wrong field.</summary>
    public static Refusal One(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return Refusal.InvalidForm(errors.root);
    }
}
