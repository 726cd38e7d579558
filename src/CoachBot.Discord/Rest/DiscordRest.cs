using Microsoft.Extensions.Logging;

namespace CoachBot.Discord;

/// <summary>
/// Discord's REST API as far as this bot needs it. Every method may throw <see cref="DiscordApiException"/>
/// (no success), <see cref="FatalDiscordException"/> (the bot token is refused) and, before anything is sent,
/// <see cref="ArgumentException"/> (a body beyond Discord's limits: a bug of the caller).
/// </summary>
public sealed class DiscordRest : IDisposable
{
    internal DiscordRest(DiscordOptions options, TimeProvider time, ILoggerFactory logs, Random? random) { }

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyList<string>?> GetCommandsAsync(ulong applicationId, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyDictionary<string, ulong>> OverwriteCommandsAsync(
        ulong applicationId, ReadOnlyMemory<byte> utf8JsonArray, CancellationToken ct) => throw new NotImplementedException();

    public Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken ct) => throw new NotImplementedException();

    public Task EditOriginalAsync(Interaction interaction, MessageBody body, CancellationToken ct) => throw new NotImplementedException();

    public Task FollowUpAsync(Interaction interaction, MessageBody body, bool ephemeral, CancellationToken ct) => throw new NotImplementedException();

    public Task<ulong?> CreateMessageAsync(ulong channelId, MessageBody body, string? nonce, CancellationToken ct) => throw new NotImplementedException();

    public void Dispose() { }
}
