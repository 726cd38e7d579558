using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace CoachBot.Testing;

/// <summary>
/// Holds values against the JSON Schemas (2020-12) of one document. The library validates; here stands what it leaves open: Discord's own
/// formats, and which of a union's many problems to tell.
/// A keyword or format that is not known is an error and never silently accepted: a check that skips is worse than none.
/// </summary>
public sealed class SchemaCheck
{
    private const string Address = "https://described.invalid/";

    private static readonly HashSet<string> Known =
    [
        "$ref", "type", "const", "enum", "format", "pattern", "minLength", "maxLength", "minimum", "maximum",
        "properties", "required", "additionalProperties", "minProperties", "maxProperties",
        "items", "minItems", "maxItems", "uniqueItems", "oneOf", "anyOf", "allOf",
        // These describe and do not constrain.
        "title", "description", "contentEncoding", "x-discord-union", "$schema", "$defs",
    ];

    private static readonly Dictionary<string, Format> KnownFormats = new Format[]
    {
        Formats.DateTime, Formats.Uri,
        OfText("snowflake", text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)),
        OfText("nonce", text => text.Length <= 25),
        OfNumber("int32", number => number is >= int.MinValue and <= int.MaxValue),
        OfNumber("int64", number => number is >= long.MinValue and <= long.MaxValue),
        OfNumber("double", _ => true),
    }.ToDictionary(format => format.Key);

    private static readonly EvaluationOptions Evaluation = new() { OutputFormat = OutputFormat.Hierarchical, RequireFormatValidation = true };

    static SchemaCheck()
    {
        foreach (var format in KnownFormats.Values) Evaluation.FormatRegistry.Register(format);
    }

    private readonly JsonElement document;
    private readonly BuildOptions build = new() { SchemaRegistry = new SchemaRegistry(), Dialect = Dialect.Draft202012 };
    private readonly ConcurrentDictionary<string, Lazy<JsonSchema>> built = new();
    private readonly Lock building = new();

    public SchemaCheck(JsonElement document)
    {
        this.document = document;
        build.SchemaRegistry.Register(new JsonElementBaseDocument(document, new Uri(Address)));
    }

    /// <exception cref="NotSupportedException">The schema, or one inside it, has a keyword or format that is not known here.</exception>
    public static void RequireKnownKeywords(JsonElement schema, string at)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False) return;
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name)) throw new NotSupportedException($"{at}: the schema keyword {keyword.Name} is not known here.");
            var inside = $"{at}/{keyword.Name}";
            switch (keyword.Name)
            {
                case "format" when !KnownFormats.ContainsKey(keyword.Value.GetString()!):
                    throw new NotSupportedException($"{at}: the format {keyword.Value} is not known here.");
                case "properties" or "$defs":
                    foreach (var property in keyword.Value.EnumerateObject()) RequireKnownKeywords(property.Value, $"{inside}/{property.Name}");
                    break;
                case "items" or "additionalProperties":
                    RequireKnownKeywords(keyword.Value, inside);
                    break;
                case "oneOf" or "anyOf" or "allOf":
                    foreach (var branch in keyword.Value.EnumerateArray()) RequireKnownKeywords(branch, inside);
                    break;
            }
        }
    }

    /// <summary>What is wrong with a value, one line each with its place: <c>$/embeds/0/title: Value should be at most 256 characters</c>.</summary>
    /// <param name="schema">A schema out of the document.</param>
    public List<string> Problems(JsonElement schema, JsonNode? value) =>
        [.. Problems(Built(schema.GetRawText()).Evaluate(JsonSerializer.SerializeToElement(value), Evaluation)).Select(p => $"${p.At}: {p.What}").Distinct()];

    /// <param name="reference">A reference into this document: <c>#/components/schemas/Embed</c>.</param>
    public JsonElement Resolve(string reference)
    {
        var at = document;
        foreach (var name in reference.TrimStart('#', '/').Split('/')) at = at.GetProperty(name.Replace("~1", "/").Replace("~0", "~"));
        return at;
    }

    /// <summary>Cut out of its document, a schema must name the document in its references.</summary>
    private JsonSchema Built(string schema) => built.GetOrAdd(schema, text => new(() =>
    {
        using var alone = JsonDocument.Parse(text.Replace("\"#/", $"\"{Address}#/"));
        lock (building) return JsonSchema.Build(alone.RootElement.Clone(), build);
    })).Value;

    private static IEnumerable<Problem> Problems(EvaluationResults result)
    {
        if (result.IsValid) return [];
        var own = result.Errors?.Select(e => new Problem($"{result.InstanceLocation}", e.Key, e.Value)) ?? [];
        var inside = (result.Details ?? []).GroupBy(detail => Union(result, detail)).SelectMany(details =>
            details.Key is { } union ? OfUnion(union, [.. details], $"{result.InstanceLocation}") : details.SelectMany(Problems));
        return own.Concat(inside).DefaultIfEmpty(new($"{result.InstanceLocation}", "", "Value does not fit its schema"));
    }

    /// <summary>The union of this schema that a result is a branch of; null when it is no branch.</summary>
    private static string? Union(EvaluationResults result, EvaluationResults detail) =>
        $"{detail.EvaluationPath}"[$"{result.EvaluationPath}".Length..].Split('/') is ["", var keyword and ("oneOf" or "anyOf"), ..] ? keyword : null;

    /// <summary>
    /// When no branch fits, tells the problems of the one that was most likely meant: the one whose type fits and whose tag
    /// (a constant such as a component's type) fits, then the one with the fewest problems.
    /// </summary>
    private static Problem[] OfUnion(string union, EvaluationResults[] results, string at)
    {
        var fitting = results.Count(branch => branch.IsValid);
        if (fitting > 1 && union == "oneOf") return [new(at, union, $"Value fits {fitting} of the schemas of which it may fit one")];
        if (fitting > 0) return [];
        var branches = results.Select(branch => Problems(branch).ToArray()).ToArray();
        bool IsOther(Problem problem) => problem.At == at && problem.Keyword != "required";
        if (branches.All(branch => branch.Any(IsOther)))
            return [new(at, union, string.Join(", or ", branches.Select(branch => branch.First(IsOther).What).Distinct()))];
        return branches.OrderBy(branch => branch.Any(IsOther))
            .ThenBy(branch => branch.Any(p => p.At == $"{at}/type" && p.Keyword is "const" or "enum"))
            .ThenBy(branch => branch.Length)
            .First();
    }

    private static PredicateFormat OfText(string name, Func<string, bool> fits) =>
        new(name, value => value.ValueKind != JsonValueKind.String || fits(value.GetString()!));

    private static PredicateFormat OfNumber(string name, Func<decimal, bool> fits) =>
        new(name, value => value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || fits(number));

    private sealed record Problem(string At, string Keyword, string What);
}
