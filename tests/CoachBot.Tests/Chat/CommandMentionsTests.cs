using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;

namespace CoachBot.Tests.Chat;

public sealed class CommandMentionsTests
{
    private static readonly CommandCatalogue Catalogue = new(
        [new CommandSpec("checkin", "Log"), new CommandSpec("strength-day add", "Add"), new CommandSpec("strength-day list", "List")],
        [new CommandGroup("strength-day", "Days")]);

    [Theory]
    [InlineData("Type `/checkin`.", "Type </checkin:7>.")]
    [InlineData("`/strength-day add days:Tue,Thu time:15:30`", "</strength-day add:8> `days:Tue,Thu time:15:30`")]
    [InlineData("`/strength-day list` or `/checkin what:squat 3x12`", "</strength-day list:8> or </checkin:7> `what:squat 3x12`")]
    [InlineData("`/weather` and `/strength-day` and /checkin", "`/weather` and `/strength-day` and /checkin")]
    [InlineData("`squat`", "`squat`")]
    public void ACommandOfOursIsOneToTap(string text, string shown)
    {
        var mentions = new CommandMentions(Catalogue);
        Assert.Equal(text, mentions.In(text));
        mentions.Know(new Dictionary<string, ulong> { ["checkin"] = 7, ["strength-day"] = 8 });
        Assert.Equal(shown, mentions.In(text));
    }

    [Fact]
    public void WithoutAnIdItStaysAsItIs()
    {
        var mentions = new CommandMentions(Catalogue);
        mentions.Know(new Dictionary<string, ulong> { ["checkin"] = 0 });
        Assert.Equal("`/checkin`", mentions.In("`/checkin`"));
    }
}
