using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Rest;

public sealed class FieldErrorTests
{
    [Fact]
    public async Task ARefusedBodyIsNamedByItsFirstFieldAndTheOthersAreThere()
    {
        var problem = await RefusedAsync("""
            {"code":50035,"message":"Invalid Form Body","errors":{
              "0":{"options":{"2":{"name":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 32 or fewer in length."}]}}}},
              "1":{"contexts":{"_errors":[{"code":"UNKNOWN","message":"no such field"}]}}}}
            """);
        Assert.Equal(
            [new("0.options.2.name", "BASE_TYPE_MAX_LENGTH", "Must be 32 or fewer in length."), new("1.contexts", "UNKNOWN", "no such field")],
            problem.FieldErrors);
        Assert.Equal(
            "PUT applications/{id}/commands was answered with 400, code 50035 (0.options.2.name BASE_TYPE_MAX_LENGTH).", problem.Message);
        Assert.True(problem.IsPermanent);
    }

    [Fact]
    public async Task NoLoggableMessageContainsTypedText()
    {
        var problem = await RefusedAsync("""
            {"code":50035,"errors":{"content":{"_errors":[{"code":"knee hurts","message":"Value \"knee hurts\" is not snowflake."}]},
             "knee hurts":{"_errors":[{"code":"X","message":"m"}]}}}
            """);
        Assert.Equal("content", Assert.Single(problem.FieldErrors).ToString());
        Assert.DoesNotContain("knee", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":["This field is required"]}""", "name")]
    [InlineData("""{"_errors":[{"code":"APPLICATION_COMMANDS_DUPLICATE_NAME","message":"m"}]}""", "APPLICATION_COMMANDS_DUPLICATE_NAME")]
    public async Task AFieldMayHaveAPlainSentenceAndTheBodyItselfAFault(string errors, string named) =>
        Assert.Equal(named, Assert.Single((await RefusedAsync($$"""{"code":50035,"errors":{{errors}}}""")).FieldErrors).ToString());

    [Fact]
    public async Task OfAThousandOnlyTheFirstAreKept()
    {
        var errors = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$$"""
            "{{{i}}}":{"name":{"_errors":[{"code":"C","message":"m"}]}}
            """));
        Assert.Equal(20, (await RefusedAsync($$$"""{"code":50035,"errors":{{{{errors}}}}}""")).FieldErrors.Count);
    }

    [Theory]
    [InlineData("""{"code":50035}""")]
    [InlineData("""{"code":50035,"errors":null}""")]
    [InlineData("""{"code":50035,"errors":{"\ud800":{"_errors":[{"code":"X"}]}}}""")]
    [InlineData("""{"code":50035,"errors":["x"]}""")]
    [InlineData("""{"code":50035,"errors":{"_errors":{},"name":{"_errors":[]},"x":{"_errors":7},"y":null}}""")]
    public async Task AnotherShapeNamesNoField(string body)
    {
        var problem = await RefusedAsync(body);
        Assert.Empty(problem.FieldErrors);
        Assert.Equal("PUT applications/{id}/commands was answered with 400, code 50035.", problem.Message);
    }

    private static async Task<DiscordApiException> RefusedAsync(string body)
    {
        await using var fixture = new RestFixture();
        fixture.Answers(FakeReply.Json(body, 400));
        return await Assert.ThrowsAsync<DiscordApiException>(() => fixture.Rest.OverwriteCommandsAsync(6, "[]"u8.ToArray()));
    }
}
