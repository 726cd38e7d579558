using CoachBot.Discord.Model;

namespace CoachBot.Discord.Rest;

/// <summary>The list of all servers that the bot is in, page by page (Discord: User Resource, "Get Current User Guilds").</summary>
internal static class GuildList
{
    private const int PageSize = 200;

    /// <summary>200 000 servers, eighty times what a shard may have: a list that is longer has no end.</summary>
    private const int MostPages = 1000;

    /// <returns>Null when an answer on the way does not tell.</returns>
    public static async Task<IReadOnlyCollection<ulong>?> ReadAsync(RestSender sender, CancellationToken ct)
    {
        var guilds = new HashSet<ulong>();
        ulong? last = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            IReadOnlyList<ulong>? page;
            try
            {
                page = Answers.Ids((await sender.SendAsync(Routes.MyGuilds(PageSize, last), ct)).Body);
            }
            catch (DiscordApiException)
            {
                return null;
            }

            if (page is null) return null;
            guilds.UnionWith(page);
            if (page.Count < PageSize) return guilds;
            var end = page.Max();
            // The list is in the order of the ids. A page that leads no farther would be asked for again and again.
            if (end <= last) return null;
            last = end;
        }

        return null;
    }
}
