using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Chat.Saying;

namespace CoachBot.TeamExercises;

/// <summary>
/// The entries of a file that was pasted. What programs put around or into it on the way is taken off: a byte-order mark, a code fence, curly quotation marks.
/// </summary>
internal static class ImportFile
{
    public const int MostEntries = 50;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <exception cref="UserError">The text is no such file.</exception>
    public static IReadOnlyList<JsonNode?> Entries(string typed, TeamExerciseWords words)
    {
        var json = WithoutFence(typed.Trim('\uFEFF', '\u200B', ' ', '\u00A0', '\t', '\r', '\n'));
        var root = Parse(json, words);
        var entries = root as JsonArray ?? (root as JsonObject)?["exercises"] as JsonArray ?? throw new UserError(_ => words.NoList);
        if (entries.Count is 0 or > MostEntries) throw new UserError(_ => words.EntryCount(entries.Count, MostEntries));
        return [.. entries];
    }

    private static string WithoutFence(string text)
    {
        if (!text.StartsWith("```", StringComparison.Ordinal) || text.IndexOf('\n', StringComparison.Ordinal) is not (> 0 and var first)) return text;
        var inside = text[(first + 1)..].TrimEnd();
        return inside.EndsWith("```", StringComparison.Ordinal) ? inside[..^3] : inside;
    }

    /// <summary>Curly quotation marks are only straightened where the text is no JSON with them: inside a sentence they may stand.</summary>
    private static JsonNode? Parse(string json, TeamExerciseWords words)
    {
        if (TryParse(json, words, out var root, out var problem)) return root;
        if (TryParse(json.Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"'), words, out root, out _)) return root;
        throw new UserError(_ => words.NoJson(problem!.LineNumber + 1));
    }

    private static bool TryParse(string json, TeamExerciseWords words, out JsonNode? root, out JsonException? problem)
    {
        try
        {
            RequireWholeCharacters(json, words);
            root = JsonNode.Parse(json, documentOptions: Strict);
            problem = null;
            return true;
        }
        catch (JsonException thrown)
        {
            root = null;
            problem = thrown;
            return false;
        }
    }

    /// <summary>JSON may write half of a character ("\ud800"), which is no text.</summary>
    private static void RequireWholeCharacters(string json, TeamExerciseWords words)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new UserError(_ => words.HalfACharacter);
        }
    }
}
