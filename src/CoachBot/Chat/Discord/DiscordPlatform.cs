using System.Runtime.CompilerServices;
using CoachBot.Chat.Saying;
using CoachBot.Discord;
using CoachBot.Discord.Gateway;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;
using CoachBot.Storage;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace CoachBot.Chat.Discord;

/// <summary>The bot on Discord, or on a server that speaks as Discord does: stays connected, hears calls, posts in channels.</summary>
internal sealed class DiscordPlatform : BackgroundService, IChatPlatform, IAsyncDisposable
{
    private readonly DiscordClient client;
    private readonly Rendering rendering;
    private readonly GuildWatch guilds;
    private readonly TokenRefusals refusals;
    private readonly Shutdown shutdown;
    private readonly ConditionalWeakTable<Reply, PreparedResponse> prepared = [];

    public DiscordPlatform(
        DiscordOptions options, Dispatcher dispatcher, CommandRegistration registration, GuildWatch guilds, ITeamNews teams, TokenRefusals refusals,
        Rendering rendering, ConnectionClock clock, Shutdown shutdown, ILoggerFactory logs)
    {
        this.rendering = rendering;
        this.guilds = guilds;
        this.refusals = refusals;
        this.shutdown = shutdown;
        var log = logs.CreateLogger<DiscordPlatform>();
        client = new DiscordClient(
            options with { TurnedAwayWords = InteractionCalls.WordsFor, SettingPrefix = "Discord:" },
            async (interaction, ct) =>
            {
                if (interaction.GuildId is { } guild) await SeenAsync(new TeamId(guild), ct);
                if (InteractionCalls.Read(interaction) is { } call) await dispatcher.AnswerAsync(call, new InteractionResponder(client!.Rest, interaction, rendering, prepared), ct);
                else log.LogInformation("An interaction of type {Type} was left alone", interaction.Type);
            },
            clock.Time,
            logs);
        client.Ready += (session, ct) => registration.RegisterAsync(client.Rest, session.ApplicationId, ct);
        client.Ready += (_, ct) => refusals.AcceptedAsync(ct);
        client.Guilds += (news, ct) => guilds.HearAsync(client.Rest, news, ct);

        async Task SeenAsync(TeamId team, CancellationToken ct)
        {
            try
            {
                await teams.SeenAsync(team, ct);
            }
            catch (StorageRefused problem)
            {
                // The call is answered all the same; the next one tries again.
                log.LogWarning("That a team has the bot back could not be noted: {Reason}", problem.Reason);
            }
        }
    }

    public bool IsReady => client.State == GatewayState.Ready;

    internal DiscordRest Rest => client.Rest;

    /// <summary>Null before the first connection.</summary>
    public ulong? ApplicationId => client.Session?.ApplicationId;

    /// <summary>Takes an interaction that came over HTTP.</summary>
    /// <returns>False when the bot is stopping.</returns>
    public bool Hear(Interaction interaction) => client.Deliver(interaction);

    /// <summary>Asks in which servers the bot is. Does nothing while it is not connected.</summary>
    public Task AskForGuildsAsync(CancellationToken ct) => IsReady ? guilds.AskForListAsync(client.Rest, ct) : Task.CompletedTask;

    public Task<bool?> HasTeamAsync(TeamId team, CancellationToken ct) => GuildWatch.HasTeamAsync(client.Rest, team, ct);

    public async Task<PostResult> PostAsync(Post post, CancellationToken ct)
    {
        try
        {
            var message = await client.Rest.CreateMessageAsync(post.ChannelId.Value, rendering.Body(post), post.Key, ct);
            return new PostResult(PostOutcome.Posted, message is { } id ? new MessageId(id) : null);
        }
        catch (DiscordApiException problem)
        {
            // Refused like this by a server that removed the bot, too. Its team may take the bot back and shall find its strength days as they were;
            // so it shall where that cannot be told now, and the reminder is tried again.
            var removed = PostResults.MayMeanRemoval(problem) ? await guilds.HasRemovedAsync(client.Rest, post.TeamId, ct) : false;
            return removed == false ? PostResults.From(problem) : new PostResult(PostOutcome.NotSent);
        }
        catch (FatalDiscordException)
        {
            return new PostResult(PostOutcome.NotSent);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        Dispose();
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
