using System.Net;
using System.Net.Sockets;

namespace CoachBot.Tests.Faults;

/// <summary>Row E20 as a supervisor sees it: Discord is out of reach, and the process is to be left alone.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("coachbot-e2e").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Two hours are some 130 tries; here it is three, for each waits twice as long as the one before.</summary>
    [Fact, Fault("E20")]
    public async Task WhileDiscordIsOutOfReachItLivesAndIsNotReadyAndThenComesBackByItself()
    {
        const int Tries = 3;
        var discord = await ScriptedDiscord.StartAsync();
        using var bot = LoggedBot.Start(discord, folder);
        await discord.NextLineAsync();
        var health = await bot.HealthAsync();
        using var http = new HttpClient { BaseAddress = health };
        await Patience.UntilAsync(() => Ask("/readyz") == HttpStatusCode.OK, "ready");

        var before = bot.Count("Gateway: ");
        var port = discord.Port;
        await discord.DisposeAsync();
        // Nobody else may get its port meanwhile; one that is bound and does not listen refuses connections.
        using var place = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        place.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        place.Bind(new IPEndPoint(IPAddress.Loopback, port));
        await Patience.UntilAsync(() => Ask("/readyz") == HttpStatusCode.ServiceUnavailable, "not ready");
        var asked = 0;
        // The first of these lines is for the line that was lost, each other one for a try that failed.
        await Patience.UntilAsync(
            () =>
            {
                Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, false), (Ask("/healthz"), Ask("/readyz"), bot.HasEnded));
                asked++;
                return bot.Count("Gateway: ") - before > Tries;
            },
            "tries that fail");
        Assert.InRange(asked, Tries, int.MaxValue);

        place.Dispose();
        await using var back = await ScriptedDiscord.StartAsync(port);
        var line = await back.NextLineAsync();
        await line.InteractAsync(ScriptedDiscord.CheckIn(1, 9));
        await Patience.UntilAsync(() => back.SeenBy(1).Count > 0, "an answer");
        Assert.Equal(HttpStatusCode.OK, Ask("/readyz"));
        Assert.Equal(0, await bot.StopAsync());

        HttpStatusCode Ask(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            using var answer = http.Send(request, Ct);
            return answer.StatusCode;
        }
    }
}
