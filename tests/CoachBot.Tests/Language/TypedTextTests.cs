using System.Globalization;
using System.Text;
using CoachBot.Language;
using FsCheck.Xunit;

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
    [InlineData("𝓢𝓺𝓾𝓪𝓽 𝟑x𝟏𝟐", "Squat 3x12")]
    [InlineData("Ⓢⓠuat", "Squat")]
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

    [Theory]
    [InlineData("Mié – Vié", "mie - vie")]
    [InlineData("UTC−5", "utc-5")]
    [InlineData("7\u00A0PM", "7 pm")]
    [InlineData("Mon\tWed\r\nFri", "mon wed \nfri")]
    [InlineData("l’après-midi", "l'apres-midi")]
    [InlineData("nº 1", "no 1")]
    [InlineData("S\u0327u\u0308b\u200Bat", "subat")]
    [InlineData("3️⃣0", "30")]
    [InlineData("Huế, Đà Nẵng, Łódź, İzmir", "hue, da nang, lodz, izmir")]
    [InlineData("STRASSE Straße Æble", "strasse strasse aeble")]
    public void PlainTextHasNoCaseAccentsOrUnseenSigns(string typed, string plain) => Assert.Equal(plain, TypedText.Plain(typed));

    [Theory]
    [InlineData("  Can't  ‘stop’, won`t! ", "cant stop wont")]
    [InlineData("half-knelt/press", "half knelt press")]
    [InlineData("1½ × 10²", "1 5 10")]
    [InlineData("ＳＱＵＡＴ ３ｘ１２", "squat 3x12")]
    [InlineData("приседания", "приседания")]
    public void WordsStandWithOneSpaceBetween(string typed, string words) => Assert.Equal(words, TypedText.Words(typed));

    [Fact]
    public void SignsThatAreAskedForStayAsWords() => Assert.Equal("no , stop \n now .", TypedText.Words("No, stop!\nnow.", keep: ",.\n"));

    /// <summary>What went through once is no other the second time: names that are kept in their form can be compared with it again.</summary>
    [Property(MaxTest = 2_000)]
    public void AFormOfAFormIsItself(string? typed)
    {
        Assert.Equal(TypedText.Plain(typed ?? ""), TypedText.Plain(TypedText.Plain(typed ?? "")));
        Assert.Equal(TypedText.Words(typed ?? ""), TypedText.Words(TypedText.Words(typed ?? "")));
    }

    [Fact]
    public void BrokenTextIsNoReasonToFail()
    {
        Assert.Equal("a\uFFFD", TypedText.Fold("a\uD800"));
        Assert.Equal("a", TypedText.Words("a\uD800"));
    }
}
