using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;

namespace CoachBot.Tests.Chat;

public sealed class OptionReaderTests
{
    private static readonly CommandSpec Spec = new("try", "A command for tests",
        new OptionSpec("name", "A name") { Required = true, Max = 10 },
        new OptionSpec("effort", "How hard", OptionKind.Integer) { Min = 1, Max = 10 },
        new OptionSpec("share", "Who sees it") { Choices = [new("only me", "me"), new("everyone", "everyone")] },
        new OptionSpec("role", "Which role", OptionKind.Role));

    private static IReadOnlyDictionary<string, object> Read(params (string Name, object? Value)[] raw) =>
        OptionReader.Read(Spec, raw.Select(option => KeyValuePair.Create(option.Name, option.Value)));

    [Fact]
    public void GoodValuesComeWithTheirKind()
    {
        var read = Read(("name", "bridge"), ("effort", 7L), ("share", "me"), ("role", "123"), ("unknown", "left alone"));
        Assert.Equal("bridge", read["name"]);
        Assert.Equal(7L, read["effort"]);
        Assert.Equal(new RoleId(123), read["role"]);
        Assert.False(read.ContainsKey("unknown"));
    }

    [Fact]
    public void AChoiceMayComeByTheNameThatPeopleRead() => Assert.Equal("me", Read(("name", "bridge"), ("share", "Only me"))["share"]);

    [Theory]
    [InlineData("effort", 0L)]
    [InlineData("effort", 11L)]
    [InlineData("effort", 2.5)]
    [InlineData("effort", 1e308)]
    [InlineData("effort", double.NaN)]
    [InlineData("effort", "very")]
    [InlineData("effort", true)]
    [InlineData("share", "the world")]
    [InlineData("name", "longer than ten letters")]
    [InlineData("name", "  ")]
    [InlineData("name", 5L)]
    [InlineData("role", "not an id")]
    [InlineData("role", "-1")]
    [InlineData("role", "99999999999999999999")]
    public void ABadValueIsNamed(string option, object value)
    {
        var error = Assert.Throws<UserError>(() => Read(("name", "bridge"), (option, value)));
        Assert.Contains(option, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingRequiredOptionIsNamed()
    {
        Assert.Contains("name", Assert.Throws<UserError>(() => Read()).Message, StringComparison.Ordinal);
        Assert.Contains("name", Assert.Throws<UserError>(() => Read(("name", null))).Message, StringComparison.Ordinal);
    }
}
