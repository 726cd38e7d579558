using System.Text.Json.Nodes;
using CoachBot.Chat.Saying;
using CoachBot.Exercises;
using CoachBot.Exercises.Search;
using CoachBot.Exercises.Shelves;

namespace CoachBot.TeamExercises;

/// <summary>What one entry of a file comes to.</summary>
/// <param name="Change">Null when the entry is refused, or changes nothing.</param>
/// <param name="What">For the report, in words.</param>
internal sealed record ImportLine(TeamExerciseChange? Change, string What, bool IsRefused = false);

/// <summary>Reads a file in the catalogue's form (docs/team-exercises.schema.json) and says, entry by entry, what it would do. Writes nothing.</summary>
internal static class ImportPlan
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "id", "name", "level", "steps", "cues", "dose", "after", "regressions", "link", "doseType",
    };

    /// <exception cref="UserError">The text is no such file.</exception>
    public static IReadOnlyList<ImportLine> Read(string json, Shelf shelf, TeamExerciseWords words)
    {
        var lines = new List<ImportLine>();
        var added = new Dictionary<string, TeamExerciseText>(StringComparer.Ordinal);
        foreach (var (place, entry) in ImportFile.Entries(json, words).Index())
        {
            var line = ReadEntry(place + 1, entry, shelf, added, words);
            lines.Add(line);
            if (line.Change is { } change) added[change.Text.NameKey] = change.Text;
        }
        return lines;
    }

    private static ImportLine ReadEntry(int line, JsonNode? node, Shelf shelf, Dictionary<string, TeamExerciseText> added, TeamExerciseWords words)
    {
        ImportLine Refused(string name, string why) => new(null, words.Refused(line, name, why), IsRefused: true);

        if (node is not JsonObject entry) return Refused("", words.NoExercise);
        var name = Markup.Clean(Text(entry["name"]) ?? "");
        if (name.Length == 0) return Refused("", words.NoName);
        if (Text(entry["id"]) is { } id && shelf.Find(id) is { ByTeam: false }) return Refused(name, words.IdOfTheLibrary);
        if (Levels.Read(Text(entry["level"])) is not { } level) return Refused(name, words.OneLevel);
        if (Lines(entry["steps"]) is not { } steps) return Refused(name, words.StepsAreTexts);
        if (Lines(entry["cues"]) is not { } cues) return Refused(name, words.CuesAreTexts);
        if (Dose(entry["dose"]) is not { } dose) return Refused(name, words.DoseIsText);
        if (!Below(entry, shelf, added, out var after)) return Refused(name, words.UnknownBelowInFile);
        var key = TeamExerciseText.KeyOf(name);
        if (added.ContainsKey(key)) return Refused(name, words.SameNameAbove);

        var text = new TeamExerciseText
        {
            Name = name,
            Level = level,
            Steps = steps,
            Cues = cues,
            Dose = Markup.Clean(dose),
            After = after,
            Link = Text(entry["link"]) is { } link ? Markup.Clean(link) : null,
        };
        var editing = shelf.Added.FirstOrDefault(own => own.Id == Text(entry["id"]))
            ?? shelf.Added.FirstOrDefault(own => TeamExerciseText.KeyOf(own.Name) == key);
        if ((text.Problem(shelf, editing, words) ?? BasicAfterNew(text, added, words)) is { } problem) return Refused(name, problem);

        var left = entry.Select(property => property.Key).Where(property => !Kept.Contains(property)).ToList();
        var note = left.Count > 0 ? words.NotKept(Markup.Clean(string.Join(", ", left.Take(6)))) : "";
        if (editing is null) return new(new(text, null), words.WouldAdd(line, name, note));
        var changed = Differences(text, editing, words);
        return changed.Length == 0
            ? new(null, words.WouldNotChange(line, name, note))
            : new(new(text, editing), words.WouldChange(line, editing.Name, changed, note));
    }

    /// <summary>A basic exercise after an advanced one that stands further up in the same file.</summary>
    private static string? BasicAfterNew(TeamExerciseText text, Dictionary<string, TeamExerciseText> added, TeamExerciseWords words) =>
        text.Level == Level.Basic && text.After?.StartsWith(TeamExerciseChange.NewPrefix, StringComparison.Ordinal) == true
        && added[text.After[TeamExerciseChange.NewPrefix.Length..]] is { Level: Level.Advanced } below
            ? words.BasicAfterAdvanced(below.Name)
            : null;

    private static string Differences(TeamExerciseText text, Exercise now, TeamExerciseWords words) => string.Join(", ", new[]
    {
        text.Name != now.Name ? words.Name : "",
        text.Level != now.Level ? words.Level : "",
        !text.Steps.SequenceEqual(now.Steps) ? words.Steps : "",
        !text.Cues.SequenceEqual(now.Cues) ? words.Cues : "",
        text.Dose != now.Dose ? words.Dose : "",
        text.After != now.Below ? words.PlaceOnTheLadder : "",
        text.Link != now.Link ? words.LinkWord : "",
    }.Where(part => part.Length > 0));

    /// <summary>"after" is ours; "regressions" is the catalogue's, the nearest first.</summary>
    private static bool Below(JsonObject entry, Shelf shelf, Dictionary<string, TeamExerciseText> added, out string? id)
    {
        id = null;
        var named = Text(entry["after"]) ?? (entry["regressions"] is JsonArray { Count: > 0 } below ? Text(below[0]) : null);
        if (named is null) return entry["after"] is null;
        var key = TeamExerciseText.KeyOf(named);
        id = added.ContainsKey(key) && shelf.Added.All(own => TeamExerciseText.KeyOf(own.Name) != key)
            ? TeamExerciseChange.NewPrefix + key
            : (shelf.Find(named) ?? shelf.Index.Called(SearchText.Normalise(named)))?.Id;
        return id is not null;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <returns>Null when it is neither a text nor a list of texts.</returns>
    private static IReadOnlyList<string>? Lines(JsonNode? node) => node switch
    {
        JsonArray list => list.All(line => Text(line) is not null) ? [.. list.SelectMany(line => TeamExerciseText.Lines(Text(line)!))] : null,
        _ => Text(node) is { } text ? TeamExerciseText.Lines(text) : null,
    };

    /// <summary>The catalogue tells a dose for each level; a team's own exercise has one, the beginner's.</summary>
    private static string? Dose(JsonNode? node) =>
        Text(node) ?? ((node as JsonObject)?["beginner"] is { } beginner ? Text(beginner) ?? Text((beginner as JsonObject)?["text"]) : null);
}
