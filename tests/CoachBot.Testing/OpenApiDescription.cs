using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Testing;

/// <summary>
/// Discord's own description of its HTTP API, to hold requests and answers against. It lies beside the repository
/// (<c>../shared/discord/openapi.json</c>) and is no part of it: where it is absent, tests skip and say so.
/// </summary>
public sealed class OpenApiDescription
{
    private static readonly Lazy<OpenApiDescription?> Found = new(Load);

    private readonly JsonElement root;
    private readonly SchemaCheck check;
    private readonly List<OpenApiPath> paths;

    private OpenApiDescription(JsonElement root)
    {
        this.root = root;
        check = new SchemaCheck(root);
        paths = [.. root.GetProperty("paths").EnumerateObject().Select(p => new OpenApiPath(p.Name, p.Value))];
        foreach (var schema in root.GetProperty("components").GetProperty("schemas").EnumerateObject())
            SchemaCheck.RequireKnownKeywords(schema.Value, schema.Name);
    }

    /// <summary>The description beside the repository, or where the variable COACHBOT_OPENAPI says; null when there is none.</summary>
    public static OpenApiDescription? Find() => Found.Value;

    public static OpenApiDescription Parse(string json) => new(JsonDocument.Parse(json).RootElement);

    /// <summary>What is wrong with a request, one line each with its place; empty when it is as described.</summary>
    /// <param name="path">The concrete path, with or without <c>/api/v10</c>: <c>/channels/123/messages</c>. A query is not looked at.</param>
    /// <param name="body">The JSON body, or of a multipart body its <c>payload_json</c>; null for none.</param>
    public IReadOnlyList<string> ValidateRequest(string method, string path, JsonNode? body)
    {
        if (Operation(method, path) is not { } operation) return [$"{method} {path}: not described"];
        var problems = PathProblems(operation);
        if (!operation.Member.TryGetProperty("requestBody", out var described))
        {
            if (body is not null) problems.Add("$: this request has no body");
        }
        else if (body is null)
        {
            if (described.TryGetProperty("required", out var required) && required.GetBoolean()) problems.Add("$: the body is missing");
        }
        else
        {
            problems.AddRange(check.Problems(SchemaOf(described), body));
        }
        return problems;
    }

    /// <inheritdoc cref="ValidateRequest"/>
    public IReadOnlyList<string> ValidateResponse(string method, string path, int status, JsonNode? body)
    {
        if (Operation(method, path) is not { } operation) return [$"{method} {path}: not described"];
        var responses = operation.Member.GetProperty("responses");
        if (!responses.TryGetProperty($"{status}", out var described) && !responses.TryGetProperty($"{status / 100}XX", out described))
            return [$"{method} {path}: an answer with status {status} is not described"];
        if (described.TryGetProperty("$ref", out var reference)) described = check.Resolve(reference.GetString()!);
        if (!described.TryGetProperty("content", out _)) return body is null ? [] : [$"$: status {status} has no body"];
        return body is null ? ["$: the body is missing"] : check.Problems(SchemaOf(described), body);
    }

    /// <summary>Holds a value against one of the description's named schemas.</summary>
    public IReadOnlyList<string> Validate(string schemaName, JsonNode? value)
    {
        var schemas = root.GetProperty("components").GetProperty("schemas");
        if (!schemas.TryGetProperty(schemaName, out var schema))
            throw new ArgumentException($"The description has no schema {schemaName}.", nameof(schemaName));
        return check.Problems(schema, value);
    }

    private List<string> PathProblems(OpenApiOperation operation)
    {
        var problems = new List<string>();
        foreach (var (name, value) in operation.Parameters)
        {
            if (operation.ParameterSchema(name) is not { } schema) continue;
            var typed = schema.TryGetProperty("type", out var type) && type.ValueEquals("integer") && long.TryParse(value, out var number)
                ? JsonValue.Create(number)
                : (JsonNode)JsonValue.Create(value);
            problems.AddRange(check.Problems(schema, typed).Select(p => $"path {name}{p[1..]}"));
        }
        return problems;
    }

    private OpenApiOperation? Operation(string method, string path)
    {
        var segments = OpenApiPath.Segments(path);
        return paths
            .Select(p => p.Match(segments, method))
            .OfType<OpenApiOperation>()
            .OrderBy(o => o.Parameters.Count)
            .FirstOrDefault();
    }

    /// <summary>JSON first: for multipart bodies the description adds only the files, which are not in <c>payload_json</c>.</summary>
    private static JsonElement SchemaOf(JsonElement described)
    {
        var content = described.GetProperty("content");
        if (!content.TryGetProperty("application/json", out var media)) media = content.EnumerateObject().First().Value;
        var schema = media.GetProperty("schema");
        SchemaCheck.RequireKnownKeywords(schema, "body");
        return schema;
    }

    private static OpenApiDescription? Load()
    {
        if (Environment.GetEnvironmentVariable("COACHBOT_OPENAPI") is { Length: > 0 } file) return Parse(File.ReadAllText(file));
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoachBot.sln"))) folder = folder.Parent;
        if (folder?.Parent is null) return null;
        var beside = Path.Combine(folder.Parent.FullName, "shared", "discord", "openapi.json");
        return File.Exists(beside) ? Parse(File.ReadAllText(beside)) : null;
    }
}
