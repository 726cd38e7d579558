using CoachBot.Discord;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;
using Microsoft.Extensions.Hosting;

namespace CoachBot.Chat.Discord;

/// <summary>Keeps the bot connected to Discord, or to a server that speaks as Discord does, for as long as the program runs.</summary>
internal sealed class DiscordConnection : BackgroundService
{
    private readonly DiscordClient client;
    private readonly TokenRefusals refusals;
    private readonly Shutdown shutdown;

    public DiscordConnection(DiscordClient client, CommandRegistration registration, GuildWatch guilds, TokenRefusals refusals, Shutdown shutdown)
    {
        (this.client, this.refusals, this.shutdown) = (client, refusals, shutdown);
        client.Ready += (session, ct) => registration.RegisterAsync(client.Rest, session.ApplicationId, ct);
        client.Ready += (_, ct) => refusals.AcceptedAsync(ct);
        client.Guilds += (news, ct) => guilds.HearAsync(client.Rest, news, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await refusals.CheckAsync(client.Rest.CheckTokenAsync, stoppingToken);
            await client.RunAsync(stoppingToken);
        }
        catch (FatalDiscordException fatal)
        {
            if (fatal.IsTokenRefused) await refusals.RefusedAsync(stoppingToken);
            shutdown.Because(ExitCode.Configuration, fatal.Message);
        }
    }
}

/// <summary>The clock of heartbeats, timeouts and retries. A test may move the team's clock by weeks; a connection lives in real time.</summary>
internal sealed record ConnectionClock(TimeProvider Time);
