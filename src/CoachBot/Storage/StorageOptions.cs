using CoachBot.Runtime.Settings;

namespace CoachBot.Storage;

/// <summary>Where the data is.</summary>
internal sealed class StorageOptions(SettingsReader settings)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    private const string ProviderKey = "Storage:Provider";

    public StorageOptions() : this(SettingsReader.Nothing) { }

    public string Provider { get; init; } = settings.Value(
        ProviderKey, Sqlite, Reading.OneOf(Sqlite, Postgres),
        "Use sqlite, one file and nothing to install, or postgres, a server that several programs share.");

    public string ConnectionString { get; init; } = settings.Secret(
        "Storage:ConnectionString", "Data Source=data/coachbot.db", "the connection string",
        OnServer(settings) ? ConnectionStrings.NamesAServer : ConnectionStrings.NamesAFile,
        OnServer(settings)
            ? "Name a server: Host=db.example.org;Database=coachbot;Username=coachbot;Password=..."
            : "Name a file: Data Source=data/coachbot.db",
        ConnectionStrings.Masked);

    private static bool OnServer(SettingsReader settings) => settings.Text(ProviderKey).Equals(Postgres, StringComparison.OrdinalIgnoreCase);
}
