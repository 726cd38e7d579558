using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.CheckIns.Reading;
using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Runtime;
using CoachBot.Safety;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>A check-in as it was typed, tapped or filled in.</summary>
internal sealed record TypedCheckIn
{
    /// <summary>As typed; null for today.</summary>
    public string? Date { get; init; }

    /// <summary>Known already, from a button of ours.</summary>
    public LocalDate? Day { get; init; }

    public int? Effort { get; init; }

    public int? Minutes { get; init; }

    /// <summary>As typed.</summary>
    public string? What { get; init; }
}

/// <summary>Where a check-in is made, whether it was typed or tapped: decide the day, save and read the week back in one go,
/// reply.</summary>
internal sealed class CheckInDesk(CheckInStore store, TeamStore teams, Library library, SafetyDesk safety, UnreadTexts texts,
    TimeProvider time)
{
    public async Task<Reply> LogAsync(CallId callId, Caller caller, TypedCheckIn typed, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        var athlete = caller.RequirePerson();
        var shelf = await library.OfAsync(team.Id, ct);
        var now = time.Now();
        var today = team.TrainingDay(now);
        var day = typed.Day is { } known ? CheckInDay.Checked(known, today) : CheckInDay.Read(typed.Date, today, caller.Locale);
        // Somebody in trouble is answered first; of what she wrote, only exercises that are called exactly so are taken for work.
        var sign = safety.Hear(typed.What);
        var read = typed.What is { } what ? WorkReader.Read(what, shelf, exactNames: sign is not null) : ReadWork.Nothing;
        var checkIn = new CheckIn { Day = day, Effort = typed.Effort, Minutes = typed.Minutes, Work = read.Work };

        var saved = await store.SaveAsync(callId, team.Id, athlete, checkIn, team.WeekOf(day), now, ct);
        var words = CheckInWords.In(caller.Locale);
        if (sign is { } heard) return CheckInReplies
            .BesideHelp(await safety.AnswerAsync(heard, caller, ct), saved, today, athlete, shelf, words);
        var reply = CheckInReplies.Logged(saved, read, Week(team, saved.DaysInWeek, day, today), athlete, shelf, words);
        if (read.Unread.Count == 0) return reply;
        texts.Keep((callId, athlete), typed.What!);
        return reply with { Buttons = [WriteAgain.Button(callId, day, athlete, words), .. reply.Buttons] };
    }

    public async Task<Reply> UndoAsync(CallId callId, Caller caller, long change, CancellationToken ct)
    {
        var team = await teams.GetAsync(caller.RequireTeam(), ct);
        var now = time.Now();
        var (undone, day, left, days) = await store.UndoAsync(callId, team.Id, caller.RequirePerson(), change, team.WeekOf, now, ct);
        var words = CheckInWords.In(caller.Locale);
        if (day is null) return Reply.Of(words.UndoneBefore);
        if (!undone) return Reply.Of(words.ChangedSince(day.Value));
        return CheckInReplies.Undone(left, Week(team, days, day.Value, team.TrainingDay(now)), await library.OfAsync(team.Id, ct), words);
    }

    private static Week Week(Team team, int done, LocalDate day, LocalDate today) =>
        new(done, Day: day, Today: today, IsThisWeek: team.WeekOf(day) == team.WeekOf(today));
}

/// <summary>How a week stands for one athlete.</summary>
/// <param name="Done">Training days with a check-in.</param>
/// <param name="Day">The day that was just logged.</param>
internal sealed record Week(int Done, LocalDate Day, LocalDate Today, bool IsThisWeek);
