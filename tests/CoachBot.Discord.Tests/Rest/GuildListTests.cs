using System.Globalization;
using System.Net;
using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Rest;

/// <summary>In which servers the bot is, asked for: one by one, and all.</summary>
public sealed class GuildListTests
{
    [Fact]
    public async Task ReadsPageAfterPageUntilOneIsNotFull()
    {
        await using var fixture = new RestFixture();
        // The order within a page is the server's business.
        fixture.Answers(FakeReply.Json(Page(1, 200, backwards: true)), FakeReply.Json(Page(201, 400)), FakeReply.Json(Page(401, 403)));
        Assert.Equal(Enumerable.Range(1, 403).Select(id => (ulong)id), (await fixture.Rest.GetGuildsAsync())!.Order());
        Assert.Equal(
            ["GET users/@me/guilds?limit=200", "GET users/@me/guilds?limit=200&after=200", "GET users/@me/guilds?limit=200&after=400"],
            fixture.Discord.Requests.Select(request => request.Route));
    }

    [Fact]
    public async Task ABotInNoServerHasAnEmptyList()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json("[]"));
        Assert.Equal([], await fixture.Rest.GetGuildsAsync());
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "{}")]
    [InlineData(200, "[")]
    [InlineData(200, """[{"id":"1"},{"name":"no id"}]""")]
    [InlineData(200, """[{"id":"1"},null]""")]
    [InlineData(403, """{"code":50001}""")]
    [InlineData(404, "")]
    [InlineData(503, "")]
    public async Task AnAnswerThatDoesNotTellGivesNoPartOfTheList(int status, string body)
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = request =>
            request.Target.Contains("after", StringComparison.Ordinal) ? FakeReply.Json(body, status) : FakeReply.Json(Page(1, 200));
        var call = fixture.Rest.GetGuildsAsync();
        await fixture.RunAsync(call);
        Assert.Null(await call);
    }

    [Fact]
    public async Task APageThatRepeatsIsNotAskedForAgain()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Json(Page(1, 200));
        var call = fixture.Rest.GetGuildsAsync();
        await fixture.RunAsync(call);
        Assert.Null(await call);
        Assert.Equal(2, fixture.Discord.Requests.Count);
    }

    [Fact]
    public async Task AListWithoutEndIsGivenUp()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = request =>
        {
            var after = request.Target.Split("after=") is [_, var id] ? int.Parse(id, CultureInfo.InvariantCulture) : 0;
            return FakeReply.Json(Page(after + 1, after + 200));
        };
        var call = fixture.Rest.GetGuildsAsync();
        await fixture.RunAsync(call);
        Assert.Null(await call);
        Assert.Equal(1000, fixture.Discord.Requests.Count);
    }

    [Theory]
    [InlineData(200, "{}", true)]
    [InlineData(404, """{"code":10004}""", false)]
    [InlineData(403, """{"code":50001}""", false)]
    [InlineData(404, """{"code":0}""", null)]
    [InlineData(403, "", null)]
    public async Task TellsWhetherItIsInAServer(int status, string body, bool? isIn)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json(body, status));
        Assert.Equal(isIn, await fixture.Rest.IsInGuildAsync(7));
        Assert.Equal("GET guilds/7", Assert.Single(fixture.Discord.Requests).Route);
    }

    /// <summary>Then it may be asked again, which is not the same as a server that never tells.</summary>
    [Fact]
    public async Task SaysWhenItCannotBeToldNow()
    {
        await using var fixture = new RestFixture();
        fixture.Discord.Answer = _ => FakeReply.Empty(503);
        var call = fixture.Rest.IsInGuildAsync(7);
        await fixture.RunAsync(call);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Assert.ThrowsAsync<DiscordApiException>(() => call)).Status);
    }

    private static string Page(int first, int last, bool backwards = false)
    {
        var ids = Enumerable.Range(first, last - first + 1);
        return $"[{string.Join(',', (backwards ? ids.Reverse() : ids).Select(id => $$$"""{"id":"{{{id}}}","name":"x"}"""))}]";
    }
}
