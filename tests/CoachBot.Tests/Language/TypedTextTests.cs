using System.Globalization;
using System.Text;
using CoachBot.Language;

namespace CoachBot.Tests.Language;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("１５:３０", "15:30")]
    [InlineData("١٥:٣٠", "15:30")]
    [InlineData("E\u0301le\u0301vation", "Élévation")]
    [InlineData("Élévation", "Élévation")]
    [InlineData("1½ min", "1.5 min")]
    [InlineData("½ min", "0.5 min")]
    [InlineData("①squat", " 1 squat")]
    [InlineData("10²", "10²")]
    [InlineData("20㎏", "20kg")]
    [InlineData("squat 3x12", "squat 3x12")]
    public void TextIsFolded(string typed, string folded) => Assert.Equal(folded, TypedText.Fold(typed));

    [Fact]
    public void EveryDecimalDigitOfUnicodeIsOneOfOurs()
    {
        var digits = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value))
            .Where(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber).ToList();
        Assert.True(digits.Count > 500);
        Assert.All(digits, rune =>
            Assert.Equal(((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture), TypedText.Fold(rune.ToString())));
    }

    [Fact]
    public void BrokenTextIsNoReasonToFail() => Assert.Equal("a\uFFFD", TypedText.Fold("a\uD800"));
}
