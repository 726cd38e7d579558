namespace CoachBot.Discord.Model;

/// <summary>The answer of <c>GET gateway/bot</c> (Discord: Gateway, "Get Gateway Bot"); only the address is certain.</summary>
/// <param name="Url">Where to connect, without query.</param>
/// <param name="Shards">The number of shards Discord recommends.</param>
/// <param name="IdentifiesLeft">Identifies left in this period; null when the server does not say.</param>
/// <param name="ResetAfter">Until the period starts anew.</param>
/// <param name="MaxConcurrency">Identifies allowed per 5 seconds.</param>
internal sealed record GatewayBot(Uri Url, int Shards = 1, int? IdentifiesLeft = null, TimeSpan? ResetAfter = null, int MaxConcurrency = 1);
