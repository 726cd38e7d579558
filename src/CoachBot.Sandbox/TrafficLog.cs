using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;

namespace CoachBot.Sandbox;

/// <summary>The last 2000 exchanges with bots, tokens masked. It has a lock of its own: sockets write it outside the gate.</summary>
internal sealed class TrafficLog(TimeProvider time)
{
    private const int Kept = 2000;

    private readonly Lock gate = new();
    private readonly Queue<Exchange> exchanges = [];

    public IReadOnlyList<Exchange> Snapshot()
    {
        lock (gate) return [.. exchanges];
    }

    public void Rest(Bot? bot, string method, string template, int status, JsonNode? request, JsonNode? response) => Add(new Exchange
    {
        At = time.GetUtcNow(),
        Direction = Direction.FromBot,
        Bot = bot?.Name,
        Method = method,
        PathTemplate = template,
        Status = status,
        RequestJson = Masked(request),
        ResponseJson = Masked(response),
    });

    public void Gateway(Bot? bot, Direction direction, JsonObject payload) => Add(new Exchange
    {
        At = time.GetUtcNow(),
        Direction = direction,
        Bot = bot?.Name,
        Op = (int?)payload["op"],
        Event = payload["t"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : null,
        PayloadJson = Masked(payload),
    });

    private void Add(Exchange exchange)
    {
        lock (gate)
        {
            exchanges.Enqueue(exchange);
            if (exchanges.Count > Kept) exchanges.Dequeue();
        }
    }

    private static string? Masked(JsonNode? node)
    {
        if (node is null) return null;
        var copy = node.DeepClone();
        Mask(copy);
        return copy.ToText();
    }

    private static void Mask(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Mask(item);
        }
        else if (node is JsonObject obj)
        {
            if (obj["token"] is not null) obj["token"] = "***";
            foreach (var (_, value) in obj) Mask(value);
        }
    }
}
