using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Teams;

namespace CoachBot.StrengthDays;

/// <summary>A reminder that failed is told of once, above the answer to the next command of any coach.</summary>
internal sealed class StrengthDayNews(StrengthDayStore days, TeamStore teams) : IAside
{
    public async Task<string?> SayAsync(Call call, CancellationToken ct)
    {
        if (call.Caller.TeamId is not { } id || !Access.IsCoach(call.Caller, await teams.GetAsync(id, ct))) return null;
        var news = await days.TakeNewsAsync(id, ct);
        return news.Count == 0 ? null : StrengthDayWords.In(call.Caller.Locale).News(news);
    }
}
