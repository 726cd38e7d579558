using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.People;

/// <summary>A typed command: the path of names ("strength-day add") and its options as typed, in their order.</summary>
internal sealed record TypedLine(string Name, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    /// <summary>
    /// Reads "/exercise name:double leg bridge share:everyone". Values may hold spaces and colons: a new option begins only where a space
    /// is followed by the name of one of the command's options and a colon. What stands before the first is a value without its name.
    /// </summary>
    public static TypedLine Read(string line, IEnumerable<RegisteredCommand> offered)
    {
        var text = line.Trim();
        if (!text.StartsWith('/')) throw new Impossible("A command begins with a slash, such as /exercise.");
        var words = text[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw new Impossible("Type the name of a command after the slash.");
        var matching = offered.Where(command => command.Name == words[0]).ToList();
        if (matching.Count == 0) return new TypedLine(words[0], []);

        var path = new List<string> { words[0] };
        var options = matching[0].Json["options"] as JsonArray ?? [];
        while (options.Count > 0 && OptionType.IsSub((int)options[0]!["type"]!) && words.Length > path.Count
            && options.FirstOrDefault(option => (string)option!["name"]! == words[path.Count]) is { } sub)
        {
            path.Add(words[path.Count]);
            options = sub["options"] as JsonArray ?? [];
        }

        var rest = text[1..];
        foreach (var word in path) rest = rest.TrimStart()[word.Length..];
        return new TypedLine(string.Join(' ', path), Split(rest, options));
    }

    private static List<KeyValuePair<string, string>> Split(string rest, JsonArray taken)
    {
        List<string> known = [.. taken.Select(option => (string)option!["name"]!)];
        var starts = new List<(int At, string Name)>();
        for (var i = 0; i < rest.Length; i++)
        {
            if (i > 0 && !char.IsWhiteSpace(rest[i - 1])) continue;
            var here = known.FirstOrDefault(name => rest.AsSpan(i).StartsWith(name + ":", StringComparison.Ordinal));
            if (here is not null) starts.Add((i, here));
        }

        var options = new List<KeyValuePair<string, string>>();
        var before = rest[..(starts.Count > 0 ? starts[0].At : rest.Length)].Trim();
        if (before.Length > 0)
        {
            var name = ForLoose(taken)
                ?? throw new Impossible($"I cannot tell which option \"{before}\" belongs to. The command has none.");
            options.Add(new(name, before));
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var (at, name) = starts[i];
            if (options.Exists(option => option.Key == name)) throw new Impossible($"The option {name}: is there twice. Type it once.");
            var from = at + name.Length + 1;
            var to = i + 1 < starts.Count ? starts[i + 1].At : rest.Length;
            options.Add(new(name, rest[from..to].Trim()));
        }

        return options;
    }

    /// <summary>The option that takes text without a name before it: the first needed one, else the one for free text.</summary>
    private static string? ForLoose(JsonArray options)
    {
        var option = options.FirstOrDefault(option => (bool?)option!["required"] ?? false)
            ?? options.FirstOrDefault(option => IsText(option!) && option!["autocomplete"] is null)
            ?? options.FirstOrDefault(option => IsText(option!))
            ?? options.FirstOrDefault(option => !OptionType.IsSub((int)option!["type"]!));
        return (string?)option?["name"];

        static bool IsText(JsonNode option) =>
            (int)option["type"]! == OptionType.String && option["choices"] is not JsonArray { Count: > 0 };
    }
}
