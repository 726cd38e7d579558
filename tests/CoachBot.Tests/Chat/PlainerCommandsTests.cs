using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Chat.Discord;
using CoachBot.Discord.Rest;

namespace CoachBot.Tests.Chat;

public sealed class PlainerCommandsTests
{
    private static readonly byte[] Commands = Encoding.UTF8.GetBytes(
        """[{"name":"a","contexts":[0],"options":[{"name":"b","type":3,"min_length":1}]},{"name":"c","contexts":[0],"options":[]}]""");

    [Fact]
    public void AnOptionalFieldThatWasNamedIsLeftOutEverywhere()
    {
        var plainer = PlainerCommands.Without(Commands, [new FieldError("0.contexts.0", "X", "no"), new FieldError("0.options.0.min_length", "X", "no")]);
        Assert.Equal("""[{"name":"a","options":[{"name":"b","type":3}]},{"name":"c","options":[]}]""", JsonNode.Parse(plainer)!.ToJsonString());
    }

    [Fact]
    public void RequiredFieldsAreNotLeftOut() => Assert.Null(PlainerCommands.Without(Commands, [new FieldError("0.name", "X", "no")]));
}
