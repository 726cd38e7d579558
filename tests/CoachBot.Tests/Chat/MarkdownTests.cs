using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Chat;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("@everyone", @"\@everyone")]
    [InlineData("<@&123>", @"\<\@&123\>")]
    [InlineData("**bold** _x_ ~~y~~ `z` ||s||", @"\*\*bold\*\* \_x\_ \~\~y\~\~ \`z\` \|\|s\|\|")]
    [InlineData("[click](https://bad.example)", @"\[click\](https\://bad.example)")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("1. list", @"1\. list")]
    [InlineData("Meet at 15:30, gym 2. Bring water!", "Meet at 15:30, gym 2. Bring water!")]
    [InlineData("a\u202Eb\u200Bc\0d\ne", "abcd e")]
    public void EscapedTextIsShownAsTyped(string typed, string escaped) => Assert.Equal(escaped, Markup.Escape(typed));

    [Fact]
    public void BrokenAndPiledUpTextIsTamed()
    {
        Assert.Equal("x", Markup.Escape("\ud800x"));
        Assert.Equal(1 + 8, Markup.Clean("a" + new string('\u0301', 500)).Length);
        Assert.Equal("", Markup.Escape(" \t\n "));
    }

    [Fact]
    public void AQuoteIsShortAndNeverCutsACharacterInTwo()
    {
        Assert.Equal(@"“\@x”", Markup.Quote("@x"));
        var cut = Markup.Quote(new string('a', 59) + "🏃🏃");
        Assert.Equal("“" + new string('a', 59) + "…”", cut);
    }
}
