using CoachBot.Discord.Options;
using CoachBot.Discord.Rest;

namespace CoachBot.Discord.Gateway;

/// <summary>Where the gateway is, for all shards: as configured, or as <c>GET gateway/bot</c> said; it is asked once however many shards want it.</summary>
internal sealed class GatewayAddress(DiscordOptions options, DiscordRest rest, IdentifyGate gate)
{
    private readonly Uri? _given = options.GatewayUrl is { } given ? Addresses.Gateway(given) : null;
    private readonly Lock _sync = new();
    private Task<Uri>? _asking;

    /// <summary>The number of shards Discord recommends; 1 when nobody was asked.</summary>
    public int Shards { get; private set; } = 1;

    /// <exception cref="DiscordApiException">No answer, or none that can be used.</exception>
    public Task<Uri> GetAsync(CancellationToken ct)
    {
        if (_given is not null) return Task.FromResult(_given);
        lock (_sync) return _asking is { IsFaulted: false, IsCanceled: false } ? _asking : _asking = AskAsync(ct);
    }

    /// <summary>It does not seem to be there any more: the next who wants it asks again.</summary>
    public void Forget()
    {
        lock (_sync)
        {
            if (_asking is { IsCompleted: true }) _asking = null;
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
            throw new DiscordApiException("GET gateway/bot names an address that is neither wss nor loopback.", System.Net.HttpStatusCode.OK);
        }
    }
}
