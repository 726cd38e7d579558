using System.Globalization;
using CoachBot.Chat.Saying;
using CoachBot.StrengthDays;

namespace CoachBot.Tests.StrengthDays;

public sealed class TimeReaderTests
{
    [Theory]
    [InlineData("15:30", "15:30")]
    [InlineData("3:30pm", "15:30")]
    [InlineData("3:30 p.m.", "15:30")]
    [InlineData("3.30 PM", "15:30")]
    [InlineData("3pm", "15:00")]
    [InlineData("12 pm", "12:00")]
    [InlineData("1530", "15:30")]
    [InlineData("15h30", "15:30")]
    [InlineData("15h", "15:00")]
    [InlineData("noon", "12:00")]
    [InlineData("10:00", "10:00")]
    [InlineData("17", "17:00")]
    [InlineData("11", "11:00")]
    [InlineData("13pm", "13:00")]
    [InlineData("15 Uhr", "15:00")]
    [InlineData("15 Uhr 30", "15:30")]
    [InlineData("15.30 Uhr", "15:30")]
    [InlineData("15,30", "15:30")]
    [InlineData("half past 3 pm", "15:30")]
    [InlineData("3:30 in the afternoon", "15:30")]
    [InlineData("3:30 de la tarde", "15:30")]
    [InlineData("6 du soir", "18:00")]
    [InlineData("à 15h30", "15:30")]
    [InlineData("five pm", "17:00")]
    [InlineData("5 PM.", "17:00")]
    [InlineData("6:30 am", "06:30")]
    [InlineData("15:30:00", "15:30")]
    [InlineData("１５:３０", "15:30")]
    [InlineData("１５：３０", "15:30")]
    [InlineData("١٥:٣٠", "15:30")]
    [InlineData("१५:३०", "15:30")]
    public void TimesAreReadAsCoachesWriteThem(string typed, string time) => Assert.Equal((time, false), Read(typed));

    [Theory]
    [InlineData("3:30", "03:30")]
    [InlineData("3", "03:00")]
    [InlineData("730", "07:30")]
    [InlineData("07:30", "07:30")]
    [InlineData("9:59", "09:59")]
    [InlineData("at 6:05", "06:05")]
    [InlineData("half past three", "03:30")]
    [InlineData("quarter to 4", "03:45")]
    [InlineData("three thirty", "03:30")]
    [InlineData("halb 4", "03:30")]
    [InlineData("las 3 y media", "03:30")]
    [InlineData("12am", "00:00")]
    [InlineData("0:30am", "00:30")]
    [InlineData("2am", "02:00")]
    [InlineData("22:30", "22:30")]
    [InlineData("11pm", "23:00")]
    [InlineData("midnight", "00:00")]
    public void ATimeBeforeTenWithoutHalfOrInTheNightIsDoubtful(string typed, string time) => Assert.Equal((time, true), Read(typed));

    [Theory]
    [InlineData("25:00", "no hour 25")]
    [InlineData("15:60", "no minute 60")]
    [InlineData("24:00", "Midnight is 00:00")]
    [InlineData("0pm", "from 1 to 12")]
    [InlineData("15am", "from 1 to 12")]
    [InlineData("15:3", "two digits")]
    [InlineData("15:30:20", "leave the seconds")]
    [InlineData("after school", "time on the clock")]
    [InlineData("tomorrow", "time on the clock")]
    [InlineData("3:30-4:30pm", "two times")]
    [InlineData("3 to 4pm", "two times")]
    [InlineData("15:30 EST", "zone:")]
    [InlineData("3:30pm ET", "zone:")]
    [InlineData("15:30 Tue", "days:")]
    [InlineData("999", "15:30")]
    public void RefusedTimesSayWhyAndHowToWriteThem(string typed, string why)
    {
        var said = Assert.Throws<UserError>(() => TimeReader.Read(typed)).Message;
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Contains("15:", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was saved.", said, StringComparison.Ordinal);
    }

    private static (string, bool) Read(string typed)
    {
        var read = TimeReader.Read(typed);
        return (read.Time.ToString("HH:mm", CultureInfo.InvariantCulture), read.IsDoubtful);
    }
}
