using CoachBot.Chat.Saying;
using NodaTime;

namespace CoachBot.StrengthDays;

internal static class StrengthDayReplies
{
    private const int Shown = 4;

    public static Reply Added(StrengthDay day, Instant now, bool zoneIsAGuess, bool mayMeanAfternoon)
    {
        var lines = new List<string> { $"**Set: {day.When}** ({day.ZoneId}), No. {day.Number}", $"I post in {Markup.Mention(day.ChannelId)}{(day.RoleId is { } role ? $" and mention {Markup.Mention(role)}" : "")}." };
        if (day.Message is { } message) lines.Add($"Your line: {Markup.Escape(message)}");
        if (zoneIsAGuess) lines.Add("⚠️ Your team has no time zone yet, so I took UTC. If that is not yours: remove this one, set `/setup zone:` and add it again.");
        if (mayMeanAfternoon) lines.Add("⚠️ That time is in the night. If you meant the afternoon: remove this one and add it again with pm, such as 3:30pm.");
        lines.Add($"The next {Shown}, in your own time:");
        lines.AddRange(day.Schedule!.After(now).Take(Shown).Select(occurrence => $"- {Moment(occurrence.Due)}"));
        return Reply.Of(string.Join('\n', lines));
    }

    public static Reply List(IReadOnlyList<StrengthDay> days, IReadOnlyList<ReminderStore.Skipped> skipped, Instant now)
    {
        if (days.Count == 0) return Reply.Of("Your team has no strength days yet. Set the first: `/strength-day add days:Tue,Thu time:15:30`");
        var lines = new List<string> { "**Your team's strength days**" };
        foreach (var day in days)
        {
            lines.Add($"**No. {day.Number}: {day.When}** ({day.ZoneId}) in {Markup.Mention(day.ChannelId)}{(day.RoleId is { } role ? $", for {Markup.Mention(role)}" : "")}");
            if (day is { OffSince: null, Schedule: { } schedule }) lines.Add($"- next: {string.Join(", ", schedule.After(now).Take(2).Select(occurrence => Moment(occurrence.Due)))}");
            if (day.Trouble is { } trouble) lines.Add($"- ⚠️ {trouble}");
            if (skipped.FirstOrDefault(missed => missed.DayId == day.Id) is { } last) lines.Add($"- left out on {Moment(last.Due)}: {last.Note}");
        }
        return Reply.Of(string.Join('\n', lines));
    }

    public static Reply Removed(StrengthDay day) => Reply.Of($"**Removed: {day.When}** ({day.ZoneId}). No more reminders for it.");

    private static string Moment(Instant instant) => Markup.Moment(instant);
}
