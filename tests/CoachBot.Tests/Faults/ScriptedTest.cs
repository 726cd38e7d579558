namespace CoachBot.Tests.Faults;

/// <summary>A test with bots that are real processes: a Discord for them, and a folder for their database.</summary>
public abstract class ScriptedTest : IAsyncLifetime
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("coachbot-e2e").FullName;

    private protected ScriptedDiscord Discord { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Discord = await ScriptedDiscord.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Discord.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
