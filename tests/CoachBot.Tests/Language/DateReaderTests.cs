using CoachBot.Language;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.Tests.Language;

public sealed class DateReaderTests
{
    private static readonly LocalDate Today = new(2026, 11, 28); // a Saturday

    private static DateReading Read(string typed, string locale = "en-US") =>
        DateReader.Read(typed, Today, Today.PlusDays(-14), Today, new Locale(locale));

    [Theory]
    [InlineData("in 2 days", "2026-11-30")]
    [InlineData("in two days", "2026-11-30")]
    [InlineData("2 days from now", "2026-11-30")]
    [InlineData("in a week", "2026-12-05")]
    [InlineData("in 2 weeks", "2026-12-12")]
    [InlineData("en 3 dias", "2026-12-01")]
    [InlineData("next tuesday", "2026-12-01")]
    [InlineData("next week", "2026-12-05")]
    [InlineData("morgen", "2026-11-29")]
    [InlineData("heute morgen", "2026-11-28")]
    [InlineData("ayer por la manana", "2026-11-27")]
    [InlineData("en el martes", "2026-11-24")]
    [InlineData("today", "2026-11-28")]
    [InlineData("this morning", "2026-11-28")]
    [InlineData("this afternoon", "2026-11-28")]
    [InlineData("tonight", "2026-11-28")]
    [InlineData("just now", "2026-11-28")]
    [InlineData("Yesterday (Fri 27 Nov)", "2026-11-27")]
    [InlineData("Today (Sat 28 Nov)", "2026-11-28")]
    [InlineData("Thu 26 Nov", "2026-11-26")]
    [InlineData("yesteday", "2026-11-27")]
    [InlineData("yesterdya", "2026-11-27")]
    [InlineData("yesterday evening", "2026-11-27")]
    [InlineData("last night", "2026-11-27")]
    [InlineData("the day before yesterday", "2026-11-26")]
    [InlineData("day before yesterday", "2026-11-26")]
    [InlineData("3 days ago", "2026-11-25")]
    [InlineData("three days ago", "2026-11-25")]
    [InlineData("a couple of days ago", "2026-11-26")]
    [InlineData("a day ago", "2026-11-27")]
    [InlineData("1 day ago", "2026-11-27")]
    [InlineData("0 days ago", "2026-11-28")]
    [InlineData("a week ago", "2026-11-21")]
    [InlineData("2 weeks ago", "2026-11-14")]
    [InlineData("last week", "2026-11-21")]
    [InlineData("last Tuesday", "2026-11-24")]
    [InlineData("last saturday", "2026-11-21")]
    [InlineData("on Monday", "2026-11-23")]
    [InlineData("monday", "2026-11-23")]
    [InlineData("mon", "2026-11-23")]
    [InlineData("tues", "2026-11-24")]
    [InlineData("Wensday", "2026-11-25")]
    [InlineData("wednessday", "2026-11-25")]
    [InlineData("tuesday morning", "2026-11-24")]
    [InlineData("tuesday last week", "2026-11-17")]
    [InlineData("11/25", "2026-11-25")]
    [InlineData("11/25/26", "2026-11-25")]
    [InlineData("11/25/2026", "2026-11-25")]
    [InlineData("25/11", "2026-11-25")]
    [InlineData("25.11.", "2026-11-25")]
    [InlineData("25.11", "2026-11-25")]
    [InlineData("25.11.2026", "2026-11-25")]
    [InlineData("25-11", "2026-11-25")]
    [InlineData("Wed 11/25", "2026-11-25")]
    [InlineData("Nov 27th", "2026-11-27")]
    [InlineData("November 27", "2026-11-27")]
    [InlineData("27th of November", "2026-11-27")]
    [InlineData("27 Nov 2026", "2026-11-27")]
    [InlineData("gestern", "2026-11-27")]
    [InlineData("vor 3 Tagen", "2026-11-25")]
    [InlineData("am Montag", "2026-11-23")]
    [InlineData("ayer", "2026-11-27")]
    [InlineData("hace 2 días", "2026-11-26")]
    [InlineData("25 de noviembre", "2026-11-25")]
    [InlineData("hier", "2026-11-27")]
    [InlineData("il y a 2 jours", "2026-11-26")]
    [InlineData("mardi", "2026-11-24")]
    [InlineData("há 2 dias", "2026-11-26")]
    [InlineData("ontem", "2026-11-27")]
    [InlineData("Nov 27th, 2026", "2026-11-27")]
    [InlineData("Novmber 27", "2026-11-27")]
    [InlineData("the 27th", "2026-11-27")]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("2026/11/27", "2026-11-27")]
    [InlineData("１１/２５", "2026-11-25")]
    [InlineData("٢٠٢٦-١١-٢٥", "2026-11-25")]
    [InlineData("tomorrow", "2026-11-29")]
    public void DaysAreReadAsPeopleWriteThem(string typed, string day)
    {
        var (read, other) = Read(typed);
        Assert.Equal((LocalDatePattern.Iso.Parse(day).Value, null), (read!.Value, other));
    }

    [Theory]
    [InlineData("someday")]
    [InlineData("")]
    [InlineData("31 feb")]
    [InlineData("13/13")]
    [InlineData("squat")]
    [InlineData("99")]
    [InlineData("2 days")]
    [InlineData("3 weeks")]
    [InlineData("²")]
    public void OtherTextIsNoDay(string typed) => Assert.Null(Read(typed).Day);

    [Theory]
    [InlineData("en-US", "2026-03-04", "2026-04-03")]
    [InlineData("en-GB", "2026-04-03", "2026-03-04")]
    [InlineData("de", "2026-04-03", "2026-03-04")]
    public void NumbersThatMayBeTwoDaysAreReadInThePersonsOrderAndTheOtherDayIsNamed(string locale, string likely, string other)
    {
        var read = DateReader.Read("3/4", Today, new LocalDate(2026, 1, 1), Today, new Locale(locale));
        Assert.Equal((LocalDatePattern.Iso.Parse(likely).Value, LocalDatePattern.Iso.Parse(other).Value),
            (read.Day!.Value, read.Other!.Value));
    }

    [Fact]
    public void OnlyOneOfTwoDaysCanBeMeantWhereTheOtherIsOutOfReach() =>
        Assert.Equal(new DateReading(new LocalDate(2026, 12, 11)),
            DateReader.Read("12/11", new LocalDate(2026, 12, 12), new LocalDate(2026, 11, 28), new LocalDate(2026, 12, 12),
            new Locale("en-GB")));
}
