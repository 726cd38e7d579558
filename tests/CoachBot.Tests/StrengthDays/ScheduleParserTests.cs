using CoachBot.Chat.Saying;
using CoachBot.StrengthDays;

namespace CoachBot.Tests.StrengthDays;

public sealed class ScheduleParserTests
{
    [Theory]
    [InlineData("Tue,Thu", "Tuesday Thursday")]
    [InlineData("tues thu", "Tuesday Thursday")]
    [InlineData("thurs & TUESDAY", "Tuesday Thursday")]
    [InlineData("Mondays and Fridays", "Monday Friday")]
    [InlineData("Mon-Wed", "Monday Tuesday Wednesday")]
    [InlineData("sat to mon", "Monday Saturday Sunday")]
    [InlineData("weds", "Wednesday")]
    [InlineData("Tue Tue tue", "Tuesday")]
    [InlineData("weekdays", "Monday Tuesday Wednesday Thursday Friday")]
    [InlineData("every day", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")]
    public void WeekdaysAreReadAsCoachesWriteThem(string typed, string days) => Assert.Equal(days, string.Join(' ', ScheduleParser.Weekdays(typed)));

    [Theory]
    [InlineData("Tue,Blursday", "Blursday")]
    [InlineData("t", "t")]
    [InlineData(",", ",")]
    [InlineData("mon-", "mon-")]
    public void AWordThatIsNoWeekdayIsNamed(string typed, string word) =>
        Assert.Contains(Markup.Escape(word), Assert.Throws<UserError>(() => ScheduleParser.Weekdays(typed)).Message, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("15:30", "15:30")]
    [InlineData("3:30pm", "15:30")]
    [InlineData("3:30 p.m.", "15:30")]
    [InlineData("3.30 PM", "15:30")]
    [InlineData("3pm", "15:00")]
    [InlineData("12am", "00:00")]
    [InlineData("12 pm", "12:00")]
    [InlineData("1530", "15:30")]
    [InlineData("730", "07:30")]
    [InlineData("15h30", "15:30")]
    [InlineData("noon", "12:00")]
    [InlineData("at 6:05", "06:05")]
    public void TimesAreReadAsCoachesWriteThem(string typed, string time) =>
        Assert.Equal(time, ScheduleParser.Time(typed).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("3")]
    [InlineData("25:00")]
    [InlineData("15:60")]
    [InlineData("13pm")]
    [InlineData("0pm")]
    [InlineData("after school")]
    [InlineData("15:3")]
    public void WhatIsNoTimeIsRefusedWithAnExample(string typed) =>
        Assert.Contains("15:30", Assert.Throws<UserError>(() => ScheduleParser.Time(typed)).Message, StringComparison.Ordinal);

    [Fact]
    public void ATimeInTheNightMayMeanTheAfternoon()
    {
        Assert.True(ScheduleParser.MayMeanAfternoon("3:30", ScheduleParser.Time("3:30")));
        Assert.False(ScheduleParser.MayMeanAfternoon("3:30am", ScheduleParser.Time("3:30am")));
        Assert.False(ScheduleParser.MayMeanAfternoon("03:30", ScheduleParser.Time("03:30")));
        Assert.False(ScheduleParser.MayMeanAfternoon("6:30", ScheduleParser.Time("6:30")));
    }
}
