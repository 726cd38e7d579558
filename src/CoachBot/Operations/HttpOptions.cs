using CoachBot.Runtime.Settings;

namespace CoachBot.Operations;

/// <summary>Where the program itself answers.</summary>
internal sealed class HttpOptions(SettingsReader settings)
{
    public HttpOptions() : this(SettingsReader.Nothing) { }

    public IReadOnlyList<Uri> Urls { get; init; } = settings.List<Uri>(
        "Http:Urls", "http://127.0.0.1:8080", ReadUrl, "Use an address without a path, such as http://127.0.0.1:8080; port 0 takes a free one.");

    private static bool ReadUrl(string text, out Uri url)
    {
        // Kestrel's way to say "any address" is no address for Uri.
        var readable = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(readable, UriKind.Absolute, out url!)
            && url.Scheme == Uri.UriSchemeHttp && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
    }
}
