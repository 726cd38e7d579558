using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Teams;
using CoachBot.Teams.Places;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>Puts together what is answered: which sentences, which buttons.</summary>
internal static class StrengthDayReplies
{
    private const int DatesShown = 4;

    /// <summary>With a message of 2000 characters even the longest lines fit.</summary>
    private const int ADayPage = 5;

    public static IReadOnlyList<SelectOption> ZoneOptions(Instant now) =>
        [.. Zones.Choices("", now).Select(choice => new SelectOption(choice.Name, choice.Value))];

    public static Reply AskZone(StrengthDayDraft draft, Instant now, Caller caller)
    {
        var words = StrengthDayWords.In(caller.Locale);
        return Reply.Of($"{words.AskZone}\n{words.AskZoneSmall}") with
        {
            Select = new Select(StrengthDayActions.PickZone, Ids.Of(draft.Id))
            {
                Placeholder = words.ZonePlaceholder,
                Options = ZoneOptions(now),
                Owner = caller.UserId,
            },
        };
    }

    public static Reply AskWhich(StrengthDayDraft draft, string typed, IReadOnlyList<Place> places, Caller caller)
    {
        var words = StrengthDayWords.In(caller.Locale);
        return Reply.Of(words.ZoneOfDay(typed, [.. places.Select(place => place.Label)])) with
        {
            Buttons = [.. places.Select(place =>
                new Button(Markup.Shorten(place.Label, ChatLimits.ButtonLabel), StrengthDayActions.TakeZone, Ids.Of(draft.Id), place.ZoneId)
                {
                    Owner = caller.UserId,
                })],
        };
    }

    public static Reply AskTime(StrengthDayDraft draft, Caller caller)
    {
        var words = StrengthDayWords.In(caller.Locale);
        var asTyped = (Time: draft.Time.Time, Argument: "typed");
        var other = (Time: draft.Time.OtherHalf, Argument: "other");
        // The one that a team is more likely to train at stands first.
        var likely = draft.Time.SaysHalf || other.Time.Hour is < 10 or >= 22 ? (asTyped, other) : (other, asTyped);
        return Reply.Of(words.AskTime(draft)) with { Buttons = [TimeButton(likely.Item1) with { Style = ButtonStyle.Primary }, TimeButton(likely.Item2)] };

        Button TimeButton((LocalTime Time, string Argument) choice) =>
            new(words.TimeInFull(choice.Time), StrengthDayActions.PickTime, Ids.Of(draft.Id), choice.Argument) { Owner = caller.UserId };
    }

    /// <param name="coachRole">Null where the team has none.</param>
    public static Reply Added(
        StrengthDay day, IReadOnlyList<StrengthDay> all, IReadOnlyList<PlaceLack> lacks, RoleId? coachRole, Instant now, Caller caller)
    {
        var words = StrengthDayWords.In(caller.Locale);
        var reply = WithWarnings(words.Added(day), day, all, now, caller);
        if (day.RoleId is { } role && role == coachRole)
        {
            reply = reply with { Text = $"{reply.Text}\n{words.MentionsCoaches(role)}", Buttons = [NoCoachRole.Button(caller), .. reply.Buttons] };
        }
        if (lacks.Count == 0) return reply;
        var place = Checked(day, lacks, caller);
        return reply with { Text = $"{reply.Text}\n{place.Text}", Buttons = [.. place.Buttons, .. reply.Buttons] };
    }

    /// <summary>What keeps reminders from their channel or role, each with the setting to change.</summary>
    public static Reply Checked(StrengthDay day, IReadOnlyList<PlaceLack> lacks, Caller caller)
    {
        var words = StrengthDayWords.In(caller.Locale);
        if (lacks.Count == 0) return Reply.Of(words.PlaceIsGood(day));
        return Reply.Of(string.Join('\n', lacks.Select(lack => words.Lack(lack, day)))) with
        {
            Buttons = [new Button(words.CheckAgain, StrengthDayActions.CheckPlace, Ids.Of(day.Id)) { Style = ButtonStyle.Primary }],
        };
    }

    public static Reply Changed(StrengthDay day, IReadOnlyList<StrengthDay> all, Instant now, Caller caller) =>
        WithWarnings(StrengthDayWords.In(caller.Locale).DaysChanged(day), day, all, now, caller);

    public static Reply Removed(StrengthDay day, Caller caller) => Reply.Of(StrengthDayWords.In(caller.Locale).Removed(day));

    public static Reply SwitchedOn(StrengthDay day, Caller caller) => Reply.Of(StrengthDayWords.In(caller.Locale).SwitchedOn(day));

    public static Reply List(IReadOnlyList<StrengthDay> days, IReadOnlyList<ReminderStore.Skipped> skipped, int page, Instant now, Caller caller)
    {
        var words = StrengthDayWords.In(caller.Locale);
        if (days.Count == 0) return Reply.Of(words.NoneYet);
        var pages = (days.Count + ADayPage - 1) / ADayPage;
        page = Math.Clamp(page, 0, pages - 1);
        var shown = days.Skip(page * ADayPage).Take(ADayPage).ToList();
        var lines = new List<string> { words.ListTitle(page + 1, pages) };
        foreach (var day in shown)
        {
            lines.Add(words.ListLine(day));
            if (day is { OffSince: null, Schedule: { } schedule }) lines.Add(words.Next(schedule.After(now).Take(2).Select(occurrence => occurrence.Due)));
            if (day.Trouble is { } trouble) lines.Add(words.InTheList(trouble, day));
            else if (skipped.FirstOrDefault(missed => missed.DayId == day.Id) is { } last) lines.Add(words.LeftOut(last.Due, last.Trouble));
        }
        var buttons = shown.Where(day => day is { OffSince: not null, Schedule: not null })
            .Select(day => new Button(words.TryAgain(day.Number), StrengthDayActions.SwitchOn, Ids.Of(day.Id))).ToList();
        if (page > 0) buttons.Add(new Button(words.Earlier, StrengthDayActions.Page, Ids.Of(page - 1)) { StartsRow = true });
        if (page < pages - 1) buttons.Add(new Button(words.Later, StrengthDayActions.Page, Ids.Of(page + 1)) { StartsRow = page == 0 });
        return Reply.Of(string.Join('\n', lines)) with { Buttons = buttons };
    }

    private static Reply WithWarnings(string first, StrengthDay day, IReadOnlyList<StrengthDay> all, Instant now, Caller caller)
    {
        var words = StrengthDayWords.In(caller.Locale);
        var lines = new List<string> { first, words.PostsIn(day) };
        if (day.Message is { } message) lines.Add(words.YourLine(message));
        lines.Add(words.NextInYourTime(DatesShown));
        lines.AddRange(day.Schedule!.After(now).Take(DatesShown).Select(occurrence => $"- {Markup.Moment(occurrence.Due)}"));

        var buttons = new List<Button>();
        var others = all.Where(other => other.Id != day.Id && other.OffSince is null).ToList();
        var meeting = others.Where(other => day.Meets(other, now)).Take(3).ToList();
        if (meeting.Count > 0)
        {
            lines.Add(words.SameMinute(meeting));
            buttons.AddRange(meeting.Select(other => new Button(words.RemoveOther(other.Number), StrengthDayActions.Remove, Ids.Of(other.Id))));
        }
        var week = others.Append(day).SelectMany(one => one.Weekdays).Distinct().Order().ToList();
        if (week.Count == 1)
        {
            lines.Add(words.OneDay);
            buttons.AddRange(TwoDaysLater(day.Weekdays[0]).Select(more =>
                new Button(words.AddADay(more), StrengthDayActions.ChangeWeekdays, Ids.Of(day.Id), WeekdayDigits.Of(day.Weekdays.Append(more).Order()))));
        }
        else if (week.Count == 7 && day.Weekdays.Count > 3)
        {
            lines.Add(words.SevenDays);
            IReadOnlyList<IsoDayOfWeek>[] better =
                [[IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday], [IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday]];
            buttons.AddRange(
                better.Select(days => new Button(words.OnlyThese(days), StrengthDayActions.ChangeWeekdays, Ids.Of(day.Id), WeekdayDigits.Of(days))));
        }
        return Reply.Of(string.Join('\n', lines)) with { Buttons = buttons };
    }

    /// <summary>With two nights between, on one side of the day or on the other.</summary>
    private static IsoDayOfWeek[] TwoDaysLater(IsoDayOfWeek day) => [Plus(day, 2), Plus(day, 3)];

    private static IsoDayOfWeek Plus(IsoDayOfWeek day, int days) => (IsoDayOfWeek)((((int)day - 1 + days) % 7) + 1);
}
