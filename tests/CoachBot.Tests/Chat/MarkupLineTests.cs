using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Chat;

public sealed class MarkupLineTests
{
    [Theory]
    [InlineData("Meet in <#123> <:muscle:456> <a:run:7> at <t:1700000000:t>", "Meet in <#123> <:muscle:456> <a:run:7> at <t:1700000000:t>")]
    [InlineData("<@1> <@!2> <@&3> @everyone", @"\<\@1\> \<\@!2\> \<\@&3\> \@everyone")]
    [InlineData("<#12a> </kick:9> <id:browse> **x**", @"\<#12a\> \</kick:9\> \<id:browse\> \*\*x\*\*")]
    [InlineData("<#1>  - <#2>", "<#1> - <#2>")]
    public void ALineKeepsWhatReachesNobody(string typed, string shown) => Assert.Equal(shown, Markup.EscapeLine(typed));
}
