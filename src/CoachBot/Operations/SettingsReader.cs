using System.Buffers;
using System.Globalization;
using CoachBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Operations;

/// <summary>Reads the settings and finds all that is wrong with them at once.</summary>
internal sealed class SettingsReader
{
    private static readonly string[] Known =
    [
        "Discord:Token", "Discord:TokenFile", "Discord:PublicKey", "Discord:ApiBaseUrl", "Discord:GatewayUrl", "Discord:Intents", "Discord:ShardCount",
        "Discord:ShardIds",
        "Storage:Provider", "Storage:ConnectionString", "Storage:ConnectionStringFile", "Http:Urls", "Sandbox:Url",
    ];

    private const int MostShards = 10_000;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly IConfiguration configuration;
    private readonly List<SettingProblem> problems = [];
    private readonly Settings defaults = new();

    private SettingsReader(IConfiguration configuration) => this.configuration = configuration;

    /// <summary>appsettings.json beside the program, and environment variables over it.</summary>
    /// <exception cref="StartupFailure">The file is not JSON.</exception>
    public static IConfigurationRoot Load(string? folder = null)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(folder ?? AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailure(ExitCode.Configuration, $"appsettings.json cannot be read: {problem.GetBaseException().Message} Let this user read it.");
        }
        catch (InvalidDataException problem)
        {
            // Whatever cannot be opened or parsed comes as this; the cause inside says which.
            var cause = problem.GetBaseException();
            var what = cause is IOException or UnauthorizedAccessException ? "Let this user read it." : "Mend that place in the file.";
            throw new StartupFailure(ExitCode.Configuration, $"appsettings.json cannot be read: {cause.Message.ReplaceLineEndings(" ")} {what}");
        }
    }

    /// <returns>The settings, usable when there is no problem.</returns>
    public static (Settings Settings, IReadOnlyList<SettingProblem> Problems) Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        return (reader.Read(), reader.problems);
    }

    /// <summary>Settings in our sections that this program does not know: a slip of the pen, or another version's.</summary>
    public static IReadOnlyList<string> Unknown(IConfiguration configuration)
    {
        var unknown = new List<string>();
        foreach (var section in (string[])["Discord", "Storage", "Http", "Sandbox"])
        {
            foreach (var (key, value) in configuration.GetSection(section).AsEnumerable())
            {
                if (value is not null && !Known.Contains(key, StringComparer.OrdinalIgnoreCase)) unknown.Add(key);
            }
        }
        return unknown;
    }

    /// <summary>What works, but should be changed: whoever reads the token file can speak as the bot.</summary>
    public static IReadOnlyList<string> Warnings(IConfiguration configuration)
    {
        return
        [
            .. from secret in ((string Field, string What)[])[("Discord:TokenFile", "the token"), ("Storage:ConnectionStringFile", "how to reach the database")]
               let file = configuration[secret.Field]?.Trim() ?? ""
               where IsReadByAll(file)
               select $"{secret.Field} = \"{file}\": everybody on this machine can read {secret.What}. "
                   + "Give the file to the bot's user alone: chown it, then chmod 600.",
        ];
    }

    private static bool IsReadByAll(string file) =>
        !OperatingSystem.IsWindows() && File.Exists(file) && File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead);

    private Settings Read()
    {
        CheckLogLevels();
        return Values();
    }

    private Settings Values() => new()
    {
        Token = Token(),
        PublicKey = PublicKey(),
        ApiBaseUrl =
            Address("Discord:ApiBaseUrl", ["https", "http"], "Use an https address such as https://discord.com/api/v10/ (plain http only on this machine).")
            ?? defaults.ApiBaseUrl,
        GatewayUrl = Address("Discord:GatewayUrl", ["wss", "ws"], "Use a wss address, or leave it empty to ask the server (plain ws only on this machine)."),
        Intents = Intents(),
        ShardCount = ShardCount(),
        ShardIds = ShardIds(),
        Storage = Storage(),
        HttpUrls = HttpUrls(),
        SandboxUrl = SandboxUrl(),
    };

    /// <summary>The logging library would end the start with its own words for a level that it does not know.</summary>
    private void CheckLogLevels()
    {
        foreach (var (key, value) in configuration.GetSection("Logging").AsEnumerable())
        {
            if (value is null || !key.Contains("LogLevel:", StringComparison.OrdinalIgnoreCase)) continue;
            if (value.Length > 0 && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
                Problem(key, value, $"Use {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }
    }

    private string Token()
    {
        var (token, field) = Secret("Discord:Token", "the bot's token");
        if (token.AsSpan().ContainsAnyExceptInRange('!', '~'))
            Problem(field, "(hidden)", "The token has a space or a character that no token has. Copy it again.");
        return token;
    }

    /// <summary>A secret that may stand in a file of its own, named by the setting's twin.</summary>
    /// <param name="shipped">What the shipped file says; whoever sets the twin means that instead.</param>
    /// <returns>The secret, and which of the two settings holds it.</returns>
    private (string Secret, string Field) Secret(string field, string what, string shipped = "")
    {
        var secret = Get(field);
        var twin = field + "File";
        var file = Get(twin);
        if (file.Length == 0) return (secret, field);
        if (secret != shipped)
        {
            Problem(twin, file, $"{field} is set as well. Keep one of the two.");
            return (secret, field);
        }
        try
        {
            secret = File.ReadAllText(file).Trim().Trim('\uFEFF');
            if (secret.Length == 0) Problem(twin, file, $"The file is empty. Put {what} into it.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Problem(twin, file, "The file cannot be read. Name a file that this user may read.");
        }
        return (secret, twin);
    }

    private string PublicKey()
    {
        var key = Get("Discord:PublicKey");
        if (key.Length is not (0 or 64) || key.AsSpan().ContainsAnyExcept(HexDigits))
        {
            Problem("Discord:PublicKey", key, "Copy the Public Key from your application's General Information page: 64 digits and letters a to f.");
        }
        return key;
    }

    private int Intents()
    {
        var text = Get("Discord:Intents");
        if (text.Length == 0) return defaults.Intents;
        if (Whole(text) is { } intents) return intents;
        Problem("Discord:Intents", text, "Use a whole number: 0 (none) or 1 (GUILDS).");
        return defaults.Intents;
    }

    private int? ShardCount()
    {
        var text = Get("Discord:ShardCount");
        if (text.Length == 0 || text.Equals("auto", StringComparison.OrdinalIgnoreCase)) return null;
        if (Whole(text) is >= 1 and <= MostShards and { } count) return count;
        Problem("Discord:ShardCount", text, $"Use auto, or a whole number from 1 to {MostShards}.");
        return null;
    }

    private IReadOnlyList<int>? ShardIds()
    {
        var text = Get("Discord:ShardIds");
        if (text.Length == 0 || text.Equals("all", StringComparison.OrdinalIgnoreCase)) return null;
        if (Whole(Get("Discord:ShardCount")) is not (>= 1 and <= MostShards and { } count))
        {
            Problem("Discord:ShardIds", text, "Set Discord:ShardCount to a number too: all the programs that share the work must count alike.");
            return null;
        }
        var ids = new SortedSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', 2, StringSplitOptions.TrimEntries);
            if (Whole(ends[0]) is { } first && Whole(ends[^1]) is { } last && first <= last && last < count)
            {
                ids.UnionWith(Enumerable.Range(first, last - first + 1));
                continue;
            }
            Problem("Discord:ShardIds", text, $"Use all, or numbers from 0 to {count - 1} such as 0,1 or 0-3.");
            return null;
        }
        return [.. ids];
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private StorageOptions Storage()
    {
        var options = new StorageOptions();
        var provider = Get("Storage:Provider");
        if (provider.Length > 0 && !provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            Problem("Storage:Provider", provider, "Use sqlite. This version has no other.");

        var (text, field) = Secret("Storage:ConnectionString", "the connection string", options.ConnectionString);
        if (text.Length == 0) return options;
        const string Hint = "Name a file: Data Source=data/coachbot.db";
        try
        {
            var source = new SqliteConnectionStringBuilder(text).DataSource;
            if (string.IsNullOrWhiteSpace(source) || source.Contains(":memory:", StringComparison.Ordinal))
                Problem(field, ConnectionStrings.Masked(text), Hint);
        }
        catch (ArgumentException)
        {
            Problem(field, ConnectionStrings.Masked(text), Hint);
        }
        return options with { ConnectionString = text };
    }

    private IReadOnlyList<Uri> HttpUrls()
    {
        const string Hint = "Use an address without a path, such as http://127.0.0.1:8080; port 0 takes a free one.";
        var texts = Get("Http:Urls").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var urls = new List<Uri>();
        foreach (var text in texts)
        {
            // Kestrel's way to say "any address" is no address for Uri.
            var readable = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (Uri.TryCreate(readable, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp
                && url.PathAndQuery == "/" && url is { Fragment: "", UserInfo: "" })
                urls.Add(url);
            else Problem("Http:Urls", text, Hint);
        }
        return urls.Count > 0 ? urls : defaults.HttpUrls;
    }

    private Uri SandboxUrl()
    {
        var text = Get("Sandbox:Url");
        if (text.Length == 0) return defaults.SandboxUrl;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback) return url;
        Problem("Sandbox:Url", text, "The sandbox is for this machine only. Use an address such as http://127.0.0.1:5080; port 0 takes a free one.");
        return defaults.SandboxUrl;
    }

    /// <summary>An address with one of two schemes, the second of which is only for this machine.</summary>
    private Uri? Address(string field, string[] schemes, string hint)
    {
        var text = Get(field);
        if (text.Length == 0) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == schemes[0] || (url.Scheme == schemes[1] && url.IsLoopback))) return url;
        Problem(field, text, hint);
        return null;
    }

    private string Get(string field) => configuration[field]?.Trim() ?? "";

    private void Problem(string field, string value, string hint) => problems.Add(new SettingProblem(field, value, hint));
}
