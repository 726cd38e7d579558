using System.Globalization;
using CoachBot.Discord.Model;

namespace CoachBot.Discord.Rest;

/// <summary>
/// The routes this bot uses (Discord: Gateway, Application Commands, Receiving and Responding, Message, User, Channel and Guild
/// Resource).
/// </summary>
internal static class Routes
{
    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;

    public static readonly RestCall GatewayBot = new(Get, "gateway/bot", "gateway/bot", "", Lane.Bot, Repeatable.Always);

    public static readonly RestCall Gateway = new(Get, "gateway", "gateway", "", Lane.Bot, Repeatable.Always);

    public static readonly RestCall Self = new(Get, "users/@me", "users/@me", "", Lane.Bot, Repeatable.Always);

    public static RestCall Guild(ulong guild) => new(Get, "guilds/{id}", $"guilds/{Id(guild)}", Id(guild), Lane.Bot, Repeatable.Always);

    public static RestCall Roles(ulong guild) => new(Get, "guilds/{id}/roles", $"guilds/{Id(guild)}/roles", Id(guild), Lane.Bot, Repeatable.Always);

    public static RestCall Member(ulong guild, ulong user) =>
        new(Get, "guilds/{id}/members/{id}", $"guilds/{Id(guild)}/members/{Id(user)}", Id(guild), Lane.Bot, Repeatable.Always);

    public static RestCall Channel(ulong channel) =>
        new(Get, "channels/{id}", $"channels/{Id(channel)}", Id(channel), Lane.Bot, Repeatable.Always);

    /// <param name="after">Null for the first page.</param>
    public static RestCall MyGuilds(int limit, ulong? after) => new(
        Get, "users/@me/guilds", $"users/@me/guilds?limit={Id((ulong)limit)}{(after is { } id ? $"&after={Id(id)}" : "")}", "",
        Lane.Bot, Repeatable.Always)
    {
        CanWait = true,
    };

    public static RestCall GetCommands(ulong application) =>
        new(Get, "applications/{id}/commands", $"applications/{Id(application)}/commands", "", Lane.Bot, Repeatable.Always);

    public static RestCall PutCommands(ulong application) =>
        new(HttpMethod.Put, "applications/{id}/commands", $"applications/{Id(application)}/commands", "", Lane.Bot, Repeatable.Always);

    public static RestCall Callback(Interaction interaction) => new(
        Post, "interactions/{id}/{token}/callback", $"interactions/{Id(interaction.Id)}/{Token(interaction)}/callback", "",
        Lane.Callback, Repeatable.Callback);

    public static RestCall EditOriginal(ulong application, Interaction interaction) => new(
        HttpMethod.Patch, "webhooks/{id}/{token}/messages/@original",
        $"webhooks/{Id(application)}/{Token(interaction)}/messages/@original", interaction.Token, Lane.Webhook, Repeatable.Original);

    /// <summary>Webhooks know no nonce: what was once sent is never sent again.</summary>
    public static RestCall FollowUp(ulong application, Interaction interaction) => new(
        Post, "webhooks/{id}/{token}", $"webhooks/{Id(application)}/{Token(interaction)}", interaction.Token,
        Lane.Webhook, Repeatable.UnlessSent);

    public static RestCall CreateMessage(ulong channel, bool withNonce) => new(
        Post, "channels/{id}/messages", $"channels/{Id(channel)}/messages", Id(channel), Lane.Bot,
        withNonce ? Repeatable.Always : Repeatable.UnlessSent)
    {
        CanWait = true,
    };

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Token(Interaction interaction) => Uri.EscapeDataString(interaction.Token);
}
