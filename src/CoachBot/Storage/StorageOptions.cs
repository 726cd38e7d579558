using CoachBot.Runtime.Settings;

namespace CoachBot.Storage;

/// <summary>Where the data is.</summary>
internal sealed class StorageOptions(SettingsReader settings)
{
    public StorageOptions() : this(SettingsReader.Nothing) { }

    public string Provider { get; init; } = settings.Value(
        "Storage:Provider", "sqlite", Reading.OneOf("sqlite"), "Use sqlite. This version has no other.");

    public string ConnectionString { get; init; } = settings.Secret(
        "Storage:ConnectionString", "Data Source=data/coachbot.db", "the connection string",
        ConnectionStrings.NamesAFile, "Name a file: Data Source=data/coachbot.db", ConnectionStrings.Masked);
}
