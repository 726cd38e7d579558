namespace CoachBot.Sandbox;

/// <summary>A running sandbox. Disposing of it closes every door.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private SandboxServer(SandboxOptions options) => PageUrl = options.Url;

    public Uri PageUrl { get; }

    public Uri ApiBaseUrl => new(PageUrl, "api/v10/");

    public string BotToken => throw new NotImplementedException();

    public World World { get; } = new();

    public IReadOnlyList<Exchange> Traffic => throw new NotImplementedException();

    public static Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct = default) =>
        Task.FromResult(new SandboxServer(options));

    public SandboxMember As(string name) => throw new NotImplementedException();

    public IReadOnlyList<SandboxMessage> MessagesIn(ulong channelId) => throw new NotImplementedException();

    public Task<SandboxMessage> WaitForMessageAsync(Func<SandboxMessage, bool> match, CancellationToken ct = default) =>
        throw new NotImplementedException();

    public Task WaitForCommandsAsync(string name, CancellationToken ct = default) => throw new NotImplementedException();

    public void DropConnections() => throw new NotImplementedException();

    public void RequestReconnect() => throw new NotImplementedException();

    public void InvalidateSessions() => throw new NotImplementedException();

    public void RepeatLastInteraction() => throw new NotImplementedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
