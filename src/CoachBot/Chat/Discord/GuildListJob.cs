using CoachBot.Discord;
using CoachBot.Discord.Gateway;
using CoachBot.Runtime;
using NodaTime;
using Quartz;

namespace CoachBot.Chat.Discord;

/// <summary>Asks each day in which servers the bot is: without gateway intents nobody tells.</summary>
[DisallowConcurrentExecution]
internal sealed class GuildListJob(DiscordClient client, GuildWatch guilds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (client.State == GatewayState.Ready) await guilds.AskForListAsync(client.Rest, cancellationToken);
    }
}

internal static class DiscordJobs
{
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    // Not at the start: READY lists the servers then.
    private static readonly Duration First = Duration.FromHours(1);

    public static void AddGuildList(this IQuartzBuilder quartz, TimeProvider time) => quartz.ScheduleJob<GuildListJob>(trigger => trigger
        .WithIdentity("guild-list").StartAt((time.Now() + First).ToMoment()).WithSimpleSchedule(every => every.WithInterval(Daily).RepeatForever()));
}
