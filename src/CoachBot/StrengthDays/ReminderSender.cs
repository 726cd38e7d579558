using System.Security.Cryptography;
using System.Text;
using CoachBot.Chat;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.StrengthDays;

/// <summary>
/// Posts what the outbox holds. Exactly once within two minutes of the first try (the platform knows a repeated key that long), at most
/// once after that, and never silently: what was not posted is noted, and the coach's list shows it.
/// </summary>
internal sealed class ReminderSender(ReminderStore outbox, IChatPlatform platform, TimeProvider time, ILogger<ReminderSender> log)
{
    /// <summary>Later than this a reminder no longer helps anybody.</summary>
    public static readonly Duration Window = Duration.FromMinutes(30);

    private static readonly Duration Late = Duration.FromMinutes(2);
    private static readonly Duration SameKeyTrusted = Duration.FromSeconds(120);
    private static readonly Duration WaitForAnAnswer = Duration.FromSeconds(60);
    private static readonly Duration[] Waits = [.. ((int[])[5, 15, 40, 300, 600, 1200]).Select(seconds => Duration.FromSeconds(seconds))];
    private const int AtOnce = 8;

    public async Task SendAsync(CancellationToken ct)
    {
        var reminders = await outbox.ToSendAsync(time.Now(), ct);
        if (reminders.Count == 0) return;
        await Parallel.ForEachAsync(reminders, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (reminder, one) => await SendAsync(reminder, one));
    }

    private async Task SendAsync(Reminder reminder, CancellationToken ct)
    {
        var now = time.Now();
        if (reminder.FirstTried is { } tried && now - tried > SameKeyTrusted)
        {
            await outbox.EndAsync(reminder, "unknown", null, "I lost the answer, so I can't say whether the last reminder was posted. I did not send it again.", ct);
            return;
        }
        if (reminder.FirstTried is null && now - reminder.Due > Window)
        {
            await outbox.EndAsync(reminder, "skipped", null, "The last reminder could not be posted in time, so I left it out.", ct);
            return;
        }

        var firstTried = reminder.FirstTried ?? now;
        await outbox.TryAsync(reminder.Id, firstTried, now + WaitForAnAnswer, ct);
        var result = await platform.PostAsync(ReminderPosts.For(reminder, isLate: now - reminder.Due > Late, Key(reminder)), ct);
        log.LogInformation("Reminder {Reminder} of strength day {StrengthDay}: {Outcome}", reminder.Id, reminder.Day.Id, result.Outcome);

        var wait = Waits[Math.Min(reminder.Tries, Waits.Length - 1)];
        switch (result.Outcome)
        {
            case PostOutcome.Posted:
                await outbox.EndAsync(reminder, "sent", result.MessageId, null, ct);
                break;
            case PostOutcome.Refused:
                await outbox.EndAsync(reminder, "refused", null, result.Why, ct);
                break;
            case PostOutcome.Closed:
                await outbox.CloseAsync(reminder, result.Why, time.Now(), ct);
                break;
            case PostOutcome.NotSent:
                // A fresh try, unless an earlier one may have arrived.
                await outbox.PutBackAsync(reminder.Id, reminder.FirstTried, time.Now() + Duration.Max(wait, result.RetryAfter ?? Duration.Zero), ct);
                break;
            default:
                await outbox.PutBackAsync(reminder.Id, firstTried, time.Now() + Waits[0], ct);
                break;
        }
    }

    /// <summary>The same for every try of one occurrence, also after a crash; at most 25 characters, the limit of a Discord nonce.</summary>
    private static string Key(Reminder reminder)
    {
        var name = $"reminder|{reminder.Day.Id}|{LocalDatePattern.Iso.Format(reminder.Date)}|{reminder.Due.ToUnixTimeSeconds()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..25];
    }
}

internal static class ReminderPosts
{
    public static Post For(Reminder reminder, bool isLate, string key)
    {
        var day = reminder.Day;
        var lines = new List<string>
        {
            $"{(day.RoleId is { } role ? $"{Markup.Mention(role)} " : "")}**It's a strength day.**{(isLate ? $" (late: this was due at {Markup.TimeOfDay(reminder.Due)})" : "")}",
        };
        if (day.Message is { } message) lines.Add(Markup.Escape(message));
        lines.Add("Basics first: right technique, then sets and reps, then load. Look one up with `/exercise`.");
        lines.Add("Tap **Done** when you have finished.");
        return new Post(day.TeamId, day.ChannelId, string.Join('\n', lines), key)
        {
            Buttons = [new Button("Done", DoneButton.ActionName) { Style = ButtonStyle.Success }],
            MentionedRole = day.RoleId,
        };
    }
}
