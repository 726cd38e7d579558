using CoachBot.Chat.Discord;
using CoachBot.Runtime.Settings;
using CoachBot.Sandbox;
using CoachBot.Storage;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Operations;

/// <summary>The options of all modules. Each module declares its own settings; appsettings.json and the README's table list them.</summary>
internal sealed class Settings(SettingsReader settings)
{
    public Settings() : this(SettingsReader.Nothing) { }

    public DiscordConnectionOptions Discord { get; init; } = new(settings);

    public StorageOptions Storage { get; init; } = new(settings);

    public HttpOptions Http { get; init; } = new(settings);

    public SandboxOptions Sandbox { get; init; } = new()
    {
        Url = settings.Value(
            "Sandbox:Url", "http://127.0.0.1:5080", Reading.Address(anywhere: null, onThisMachine: "http"),
            "The sandbox is for this machine only. Use an address such as http://127.0.0.1:5080; port 0 takes a free one."),
    };

    /// <summary>Without a token the sandbox stands in for Discord.</summary>
    public bool UsesSandbox => !Discord.HasToken;

    /// <returns>The settings, usable when the reader found no problem.</returns>
    public static (Settings Settings, SettingsReader Read) Of(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        // The logging library would end the start with its own words for a level that it does not know.
        reader.Check(
            "Logging", key => key.Contains("LogLevel:", StringComparison.OrdinalIgnoreCase),
            level => level.Length == 0 || Enum.TryParse<LogLevel>(level, ignoreCase: true, out _), $"Use {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        return (new Settings(reader), reader);
    }
}
