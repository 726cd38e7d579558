using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoachBot.Sandbox;

/// <summary>Reads a JSON body, or a multipart one with payload_json and files[n]. Discord: reference, "Uploading Files".</summary>
internal static class RequestBody
{
    public const int Limit = 25 * 1024 * 1024;

    public static async Task<(JsonNode? Json, IReadOnlyList<Upload> Uploads)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding"))) return (null, []);
        if (request.ContentLength > Limit) throw Refusal.BodyTooLarge();
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        try
        {
            if (type == "multipart/form-data") return await MultipartAsync(request, ct);
            if (type != "application/json")
            {
                throw FormErrors.One("", "CONTENT_TYPE_INVALID",
                    "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
            }

            return (Parse(await new StreamReader(request.Body).ReadToEndAsync(ct)), []);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refusal.BodyTooLarge();
        }
    }

    private static async Task<(JsonNode? Json, IReadOnlyList<Upload> Uploads)> MultipartAsync(HttpRequest request, CancellationToken ct)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = Limit, ValueLengthLimit = Limit }, ct);
        }
        catch (InvalidDataException wrong)
        {
            throw FormErrors.One("", "MULTIPART_INVALID", $"The multipart body cannot be read: {wrong.Message}");
        }

        var uploads = new List<Upload>();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, ct);
            var index = file.Name.StartsWith("files[", StringComparison.Ordinal) && int.TryParse(file.Name[6..].TrimEnd(']'), out var n) ? n
                : file.Name == "file" ? 0
                : throw FormErrors.One(file.Name, "MULTIPART_INVALID", "File parts are named files[0], files[1] and so on.");
            var type = string.IsNullOrEmpty(file.ContentType) ? ContentTypes.Of(file.FileName) : file.ContentType;
            uploads.Add(new Upload(index, file.FileName, type, bytes.ToArray()));
        }

        var json = form.TryGetValue("payload_json", out var text) ? Parse(text.ToString()) : new JsonObject();
        return (json, uploads);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return Wire.Parse(text);
        }
        catch (JsonException)
        {
            throw Refusal.InvalidJson();
        }
    }
}

internal static class ContentTypes
{
    public static string Of(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".txt" or ".md" or ".csv" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
