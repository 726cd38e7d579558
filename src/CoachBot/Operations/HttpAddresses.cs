using System.Net;
using System.Net.Sockets;
using CoachBot.Runtime;

namespace CoachBot.Operations;

/// <summary>Where the program listens.</summary>
internal static class HttpAddresses
{
    /// <summary>A host name stands for its addresses: the server itself would take every address of the machine instead.</summary>
    /// <exception cref="StartupFailure">It has none.</exception>
    public static IReadOnlyList<Uri> Of(Uri url)
    {
        if (IPAddress.TryParse(url.DnsSafeHost, out _) || url.Host == "localhost") return [url];
        try
        {
            return [.. Dns.GetHostAddresses(url.DnsSafeHost).Distinct().Select(address => new UriBuilder(url) { Host = address.ToString() }.Uri)];
        }
        catch (Exception problem) when (problem is SocketException or ArgumentException)
        {
            throw Unusable(url, "Http__Urls", $"The name {url.DnsSafeHost} has no address here.");
        }
    }

    public static StartupFailure Unusable(Uri url, string setting, string why) =>
        new(ExitCode.Configuration, $"The address {url} cannot be used: {why} Set {setting} to another, such as http://127.0.0.1:0 for a free port.");
}
