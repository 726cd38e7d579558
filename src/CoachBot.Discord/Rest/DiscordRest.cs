using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using Microsoft.Extensions.Logging;

namespace CoachBot.Discord.Rest;

/// <summary>
/// Discord's REST API as far as this bot needs it. Every method may throw <see cref="DiscordApiException"/>
/// (no success), <see cref="FatalDiscordException"/> (the bot token is refused) and, before anything is sent,
/// <see cref="ArgumentException"/> (a body beyond <see cref="DiscordLimits"/>: a bug of the caller). Safe to
/// call from many threads. A call takes 30 s at most, waits for rate limits included.
/// </summary>
public sealed class DiscordRest : IDisposable
{
    // Discord: Opcodes and Status Codes, "JSON".
    private const int UnknownInteraction = 10062;
    private const int AlreadyAcknowledged = 40060;
    private const int UnknownChannel = 10003;
    private const int UnknownGuild = 10004;
    private const int MissingAccess = 50001;

    private readonly RestSender sender;
    private readonly Jitter jitter;
    private readonly ILogger log;

    /// <param name="handler">Stands in for the network in a test.</param>
    internal DiscordRest(DiscordOptions options, TimeProvider time, ILoggerFactory logs, Jitter jitter, HttpMessageHandler? handler = null)
    {
        this.jitter = jitter;
        log = logs.CreateLogger("CoachBot.Discord.Rest");
        sender = new RestSender(new RestTransport(options, handler), time, jitter, log);
    }

    /// <summary>Completes when Discord has refused the bot token.</summary>
    internal Task<FatalDiscordException> Refused => sender.Refused;

    internal Meter Meter => sender.Metrics.Meter;

    /// <summary>From READY; stands in when an interaction does not name its application.</summary>
    internal ulong ApplicationId { get; set; }

    /// <summary><c>GET gateway/bot</c>, or <c>GET gateway</c> where the server does not know the former.</summary>
    internal async Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct = default)
    {
        RestAnswer answer;
        try
        {
            answer = await sender.SendAsync(Routes.GatewayBot, ct);
        }
        catch (DiscordApiException problem) when (problem.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            answer = await sender.SendAsync(Routes.Gateway, ct);
        }

        return Answers.Gateway(answer.Body)
            ?? throw new DiscordApiException("GET gateway/bot was answered without an address.", (HttpStatusCode)answer.Status);
    }

    /// <summary>Tries the bot token with <c>GET users/@me</c>.</summary>
    /// <exception cref="FatalDiscordException">It is refused.</exception>
    public async Task CheckTokenAsync(CancellationToken ct = default)
    {
        try
        {
            await sender.SendAsync(Routes.Self, ct);
        }
        catch (FatalDiscordException problem)
        {
            throw new FatalDiscordException(problem.Message, problem) { IsTokenRefused = true };
        }
    }

    /// <summary>Whether the bot is in a server.</summary>
    /// <returns>Null when the answer does not tell, and would not if it were asked for again.</returns>
    public async Task<bool?> IsInGuildAsync(ulong guildId, CancellationToken ct = default)
    {
        try
        {
            await sender.SendAsync(Routes.Guild(guildId), ct);
            return true;
        }
        catch (DiscordApiException problem) when (problem.IsPermanent)
        {
            return problem.Code is UnknownGuild or MissingAccess ? false : null;
        }
    }

    /// <summary>What a channel is, and to which server it belongs.</summary>
    /// <returns>Null when there is no such channel, or the bot may not see it.</returns>
    public async Task<ChannelInfo?> GetChannelAsync(ulong channelId, CancellationToken ct = default)
    {
        try
        {
            var answer = await sender.SendAsync(Routes.Channel(channelId), ct);
            return Answers.Channel(answer.Body)
                ?? throw new DiscordApiException("GET channels/{id} was answered without a channel.", (HttpStatusCode)answer.Status);
        }
        catch (DiscordApiException problem) when (problem.IsPermanent && problem.Code is UnknownChannel or MissingAccess)
        {
            return null;
        }
    }

    /// <summary>A server's roles.</summary>
    /// <returns>Null when the answer does not tell.</returns>
    public async Task<IReadOnlyList<RoleInfo>?> GetRolesAsync(ulong guildId, CancellationToken ct = default) =>
        Answers.Roles((await sender.SendAsync(Routes.Roles(guildId), ct)).Body);

    /// <summary>The ids of a member's roles.</summary>
    /// <returns>Null when the answer does not tell.</returns>
    public async Task<IReadOnlyList<ulong>?> GetMemberRolesAsync(ulong guildId, ulong userId, CancellationToken ct = default) =>
        Answers.MemberRoles((await sender.SendAsync(Routes.Member(guildId, userId), ct)).Body);

    /// <summary>The ids of all servers that the bot is in, whatever its shards.</summary>
    /// <returns>Null when an answer on the way does not tell: a part of them would look like the bot's removal from the rest.</returns>
    public Task<IReadOnlyCollection<ulong>?> GetGuildsAsync(CancellationToken ct = default) => GuildList.ReadAsync(sender, ct);

    /// <summary>The global commands that are registered.</summary>
    /// <returns>Ids by name, 0 where one was not told; null when the server does not offer the list.</returns>
    public async Task<IReadOnlyDictionary<string, ulong>?> GetCommandsAsync(ulong applicationId, CancellationToken ct = default)
    {
        try
        {
            return Answers.Commands((await sender.SendAsync(Routes.GetCommands(applicationId), ct)).Body);
        }
        catch (DiscordApiException problem) when (
            problem.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            return null;
        }
    }

    /// <summary>Replaces all global commands (Discord: Application Commands, "Bulk Overwrite Global Application Commands").</summary>
    /// <param name="utf8JsonArray">Left alone until the call has ended; it may be sent more than once.</param>
    /// <returns>Ids by name, 0 where one was not told; perhaps none.</returns>
    public async Task<IReadOnlyDictionary<string, ulong>> OverwriteCommandsAsync(
        ulong applicationId, ReadOnlyMemory<byte> utf8JsonArray, CancellationToken ct = default)
    {
        var answer = await sender.SendAsync(Routes.PutCommands(applicationId) with { Body = utf8JsonArray }, ct);
        return Answers.Commands(answer.Body) ?? new Dictionary<string, ulong>();
    }

    /// <summary>
    /// The first answer. Has 2.5 s in all. Code 10062 means too late; 40060 means that somebody else answered,
    /// unless we tried twice: then our first try did arrive.
    /// </summary>
    public async Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken ct = default)
    {
        LimitCheck.Response(response);
        var payload = Payload.Of(response);
        await RespondAsync(interaction, payload.Finish(jitter), ct);
        payload.Return();
    }

    /// <inheritdoc cref="RespondAsync(Interaction, InteractionResponse, CancellationToken)"/>
    public async Task RespondAsync(Interaction interaction, PreparedResponse response, CancellationToken ct = default)
    {
        try
        {
            await sender.SendAsync(Routes.Callback(interaction) with { Body = response.Body, ContentType = response.ContentType }, ct);
        }
        catch (DiscordApiException problem) when (problem.Code == AlreadyAcknowledged)
        {
            log.LogError("An interaction was answered by somebody else: does a second process run with this bot token?");
            throw;
        }
        catch (DiscordApiException problem) when (problem.Code == UnknownInteraction)
        {
            log.LogWarning("An answer came too late: Discord had given the interaction up");
            throw;
        }
    }

    /// <summary>Checks and writes a response that many will get.</summary>
    public PreparedResponse Prepare(InteractionResponse response)
    {
        LimitCheck.Response(response);
        var payload = Payload.Of(response);
        var whole = payload.Finish(jitter);
        var kept = new PreparedResponse(whole.Body.ToArray(), whole.ContentType);
        payload.Return();
        return kept;
    }

    /// <summary>Changes the first answer, or gives it after a deferral; within 15 minutes.</summary>
    public async Task EditOriginalAsync(Interaction interaction, MessageBody body, CancellationToken ct = default)
    {
        LimitCheck.Message(body);
        await ContinueAsync(Routes.EditOriginal(ApplicationOf(interaction), interaction), Payload.Of(body, editing: true), ct);
    }

    /// <summary>One more message; within 15 minutes. Never sent twice, so a lost answer may mean a lost message.</summary>
    public async Task FollowUpAsync(Interaction interaction, MessageBody body, bool ephemeral, CancellationToken ct = default)
    {
        LimitCheck.NewMessage(body);
        var flagged = ephemeral ? body with { Flags = body.Flags | MessageFlags.Ephemeral } : body;
        await ContinueAsync(Routes.FollowUp(ApplicationOf(interaction), interaction), Payload.Of(flagged), ct);
    }

    /// <summary>
    /// Posts into a channel. With a nonce the call is safe to repeat for a few minutes: Discord returns the first message.
    /// </summary>
    /// <param name="nonce">At most 25 characters, one per logical message; null gives up the retry of a sent message.</param>
    /// <returns>The message's id; null when the server sent none.</returns>
    public async Task<ulong?> CreateMessageAsync(ulong channelId, MessageBody body, string? nonce, CancellationToken ct = default)
    {
        LimitCheck.NewMessage(body, nonce);
        // In a channel everybody would see it.
        LimitCheck.Require(!body.Flags.HasFlag(MessageFlags.Ephemeral), "flags", "cannot make a channel's message ephemeral");
        var answer = await SendAsync(Routes.CreateMessage(channelId, nonce is not null), Payload.Of(body, nonce: nonce), ct);
        var id = Answers.Id(answer.Body);
        if (id is null && answer.Body.Length > 0) log.LogWarning("A message was taken, but the answer is none: its id stays unknown");
        return id;
    }

    public void Dispose() => sender.Dispose();

    /// <summary>
    /// What follows the first answer. A picture that a server does not take is the caller's to leave out; all else is lost.
    /// </summary>
    private async Task ContinueAsync(RestCall call, Payload payload, CancellationToken ct)
    {
        try
        {
            await SendAsync(call, payload, ct);
        }
        catch (DiscordApiException problem) when (problem.Status is not
            (HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType))
        {
            log.LogWarning("followup_lost: {Problem}", problem.Message);
            throw;
        }
    }

    private async Task<RestAnswer> SendAsync(RestCall call, Payload payload, CancellationToken ct)
    {
        var whole = payload.Finish(jitter);
        var answer = await sender.SendAsync(call with { Body = whole.Body, ContentType = whole.ContentType }, ct);
        payload.Return();
        return answer;
    }

    private ulong ApplicationOf(Interaction interaction) => interaction.ApplicationId != 0 ? interaction.ApplicationId : ApplicationId;
}
