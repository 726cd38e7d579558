namespace CoachBot.Discord.Tests.Gateway;

public sealed class AddressTests
{
    [Theory]
    [InlineData("wss://gateway-us-east1-b.discord.gg", false, "wss://gateway-us-east1-b.discord.gg/?v=10&encoding=json")]
    [InlineData("wss://gateway.discord.gg/", false, "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("ws://127.0.0.1:1234", true, "ws://127.0.0.1:1234/?v=10&encoding=json")]
    [InlineData("ws://127.0.0.1:1234", false, null)]
    [InlineData("wss://gateway.discord.gg:8443", false, null)]
    [InlineData("wss://user@gateway.discord.gg", false, null)]
    public void TrustsDiscordAndWhereLoopbackIsSetLoopback(string address, bool loopback, string? expected) =>
        Assert.Equal(expected, Addresses.Resume(address, new Uri("wss://gateway.discord.gg/?v=10&encoding=json"), loopback)?.ToString());

    [Theory]
    [InlineData("wss://gateway.discord.gg", "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("wss://gateway.discord.gg/", "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("ws://127.0.0.1:99/gateway", "ws://127.0.0.1:99/gateway?v=10&encoding=json")]
    [InlineData("ws://localhost:99/a/b?v=9&encoding=etf&compress=zlib-stream&k=1", "ws://localhost:99/a/b?v=10&encoding=json&k=1")]
    [InlineData("ws://[::1]:99/?k=%20", "ws://[::1]:99/?v=10&encoding=json&k=%20")]
    public void CompletesTheGatewayAddress(string given, string expected) =>
        Assert.Equal(expected, Addresses.Gateway(new Uri(given)).AbsoluteUri);

    [Theory]
    [InlineData("ws://gateway.discord.gg")]
    [InlineData("http://127.0.0.1")]
    public void RefusesAGatewayThatWouldShowTheToken(string given) => Assert.Throws<ArgumentException>(() => Addresses.Gateway(new Uri(given)));

    [Theory]
    [InlineData("https://discord.com/api/v10", "https://discord.com/api/v10/")]
    [InlineData("http://127.0.0.1:80/x/api/v9/", "http://127.0.0.1/x/api/v9/")]
    public void CompletesTheRestAddress(string given, string expected) => Assert.Equal(expected, Addresses.RestBase(new Uri(given)).AbsoluteUri);

    [Fact]
    public void RefusesPlainHttpBeyondLoopback() =>
        Assert.Throws<ArgumentException>(() => Addresses.RestBase(new Uri("http://discord.com/api/v10/")));
}
