using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CoachBot.Discord.Tests.Fakes;

/// <summary>A request as it came over the wire.</summary>
internal sealed record FakeRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Method and path below the base, such as <c>GET gateway/bot</c>.</summary>
    public string Route => $"{Method} {Target.Replace("/api/v10/", "", StringComparison.Ordinal)}";

    public JsonElement Json => JsonDocument.Parse(Body).RootElement.Clone();

    public string Text => Encoding.UTF8.GetString(Body);

    public static async Task<FakeRequest?> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        // In as few reads as it takes; nobody sends a second request, or a frame, before the first is answered.
        var buffer = new byte[4096];
        var (count, end) = (0, -1);
        while ((end = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (count == buffer.Length) Array.Resize(ref buffer, count * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(count), ct);
            if (read == 0) return null;
            count += read;
        }

        var lines = Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2))
            .GroupBy(p => p[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First()[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        var began = Math.Min(body.Length, count - end - 4);
        buffer.AsSpan(end + 4, began).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(began), ct);
        return new FakeRequest(first[0], first[1], headers, body);
    }
}

/// <summary>What to answer. Status 0 cuts the line instead; <see cref="Hold"/> delays.</summary>
internal sealed record FakeReply(int Status, byte[] Body, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public Task? Hold { get; init; }

    /// <summary>Promises a longer body than <see cref="Body"/>; what is missing never comes, and unless it <see cref="Stalls"/> the line is cut.</summary>
    public int? Promised { get; init; }

    public bool Stalls { get; init; }

    /// <summary>After the body more and more of it, until the other side leaves.</summary>
    public bool Endless { get; init; }

    /// <summary>The request was read and perhaps acted upon, but the answer is lost.</summary>
    public static FakeReply Cut => new(0, []);

    /// <summary>No answer, ever.</summary>
    public static FakeReply Never => new(0, []) { Hold = new TaskCompletionSource().Task };

    public static FakeReply Json(string json, int status = 200) => new(status, Encoding.UTF8.GetBytes(json));

    public static FakeReply Empty(int status) => new(status, []);

    public FakeReply With(params (string Name, string Value)[] headers) =>
        this with { Headers = headers.ToDictionary(h => h.Name, h => h.Value) };

    public async Task WriteAsync(NetworkStream stream, CancellationToken ct)
    {
        var head = new StringBuilder($"HTTP/1.1 {Status} Told\r\n");
        foreach (var (name, value) in Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (Status != 204) head.Append(CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\r\n");
        if (Endless) head.Append("Transfer-Encoding: chunked\r\n");
        else if (Status != 204) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Promised ?? Body.Length}\r\n");
        head.Append("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), ct);
        await stream.WriteAsync(Body, ct);
        if (Stalls) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
        byte[] chunk = [.. "10000\r\n"u8, .. new byte[0x10000], .. "\r\n"u8];
        while (Endless) await stream.WriteAsync(chunk, ct);
    }
}
