using CoachBot.Chat;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.StrengthDays;

/// <summary>All that is said to people about strength days and reminders, in English; another language is a subclass.</summary>
internal class StrengthDayWords
{
    private static readonly StrengthDayWords English = new();
    private static readonly LocalTimePattern Clock24 = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Clock12 = LocalTimePattern.CreateWithInvariantCulture("h:mm");

    /// <summary>English is the only language for now; a second one is named here.</summary>
    public static StrengthDayWords In(Locale locale) => English;

    public virtual string GroupCommand => "Coaches: the days on which the team does its strength work";

    public virtual string AddCommand => "Coaches: set the team's strength days and remind the team on the minute";

    public virtual string DaysOption => "Which weekdays, such as: Tue,Thu";

    public virtual string TimeOption => "What time, such as: 15:30 or 3:30pm";

    public virtual string ZoneOption => "Time zone, by city; the team's own if left out";

    public virtual string ChannelOption => "Where to post; this channel if left out";

    public virtual string RoleOption => "Which role to mention; nobody if left out";

    public virtual string MessageOption => "A line of yours to go with the reminder; everyone in the channel reads it";

    public virtual string ListCommand => "Coaches: show the team's strength days and their next dates";

    public virtual string RemoveCommand => "Coaches: remove one of the team's strength days";

    public virtual string DayOption => "Which one: its number in the list";

    // --- days and times

    public virtual string Weekday(IsoDayOfWeek day) => day.ToString();

    /// <summary>"Tue and Thu".</summary>
    public virtual string Days(IReadOnlyList<IsoDayOfWeek> days) => days.Count switch
    {
        0 => "Unknown days",
        7 => "Every day",
        1 => Short(days[0]),
        _ => string.Join(", ", days.SkipLast(1).Select(Short)) + " and " + Short(days[^1]),
    };

    /// <summary>"Tue and Thu at 15:30".</summary>
    public virtual string When(StrengthDay day) => $"{Days(day.Weekdays)} at {Time(day.Time)}";

    public virtual string Time(LocalTime time) => Clock24.Format(time);

    /// <summary>Both ways of the clock and the part of the day, so that nobody mistakes it: "3:30 pm, afternoon (15:30)".</summary>
    public virtual string TimeInFull(LocalTime time)
    {
        var part = time.Hour switch { < 5 => "night", < 12 => "morning", < 17 => "afternoon", < 22 => "evening", _ => "night" };
        return $"{Clock12.Format(time)} {(time.Hour < 12 ? "am" : "pm")}, {part} ({Time(time)})";
    }

    /// <summary>One line of the suggestions and of lists; what it says can be typed back.</summary>
    public virtual string Label(StrengthDay day) => $"No. {day.Number}: {When(day)} ({day.ZoneId})";

    protected virtual string Short(IsoDayOfWeek day) => day.ToString()[..3];

    // --- what was typed

    public virtual string NoWeekday(string word) =>
        $"I can't read {Markup.Quote(word)} as a day of the week. Write the days like Tue,Thu or MWF or Mon-Wed. Nothing was saved.";

    public virtual string EveryWeekOnly(string typed) =>
        $"I remind on the same days every week, so I can't keep {Markup.Quote(typed)}. "
        + "Write the days like Tue,Thu. Nothing was saved.";

    public virtual string WhichDays(string typed) => $"{Markup.Quote(typed)} does not say on which days. Write them like Tue,Thu. Nothing was saved.";

    public virtual string NoDate(string typed) =>
        $"I remind every week, and {Markup.Quote(typed)} is one date. Write the days of the week like Tue,Thu. Nothing was saved.";

    public virtual string LetterForTwoDays(string letter, IsoDayOfWeek one, IsoDayOfWeek other) =>
        $"{letter} alone can be {Weekday(one)} or {Weekday(other)}. Please write {Short(one)} or {Short(other)}. Nothing was saved.";

    public virtual string TwoDays(string typed, IReadOnlyList<IReadOnlyList<IsoDayOfWeek>> readings) =>
        $"{Markup.Quote(typed)} can be {string.Join(" or ", readings.Select(Days).Distinct())}, depending on the language. "
        + $"Please write {string.Join(" or ", readings.Select(Days).Distinct())}. Nothing was saved.";

    public virtual string NoTime(string typed) => $"I can't read {Markup.Quote(typed)} as a time. Write it like 15:30 or 3:30pm. Nothing was saved.";

    public virtual string NoTimeOnTheClock(string typed) =>
        $"I need a time on the clock, and {Markup.Quote(typed)} has none. Write it like 15:30 or 3:30pm. Nothing was saved.";

    public virtual string TwoTimes(string typed) =>
        $"{Markup.Quote(typed)} has two times in it, and I remind the team once. Write only when I should post, like 15:30 or 3:30pm. Nothing was saved.";

    public virtual string MinutesHaveTwoDigits(string typed) =>
        $"Minutes have two digits, so {Markup.Quote(typed)} could be two times. Write it like 15:03 or 15:30. Nothing was saved.";

    public virtual string NoSeconds(string typed) => $"I post on the minute, so leave the seconds of {Markup.Quote(typed)} out, like 15:30. Nothing was saved.";

    public virtual string MidnightIsZero =>
        "A day ends at 23:59. Midnight is 00:00 of the day after, so name that day. Write it like 15:30. Nothing was saved.";

    public virtual string NoSuchHour(int hour) => $"There is no hour {hour}: a day goes from 00:00 to 23:59. Write it like 15:30 or 3:30pm. Nothing was saved.";

    public virtual string NoSuchMinute(int minute) =>
        $"There is no minute {minute}: an hour goes from :00 to :59. Write it like 15:30 or 3:30pm. Nothing was saved.";

    public virtual string AmGoesToTwelve(string typed) =>
        $"With am or pm the hour goes from 1 to 12, and {Markup.Quote(typed)} does not. Write it like 3:30pm or 15:30. Nothing was saved.";

    public virtual string ZonesGoElsewhere(string typed) =>
        $"I can't read all of {Markup.Quote(typed)} as a time. Write only the time, like 15:30 or 3:30pm; a time zone goes into zone: by its city. "
        + "Nothing was saved.";

    public virtual string DaysGoElsewhere(string typed) =>
        $"{Markup.Quote(typed)} has a day in it. Write only the time here, like 15:30, and the day into days: . Nothing was saved.";

    // --- adding one

    public virtual string NoChannel => "I can't tell which channel this is. Name one with channel: and try again. Nothing was saved.";

    public virtual string NeverEveryone => "I never mention @everyone. Pick your athletes' role, or leave the role out. Nothing was saved.";

    public virtual string SetAlready(int number) => $"That is set already: it is No. {number}. Nothing was changed.";

    public virtual string TooMany(int most) => $"A team can have {most} strength days. Remove one first with {Markup.Command("strength-day remove")}.";

    public virtual string AskZone => "Not saved yet. **Which time zone is your team in?** Pick the city whose clock is yours, and I set this strength day.";

    public virtual string AskZoneSmall =>
        Markup.Small($"Your city's clock is not in the list? Set it with {Markup.Command("setup zone:")} and type the strength day again.");

    public virtual string ZonePlaceholder => "Your team's time zone";

    public virtual string AskTime(StrengthDayDraft draft) => $"Not saved yet. {Markup.Strong($"{Days(draft.Weekdays)} at which time?")} Tap the one you mean.";

    public virtual string KeepAnotherZone(IReadOnlyList<StrengthDay> days, string zone) =>
        $"⚠️ {string.Join(", ", days.Select(day => $"No. {day.Number} ({When(day)}, {day.ZoneId})"))} "
        + $"{(days.Count == 1 ? "keeps its" : "keep their")} own time zone, not {zone}.";

    public virtual string MoveThem(int count) => count == 1 ? "Move it to the team's zone" : "Move them to the team's zone";

    public virtual string Moved(IReadOnlyList<StrengthDay> days, string zone) => days.Count == 0
        ? $"All your strength days keep {zone} already."
        : $"{Markup.Strong("Moved")} to {zone}: {string.Join(", ", days.Select(day => $"No. {day.Number} ({When(day)})"))}.";

    public virtual string AthletesWouldBeCoaches(RoleId role, StrengthDay day) =>
        $"⚠️ No. {day.Number} ({When(day)}) mentions {Markup.Mention(role)}. "
        + "If that is your athletes' role, every athlete is a coach now. Pick a role that only coaches have.";

    /// <param name="coachRole">The role that this day mentions.</param>
    public virtual string MentionsCoaches(RoleId coachRole) =>
        $"⚠️ {Markup.Mention(coachRole)} is your coach role, so no athlete is mentioned. "
        + $"If your athletes have it, they are coaches too: change it with {Markup.Command("setup coach-role:")}.";

    public virtual string ZoneOfDay(string typed, IReadOnlyList<string> places) =>
        $"Not saved yet. {Markup.Quote(typed)} can be more than one time zone: {string.Join("; ", places)}. Tap yours.";

    public virtual string DraftIsGone =>
        $"That was a while ago, so I have forgotten it. Please type {Markup.Command("strength-day add")} again. Nothing was saved.";

    public virtual string Added(StrengthDay day) => $"{Markup.Strong($"Set: {When(day)}")} ({day.ZoneId}), No. {day.Number}";

    public virtual string PostsIn(StrengthDay day) =>
        $"I post in {Markup.Mention(day.ChannelId)}{(day.RoleId is { } role ? $" and mention {Markup.Mention(role)}" : "")}.";

    public virtual string YourLine(string message) => $"Your line: {Markup.EscapeLine(message)}";

    public virtual string NextInYourTime(int count) => $"The next {count}, in your own time:";

    public virtual string SameMinute(IReadOnlyList<StrengthDay> others) =>
        $"⚠️ {string.Join(" and ", others.Select(other => $"No. {other.Number} ({When(other)})"))} posts in the same channel at the same minute, "
        + "so the team would read it twice.";

    public virtual string RemoveOther(int number) => $"Remove No. {number}";

    public virtual string OneDay => "⚠️ That is one strength day in the week. Strength work helps with two or more.";

    public virtual string AddADay(IsoDayOfWeek day) => $"Add {Weekday(day)}";

    public virtual string SevenDays => "⚠️ That is every day of the week. Muscles need about 48 hours between hard sessions, so leave days between.";

    public virtual string OnlyThese(IReadOnlyList<IsoDayOfWeek> days) => $"Make it {Days(days)}";

    public virtual string DaysChanged(StrengthDay day) => $"{Markup.Strong($"Changed: {When(day)}")} ({day.ZoneId}), No. {day.Number}";

    // --- the place

    public virtual string ForumsAreNot(ChannelId channel) =>
        $"{Markup.Mention(channel)} is a forum, and a forum takes posts with a title only. Pick a text channel with channel:. Nothing was saved.";

    public virtual string NotForText(ChannelId channel) =>
        $"{Markup.Mention(channel)} is not a channel for text messages. Pick a text channel with channel:. Nothing was saved.";

    public virtual string Lack(PlaceLack lack, StrengthDay day) => lack switch
    {
        PlaceLack.CannotSee => $"⚠️ I can't see {Markup.Mention(day.ChannelId)}. In its settings, under Permissions, allow me View Channel and Send Messages.",
        PlaceLack.CannotPost => $"⚠️ I may not write in {Markup.Mention(day.ChannelId)}. In its settings, under Permissions, allow me Send Messages.",
        PlaceLack.CannotPostInThreads =>
            $"⚠️ I may not write in {Markup.Mention(day.ChannelId)}. In the settings of its channel, under Permissions, allow me Send Messages in Threads.",
        PlaceLack.ThreadLocked => $"⚠️ {Markup.Mention(day.ChannelId)} is locked. Unlock it in the thread's menu.",
        PlaceLack.RoleCannotBePinged when day.RoleId is { } role =>
            $"⚠️ {Markup.Mention(role)} can't be mentioned by me, so nobody would be pinged. In Server Settings, Roles, allow anyone to @mention this role.",
        PlaceLack.MembersCannotSee when day.RoleId is { } role =>
            $"⚠️ {Markup.Mention(role)} can't see {Markup.Mention(day.ChannelId)}. In its settings, under Permissions, allow that role View Channel.",
        PlaceLack.MembersCannotSee =>
            $"⚠️ Not every member can see {Markup.Mention(day.ChannelId)}. "
            + "If your athletes can't, allow their role View Channel in its settings, under Permissions.",
        PlaceLack.IsForum => ForumsAreNot(day.ChannelId),
        _ => NotForText(day.ChannelId),
    };

    public virtual string CheckAgain => "Check again";

    public virtual string PlaceIsGood(StrengthDay day) => $"All good now. {PostsIn(day)}";

    // --- the list

    public virtual string NoneYet => $"Your team has no strength days yet. Set the first: {Markup.Command("strength-day add days:Tue,Thu time:15:30")}";

    public virtual string ListTitle(int page, int pages) => Markup.Strong("Your team's strength days") + (pages > 1 ? $" (page {page} of {pages})" : "");

    public virtual string ListLine(StrengthDay day) =>
        $"{Markup.Strong($"No. {day.Number}: {When(day)}")} ({day.ZoneId})"
        + $" in {Markup.Mention(day.ChannelId)}{(day.RoleId is { } role ? $", for {Markup.Mention(role)}" : "")}";

    public virtual string Next(IEnumerable<Instant> dues) => $"- next: {string.Join(", ", dues.Select(Markup.Moment))}";

    public virtual string InTheList(Trouble trouble, StrengthDay day) => $"- ⚠️ {Trouble(trouble, day)}";

    public virtual string LeftOut(Instant due, Trouble trouble) => $"- left out on {Markup.Moment(due)}: {Reason(trouble)}";

    public virtual string Earlier => "Earlier";

    public virtual string Later => "More";

    public virtual string TryAgain(int number) => $"Switch No. {number} on again";

    public virtual string SwitchedOn(StrengthDay day) =>
        $"{Markup.Strong($"On again: {When(day)}")} ({day.ZoneId}), No. {day.Number}. Next: {Markup.Moment(day.NextDue)}";

    // --- removing one

    public virtual string NoSuchNumber(int number) =>
        $"There is no strength day No. {number} here. {Markup.Command("strength-day list")} shows yours. Nothing was removed.";

    public virtual string NoSuchDay(string typed) =>
        $"None of your strength days is {Markup.Quote(typed)}. Pick one from the list, or write its number, such as 1. Nothing was removed.";

    public virtual string SeveralDays(string typed, IReadOnlyList<StrengthDay> days) =>
        $"{Markup.Quote(typed)} can be {string.Join(" or ", days.Select(day => $"No. {day.Number}"))}. Write its number, such as {days[0].Number}. "
        + "Nothing was removed.";

    public virtual string IsAnother(StrengthDay day) =>
        $"{Label(day)} is what No. {day.Number} is now. Pick it from the list once more if you mean that. Nothing was removed.";

    public virtual string Removed(StrengthDay day) => $"{Markup.Strong($"Removed: {When(day)}")} ({day.ZoneId}). No more reminders for it.";

    public virtual string IsGone => $"That strength day is not there any more. {Markup.Command("strength-day list")} shows yours. Nothing was changed.";

    // --- the reminder

    public virtual string ItIsAStrengthDay(RoleId? role) =>
        $"{(role is { } mentioned ? $"{Markup.Mention(mentioned)} " : "")}{Markup.Strong("It's a strength day.")}";

    public virtual string Late(Instant due) => $" (late: this was due at {Markup.TimeOfDay(due)})";

    public virtual string BasicsFirst => $"Basics first: right technique, then sets and reps, then load. Look one up with {Markup.Command("exercise")}.";

    public virtual string TapDone => $"Tap {Markup.Strong("Done")} when you have finished.";

    public virtual string Done => "Done";

    // --- what went wrong

    /// <summary>Said once to the next coach who uses a command.</summary>
    public virtual string News(IReadOnlyList<StrengthDay> days) =>
        string.Join('\n', days.Select(day => $"⚠️ No. {day.Number} ({When(day)}): {Trouble(day.Trouble!.Value, day)}"));

    /// <summary>Cause and remedy.</summary>
    public virtual string Trouble(Trouble trouble, StrengthDay day) =>
        day.OffSince is not null
            ? $"Reminders are off: {Reason(trouble)} {Remedy(trouble, day)}"
            : $"The last reminder was not posted: {Reason(trouble)} {Remedy(trouble, day)}";

    protected virtual string Reason(Trouble trouble) => trouble.Problem switch
    {
        PostProblem.NotRunning => "the bot was not running.",
        PostProblem.TooLate => "I could not reach the chat in time.",
        PostProblem.AnswerLost => "I lost the answer, so it may stand there or not. I did not send it again.",
        PostProblem.Unreadable => "I can't read this strength day any more.",
        PostProblem.ChannelGone => "their channel is gone.",
        PostProblem.CannotSeeChannel => "I can't see their channel.",
        PostProblem.MissingPermission => "I may not write in their channel.",
        PostProblem.NotATextChannel => "their channel is not one for text messages.",
        PostProblem.IsForum => "their channel is a forum, and a forum takes posts with a title only.",
        PostProblem.ThreadArchived => "their thread is archived.",
        PostProblem.ThreadLocked => "their thread is locked.",
        PostProblem.BlockedByAutoMod => "the server's AutoMod blocked it.",
        PostProblem.BlockedLink => "the server blocked a link in it.",
        PostProblem.BlockedAsExplicit => "the server's content filter blocked it.",
        PostProblem.VerificationTooHigh => "the server's verification level keeps me out of the channel.",
        PostProblem.Slowmode => "slowmode held me back the whole time.",
        PostProblem.MessagesPaused => "the server had paused messages the whole time.",
        _ => trouble.Code is { } code ? $"the server refused it (code {code})." : "the server refused it.",
    };

    protected virtual string Remedy(Trouble trouble, StrengthDay day) => trouble.Problem switch
    {
        PostProblem.NotRunning or PostProblem.TooLate or PostProblem.AnswerLost => "The next one goes out as planned.",
        PostProblem.Unreadable => "Remove it and add it again.",
        PostProblem.ChannelGone or PostProblem.NotATextChannel or PostProblem.IsForum => "Remove this strength day and add it again in a text channel.",
        PostProblem.CannotSeeChannel or PostProblem.MissingPermission =>
            $"In the settings of {Markup.Mention(day.ChannelId)}, under Permissions, allow me View Channel and Send Messages "
            + $"(in a thread: Send Messages in Threads). Then switch it on again in {Markup.Command("strength-day list")}.",
        PostProblem.ThreadArchived => $"Open {Markup.Mention(day.ChannelId)} and write something there, or add the strength day again in a channel.",
        PostProblem.ThreadLocked => $"Unlock {Markup.Mention(day.ChannelId)} in the thread's menu, or add the strength day again in a channel.",
        PostProblem.BlockedByAutoMod => day.Message is null
            ? "In Server Settings, AutoMod, exempt my role or that channel from the rule."
            : "Change your line to the reminder, or in Server Settings, AutoMod, exempt my role or that channel from the rule.",
        PostProblem.BlockedLink or PostProblem.BlockedAsExplicit => "Remove this strength day and add it again with another line.",
        PostProblem.VerificationTooHigh => "In Server Settings, Safety Setup, lower the verification level, or give me a role.",
        PostProblem.Slowmode => $"In the settings of {Markup.Mention(day.ChannelId)}, under Overview, turn slowmode off, or allow me Bypass Slowmode.",
        PostProblem.MessagesPaused => "In Server Settings, Safety Setup, let messages through again.",
        _ => "The next one is tried as planned. If it goes on, tell the person who runs me.",
    };
}
