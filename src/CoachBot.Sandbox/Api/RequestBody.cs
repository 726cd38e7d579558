using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoachBot.Sandbox.Api;

/// <summary>
/// Reads a JSON body, or a multipart one with files and payload_json or plain fields. Discord: reference, "Uploading Files".
/// </summary>
internal static partial class RequestBody
{
    public const int Limit = 25 * 1024 * 1024;

    public static async Task<(JsonNode? Json, IReadOnlyList<Upload> Uploads)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
            return (null, []);
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

            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, ct);
            return (Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), []);
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
        catch (InvalidDataException)
        {
            throw FormErrors.One("", "MULTIPART_INVALID", "The multipart body cannot be read.");
        }

        // With payload_json Discord ignores every other field. Discord: reference, "Uploading Files".
        var json = form.TryGetValue("payload_json", out var text)
            ? Parse(Encoding.UTF8.GetBytes(text.ToString()))
            : FormFieldBody.Read(form);
        return (json, await UploadsAsync(form.Files, ct));
    }

    /// <summary>
    /// The files in the order of their parts. Clients name them files[0], file0, file or anything else; Discord takes them all.
    /// </summary>
    private static async Task<List<Upload>> UploadsAsync(IFormFileCollection files, CancellationToken ct)
    {
        var uploads = new List<Upload>();
        foreach (var file in files)
        {
            var match = PartName().Match(file.Name);
            var index = match.Success
                ? int.Parse(match.Groups[1].ValueSpan)
                : Enumerable.Range(0, files.Count).First(n => uploads.All(one => one.Index != n));
            if (uploads.Exists(one => one.Index == index))
                throw FormErrors.One(Named(file.Name), "MULTIPART_INVALID", "Two file parts have the same number.");
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, ct);
            var type = string.IsNullOrEmpty(file.ContentType) ? ContentTypes.Of(file.FileName) : file.ContentType;
            uploads.Add(new Upload(index, file.FileName, type, bytes.ToArray()));
        }

        return uploads;
    }

    // A dot would nest the error.
    private static string Named(string part) => part.Replace('.', '_');

    [GeneratedRegex(@"^[^0-9]*([0-9]{1,3})\]?$")]
    private static partial Regex PartName();

    private static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Wire.Parse(utf8);
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
