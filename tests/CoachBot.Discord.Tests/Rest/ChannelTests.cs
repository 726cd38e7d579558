using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Rest;

public sealed class ChannelTests
{
    [Fact]
    public async Task TellsWhatAChannelIsAndWhoseItIs()
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json("""{"id":"8","type":5,"guild_id":"9","name":"n"}"""), FakeReply.Json("""{"id":"7","type":1}"""));
        Assert.Equal(new ChannelInfo(8, 5, 9, null), await fixture.Rest.GetChannelAsync(8));
        Assert.Equal(new ChannelInfo(7, 1, null, null), await fixture.Rest.GetChannelAsync(7));
        Assert.Equal(["GET channels/8", "GET channels/7"], fixture.Discord.Requests.Select(request => request.Route));
    }

    [Theory]
    [InlineData(10003, 404)]
    [InlineData(50001, 403)]
    public async Task ThereIsNoneWhereTheBotMayNotSeeIt(int code, int status)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json($$"""{"code":{{code}}}""", status));
        Assert.Null(await fixture.Rest.GetChannelAsync(8));
    }

    [Theory]
    [InlineData("{}", 200)]
    [InlineData("[]", 200)]
    [InlineData("{}", 404)]
    public async Task AnAnswerThatDoesNotTellIsNoVerdict(string body, int status)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json(body, status));
        await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.GetChannelAsync(8));
    }
}
