using System.Security.Cryptography;
using System.Text;
using CoachBot.Chat;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using CoachBot.Language;
using NodaTime.Text;

namespace CoachBot.StrengthDays;

/// <summary>A reminder as the team reads it.</summary>
internal static class ReminderPost
{
    public static Post Of(Reminder reminder, bool isLate)
    {
        var day = reminder.Day;
        var words = StrengthDayWords.In(Locale.English);
        var lines = new List<string> { words.ItIsAStrengthDay(day.RoleId) + (isLate ? words.Late(reminder.Due) : "") };
        if (day.Message is { } message) lines.Add(Markup.EscapeLine(message));
        lines.Add(words.BasicsFirst);
        lines.Add(words.TapDone);
        return new Post(day.TeamId, day.ChannelId, string.Join('\n', lines), Key(reminder))
        {
            Buttons = [new Button(words.Done, CheckInActions.Done) { Style = ButtonStyle.Success }],
            MentionedRole = day.RoleId,
        };
    }

    /// <summary>The same for every try of one occurrence, also after a crash; at most 25 characters, the limit of a Discord nonce.</summary>
    private static string Key(Reminder reminder)
    {
        var name = $"reminder|{reminder.Day.Id}|{LocalDatePattern.Iso.Format(reminder.Date)}|{reminder.Due.ToUnixTimeSeconds()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..25];
    }
}
