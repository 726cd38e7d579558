using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Search;

namespace CoachBot.Exercises.Own;

/// <summary>What one entry of a file comes to.</summary>
/// <param name="Line">The entry's place in the file, from 1.</param>
/// <param name="Change">Null when the entry is refused, or changes nothing.</param>
/// <param name="What">For the report, in words.</param>
internal sealed record ImportLine(int Line, OwnExerciseChange? Change, string What);

/// <summary>Reads a file in the catalogue's form (docs/team-exercises.schema.json) and says, entry by entry, what it would do. Writes nothing.</summary>
internal static class ImportPlan
{
    public const int MostEntries = 50;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "id", "name", "level", "steps", "cues", "dose", "after", "regressions", "link", "doseType" };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <exception cref="UserError">The text is no such file.</exception>
    public static IReadOnlyList<ImportLine> Read(string json, Shelf shelf)
    {
        var lines = new List<ImportLine>();
        var added = new Dictionary<string, OwnExerciseText>(StringComparer.Ordinal);
        foreach (var (place, entry) in Entries(json).Index())
        {
            var line = ReadEntry(place + 1, entry, shelf, added);
            lines.Add(line);
            if (line.Change is { } change) added[change.Text.NameKey] = change.Text;
        }
        return lines;
    }

    private static IReadOnlyList<JsonNode?> Entries(string json)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json, documentOptions: Strict);
            var entries = root as JsonArray ?? (root as JsonObject)?["exercises"] as JsonArray
                ?? throw new UserError(_ => "I expect a list of exercises: {\"exercises\": [ … ]}. docs/team-exercises.md shows one. Nothing was changed.");
            if (entries.Count is 0 or > MostEntries) throw new UserError(_ => $"The file has {entries.Count} exercises; 1 to {MostEntries} can be imported at once. Nothing was changed.");
            return [.. entries];
        }
        catch (JsonException problem)
        {
            var where = problem.LineNumber is { } at ? $" in line {at + 1}" : "";
            throw new UserError(_ => $"This is no JSON that I can read: something is wrong{where}. Check the commas and quotation marks there. Nothing was changed.");
        }
    }

    private static ImportLine ReadEntry(int line, JsonNode? node, Shelf shelf, Dictionary<string, OwnExerciseText> added)
    {
        ImportLine Refused(string name, string why) => new(line, null, $"{line}. Refused{(name.Length > 0 ? $" {Markup.Quote(name)}" : "")}: {why}");

        if (node is not JsonObject entry) return Refused("", "this is no exercise, but something else.");
        var name = Markup.Clean(Text(entry["name"]) ?? "");
        if (name.Length == 0) return Refused("", "it has no name.");
        if (Text(entry["id"]) is { } id && shelf.Find(id) is Exercise) return Refused(name, "its id is one of the library's, which stays as it is.");
        if (!Enum.TryParse<Level>(Text(entry["level"]), ignoreCase: true, out var level) || !Enum.IsDefined(level)) return Refused(name, "its level must be basic or advanced.");
        if (Lines(entry["steps"]) is not { } steps) return Refused(name, "its steps must be a list of texts.");
        if (Lines(entry["cues"]) is not { } cues) return Refused(name, "its cues must be a list of texts.");
        if (Dose(entry["dose"]) is not { } dose) return Refused(name, "its dose must be a text, such as 2 x 10 reps, or have a beginner's text.");
        if (!Below(entry, shelf, added, out var after)) return Refused(name, "I don't know the exercise below it. It must be in the library, in your team's own, or further up in this file.");
        var key = OwnExerciseText.KeyOf(name);
        if (added.ContainsKey(key)) return Refused(name, "the same name stands further up in this file.");

        var text = new OwnExerciseText { Name = name, Level = level, Steps = steps, Cues = cues, Dose = Markup.Clean(dose), After = after, Link = Text(entry["link"]) is { } link ? Markup.Clean(link) : null };
        var editing = shelf.Own.FirstOrDefault(own => own.Id == Text(entry["id"])) ?? shelf.Own.FirstOrDefault(own => OwnExerciseText.KeyOf(own.Name) == key);
        if (text.Problem(shelf, editing) is { } problem) return Refused(name, problem);

        var left = entry.Select(property => property.Key).Where(property => !Kept.Contains(property)).ToList();
        var note = left.Count > 0 ? $" (not kept: {Markup.Escape(Markup.Clean(string.Join(", ", left.Take(6))))})" : "";
        if (editing is null) return new(line, new(text, null), $"{line}. Add {Markup.Quote(name)}{note}");
        var changed = Differences(text, editing);
        return changed.Length == 0
            ? new(line, null, $"{line}. No change for {Markup.Quote(name)}{note}")
            : new(line, new(text, editing), $"{line}. Change {Markup.Quote(editing.Name)}: {changed}{note}");
    }

    private static string Differences(OwnExerciseText text, OwnExercise now) => string.Join(", ", new[]
    {
        text.Name != now.Name ? "name" : "",
        text.Level != now.Level ? "level" : "",
        !text.Steps.SequenceEqual(now.Steps) ? "steps" : "",
        !text.Cues.SequenceEqual(now.Cues) ? "cues" : "",
        text.Dose != now.Dose ? "dose" : "",
        text.After != now.After ? "place on the ladder" : "",
        text.Link != now.Link ? "link" : "",
    }.Where(part => part.Length > 0));

    /// <summary>"after" is ours; "regressions" is the catalogue's, the nearest first.</summary>
    private static bool Below(JsonObject entry, Shelf shelf, Dictionary<string, OwnExerciseText> added, out string? id)
    {
        id = null;
        var named = Text(entry["after"]) ?? (entry["regressions"] is JsonArray { Count: > 0 } below ? Text(below[0]) : null);
        if (named is null) return entry["after"] is null;
        var key = OwnExerciseText.KeyOf(named);
        id = added.ContainsKey(key) && shelf.Own.All(own => OwnExerciseText.KeyOf(own.Name) != key)
            ? OwnExerciseChange.NewPrefix + key
            : (shelf.Find(named) ?? shelf.Index.Called(SearchText.Normalise(named)))?.Id;
        return id is not null;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <returns>Null when it is neither a text nor a list of texts.</returns>
    private static IReadOnlyList<string>? Lines(JsonNode? node) => node switch
    {
        JsonArray list => list.All(line => Text(line) is not null) ? [.. list.SelectMany(line => OwnExerciseText.Lines(Text(line)!))] : null,
        _ => Text(node) is { } text ? OwnExerciseText.Lines(text) : null,
    };

    /// <summary>The catalogue tells a dose for each level; a team's own exercise has one, the beginner's.</summary>
    private static string? Dose(JsonNode? node) => Text(node) ?? ((node as JsonObject)?["beginner"] is { } beginner ? Text(beginner) ?? Text((beginner as JsonObject)?["text"]) : null);
}
