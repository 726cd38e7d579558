using System.Text.Json.Nodes;
using CoachBot.Sandbox.Rules;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Sandbox.Api;

/// <summary>
/// A multipart body without payload_json: plain values may be fields of the form. What is an object or a list cannot, and is refused.
/// Discord: reference, "Uploading Files".
/// </summary>
internal static class FormFieldBody
{
    private static readonly string[] Texts = ["content", "nonce"];
    private static readonly string[] Flags = ["tts", "enforce_nonce"];
    private static readonly string[] Numbers = ["flags", "type"];

    public static JsonObject Read(IFormCollection form)
    {
        var errors = new FormErrors();
        var json = new JsonObject();
        foreach (var (name, values) in form)
        {
            if (values.Count != 1) errors.Add(Path(name), "MULTIPART_INVALID", "This field is there more than once.");
            else if (Value(name, values.ToString()) is { } value) json[name] = value;
            else errors.Add(Path(name), "SANDBOX_NOT_SUPPORTED", "This field cannot be read from a form: send it in payload_json.");
        }

        errors.ThrowIfAny();
        return json;
    }

    private static JsonNode? Value(string name, string text) =>
        Texts.Contains(name) ? text
        : Flags.Contains(name) ? Flag(text)
        : Numbers.Contains(name) && long.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) ? number
        : null;

    private static JsonNode? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" or "" => false,
        _ => null,
    };

    private static string Path(string name) => name.Length == 0 ? "(no name)" : name.Replace('.', '_');
}
