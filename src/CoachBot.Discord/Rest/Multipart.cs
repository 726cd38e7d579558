using System.Buffers;
using System.Globalization;
using System.Text;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;

namespace CoachBot.Discord.Rest;

/// <summary>
/// A message with files: <c>payload_json</c> and <c>files[n]</c> (Discord: Reference, "Uploading Files").
/// Written at once into one buffer, for a retry must send the same bytes.
/// </summary>
internal static class Multipart
{
    public static (ReadOnlyMemory<byte> Body, string ContentType) Write(
        ReadOnlyMemory<byte> json, IReadOnlyList<Attachment> files, Jitter jitter)
    {
        var boundary = "coachbot-" + jitter.Hex(16);
        var body = new ArrayBufferWriter<byte>(json.Length + files.Sum(f => f.Bytes.Length) + 256 * (files.Count + 2));
        Head(body, boundary, "name=\"payload_json\"", "application/json");
        body.Write(json.Span);
        for (var i = 0; i < files.Count; i++)
        {
            body.Write("\r\n"u8);
            var index = i.ToString(CultureInfo.InvariantCulture);
            Head(body, boundary, $"name=\"files[{index}]\"; filename=\"{files[i].FileName}\"", files[i].ContentType);
            body.Write(files[i].Bytes.Span);
        }

        Text(body, $"\r\n--{boundary}--\r\n");
        return (body.WrittenMemory, $"multipart/form-data; boundary={boundary}");
    }

    private static void Head(ArrayBufferWriter<byte> body, string boundary, string disposition, string contentType) =>
        Text(body, $"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {contentType}\r\n\r\n");

    private static void Text(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
