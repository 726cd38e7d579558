using System.Net;
using CoachBot.Discord.Options;
using CoachBot.Discord.Rest;

namespace CoachBot.Discord.Gateway;

/// <summary>
/// Where the gateway is, for all shards: as configured, or as <c>GET gateway/bot</c> said; it is asked once however many shards
/// want it.
/// </summary>
internal sealed class GatewayAddress(DiscordOptions options, DiscordRest rest, IdentifyGate gate)
{
    private readonly Uri? configured = options.GatewayUrl is { } given ? Addresses.Gateway(given) : null;
    private readonly Lock sync = new();
    private Task<Uri>? asking;

    /// <summary>The number of shards Discord recommends; 1 when nobody was asked.</summary>
    public int Shards { get; private set; } = 1;

    /// <exception cref="DiscordApiException">No answer, or none that can be used.</exception>
    public Task<Uri> GetAsync(CancellationToken ct)
    {
        if (configured is not null) return Task.FromResult(configured);
        lock (sync) return asking is { IsFaulted: false, IsCanceled: false } ? asking : asking = AskAsync(ct);
    }

    /// <summary>It does not seem to be there any more: the next who wants it asks again.</summary>
    public void Forget()
    {
        lock (sync)
        {
            if (asking is { IsCompleted: true }) asking = null;
        }
    }

    private async Task<Uri> AskAsync(CancellationToken ct)
    {
        var told = await rest.GetGatewayBotAsync(ct);
        gate.Learn(told);
        Shards = told.Shards;
        try
        {
            return Addresses.Gateway(told.Url);
        }
        catch (ArgumentException)
        {
            throw new DiscordApiException("GET gateway/bot names an address that is neither wss nor loopback.", HttpStatusCode.OK);
        }
    }
}
