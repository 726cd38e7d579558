using System.Net;
using CoachBot.Sandbox.Api;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Sandbox.PageDoor;

/// <summary>
/// Keeps other web pages out. A page on the internet can make a browser on this machine call 127.0.0.1, under a host name of its own (DNS
/// rebinding) or straight from its own origin; both are refused here, for every door.
/// </summary>
internal static class LoopbackOnly
{
    public static string? Refusal(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host)) return "The sandbox only answers to localhost, 127.0.0.1 and [::1].";
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return null;
        var own = $"{request.Scheme}://{request.Host.Value}";
        var isChange = !HttpMethods.IsGet(request.Method) || request.Headers.Upgrade.Count > 0;
        return isChange && !origin.Equals(own, StringComparison.OrdinalIgnoreCase)
            ? "The sandbox takes no requests from other web pages."
            : null;
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
