using CoachBot.Discord;
using CoachBot.Discord.Gateway;
using CoachBot.Discord.Rest;
using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.Chat.Discord;

/// <summary>What the bot does and asks on Discord of its own accord, over REST.</summary>
internal sealed class DiscordPlatform(DiscordClient client, Rendering rendering, GuildWatch guilds) : IChatPlatform
{
    public bool IsReady => client.State == GatewayState.Ready;

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
}
