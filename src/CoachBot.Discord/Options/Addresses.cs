namespace CoachBot.Discord.Options;

/// <summary>Which addresses the token may be sent to, and in what form Discord wants them.</summary>
internal static class Addresses
{
    /// <summary>With a slash at its end, so that relative routes stay below it.</summary>
    /// <exception cref="ArgumentException">Neither https nor loopback.</exception>
    public static Uri RestBase(Uri address)
    {
        if (!address.IsAbsoluteUri
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new ArgumentException("ApiBaseUrl must be an https address; plain http is for loopback only.", nameof(address));
        var path = address.AbsolutePath;
        return new UriBuilder(address) { Path = path.EndsWith('/') ? path : path + "/", Query = "", Fragment = "" }.Uri;
    }

    /// <summary>
    /// The gateway address with version and encoding set, its path and other parameters kept (Discord: Gateway,
    /// "Gateway URL Query String Params"). Compression is taken out: we do not read it.
    /// </summary>
    /// <exception cref="ArgumentException">Neither wss nor loopback.</exception>
    public static Uri Gateway(Uri address)
    {
        if (!address.IsAbsoluteUri || !(address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback)))
            throw new ArgumentException("The gateway address must be wss; plain ws is for loopback only.", nameof(address));
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p.Split('=')[0].ToLowerInvariant() is not ("v" or "encoding" or "compress"));
        return new UriBuilder(address) { Query = string.Join('&', ["v=10", "encoding=json", .. kept]), Fragment = "" }.Uri;
    }

    /// <summary>
    /// Where to resume: READY's address with the query string we connected with, if the token may go there:
    /// wss under discord.gg, or loopback when we were configured for loopback.
    /// </summary>
    /// <returns>Null when the address is not to be trusted.</returns>
    public static Uri? Resume(string? fromReady, Uri connected, bool loopbackAllowed)
    {
        if (!Uri.TryCreate(fromReady, UriKind.Absolute, out var address)) return null;
        var discord = address.Scheme == Uri.UriSchemeWss && address.IsDefaultPort && address.UserInfo.Length == 0
            && (address.Host == "discord.gg" || address.Host.EndsWith(".discord.gg", StringComparison.Ordinal));
        var loopback = loopbackAllowed && address.IsLoopback && (address.Scheme == Uri.UriSchemeWs || address.Scheme == Uri.UriSchemeWss);
        return discord || loopback ? new UriBuilder(address) { Query = connected.Query, Fragment = "" }.Uri : null;
    }
}
