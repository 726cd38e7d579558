namespace CoachBot.Storage;

internal sealed record StorageOptions
{
    public string Provider { get; init; } = "sqlite";

    public string ConnectionString { get; init; } = "Data Source=data/coachbot.db";
}
