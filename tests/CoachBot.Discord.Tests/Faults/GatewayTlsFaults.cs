using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Faults;

/// <summary>A31: a name that is not found, a certificate that is not to be trusted.</summary>
public sealed class GatewayTlsFaults
{
    [Theory]
    [Fault("A31")]
    [InlineData("another.example", false)]
    [InlineData("127.0.0.1", true)]
    public async Task ACertificateThatIsNotToBeTrustedIsRefusedWithItsReasonAndTheSessionIsKept(string name, bool expired)
    {
        using var certificate = Certificate(name, expired);
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        var seen = ServeAsync(door, certificate);
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord).Start();
        var port = ((IPEndPoint)door.LocalEndpoint).Port;
        (await bot.BecomesReadyAsync(resumeUrl: $"wss://127.0.0.1:{port}/")).Cut();

        // The session goes on at the usual address.
        var next = await bot.ConnectsAsync();
        await next.HelloAsync();
        Assert.Equal("s1", (await next.ReceiveAsync(6)).GetProperty("session_id").GetString());
        Assert.Equal(0, await seen);
        Assert.Contains(bot.Logs.Lines, line => line.Contains("SecureConnectionError: The remote certificate", StringComparison.Ordinal));
        if (expired) Assert.Contains(bot.Logs.Lines, line => line.Contains("NotTimeValid", StringComparison.Ordinal));
        else Assert.Contains(bot.Logs.Lines, line => line.Contains("RemoteCertificateNameMismatch", StringComparison.Ordinal));
    }

    [Fact]
    [Fault("A31")]
    public async Task ANameThatIsNotFoundIsTriedAgainAndAgain()
    {
        await using var discord = new FakeDiscord();
        await using var bot = new RunningBot(discord, options: o => o with { GatewayUrl = new Uri("wss://does-not-exist.invalid/") }).Start();
        await Patience.UntilAsync(() => bot.Logs.Lines.Count(line => line.Contains("no connection (", StringComparison.Ordinal)) >= 3, "three tries", () =>
        {
            if (bot.Client.State == GatewayState.Backoff) bot.Clock.Advance(TimeSpan.FromMilliseconds(500));
        });
        Assert.Contains(bot.Logs.Lines, line => line.Contains("NameResolutionError", StringComparison.Ordinal));
    }

    /// <returns>How many bytes came through the encryption.</returns>
    private static async Task<int> ServeAsync(TcpListener door, X509Certificate2 certificate)
    {
        using var client = await door.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
            return await tls.ReadAsync(new byte[1024]);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            return 0;
        }
    }

    private static X509Certificate2 Certificate(string name, bool expired)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-10), now.AddDays(expired ? -1 : 10));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
