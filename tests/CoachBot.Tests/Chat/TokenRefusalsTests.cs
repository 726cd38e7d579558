using CoachBot.Chat.Discord;
using CoachBot.Discord.Rest;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Chat;

/// <summary>Row B8 at the start: a supervisor that starts the program again and again with a refused token.</summary>
public abstract class TokenRefusalsTests : IDisposable
{
    private readonly TestDatabase database;
    private readonly FakeTimeProvider time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected TokenRefusalsTests(DatabaseKind kind) => database = new TestDatabase(kind);

    public void Dispose() => database.Dispose();

    [Fact]
    [Fault("B8")]
    public async Task TheFirstRefusedStartEndsAtOnceAndEachFurtherOneTriesTheTokenFirstAndWaitsTwiceAsLong()
    {
        foreach (var wait in new[] { 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900 })
        {
            var refusals = Started();
            var tries = 0;
            await refusals.CheckAsync(_ => { tries++; return Task.CompletedTask; }, Ct);
            Assert.Equal(wait == 0 ? 0 : 1, tries);

            var ending = refusals.RefusedAsync(Ct);
            if (wait > 0)
            {
                time.Advance(TimeSpan.FromSeconds(wait - 0.1));
                Assert.False(ending.IsCompleted);
                time.Advance(TimeSpan.FromSeconds(0.1));
            }
            await ending;
        }
    }

    [Fact]
    [Fault("B8")]
    public async Task ARefusedTryEndsTheStartBeforeTheGatewayIsAskedForAnything()
    {
        await RefuseOnceAsync();
        await Assert.ThrowsAsync<FatalDiscordException>(() => Started().CheckAsync(_ => throw new FatalDiscordException("refused"), Ct));
    }

    [Fact]
    public async Task NoAnswerSaysNothingAboutTheToken()
    {
        await RefuseOnceAsync();
        await Started().CheckAsync(_ => throw new DiscordApiException("no answer"), Ct);
    }

    [Fact]
    public async Task AGoodStartForgetsTheRefusals()
    {
        await RefuseOnceAsync();
        var refusals = Started();
        await refusals.CheckAsync(_ => Task.CompletedTask, Ct);
        await refusals.AcceptedAsync(Ct);
        await Started().CheckAsync(_ => throw new FatalDiscordException("not to be called"), Ct);
    }

    [Fact]
    public async Task ASignalEndsTheWaitAtOnce()
    {
        await RefuseOnceAsync();
        var refusals = Started();
        await refusals.CheckAsync(_ => Task.CompletedTask, Ct);
        using var signal = new CancellationTokenSource();
        var ending = refusals.RefusedAsync(signal.Token);
        await signal.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ending);
    }

    private async Task RefuseOnceAsync()
    {
        var refusals = Started();
        await refusals.CheckAsync(_ => Task.CompletedTask, Ct);
        await refusals.RefusedAsync(Ct);
    }

    /// <summary>As in a new process on the same database.</summary>
    private TokenRefusals Started() =>
        new(new GatewayLedger(database.Reopen()), new ConnectionClock(time), NullLogger<TokenRefusals>.Instance);
}

public sealed class TokenRefusalsTestsOnSqlite() : TokenRefusalsTests(DatabaseKind.Sqlite);

public sealed class TokenRefusalsTestsOnPostgres() : TokenRefusalsTests(DatabaseKind.Postgres);
