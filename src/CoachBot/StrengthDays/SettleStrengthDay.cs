using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;
using CoachBot.Teams.Places;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>
/// From what was typed to a strength day: what nobody can know but the coach is asked before anything is set, one question at a time, each
/// answered with one tap; then it is set, and what may go wrong with it is said.
/// </summary>
internal sealed class SettleStrengthDay(StrengthDayStore days, DraftStore drafts, ReminderAlarm alarm, IPlaces places, TimeProvider time)
{
    public async Task<Reply> AskOrAddAsync(HandledCall call, Team team, StrengthDayDraft draft, CancellationToken ct)
    {
        if (ZoneOf(draft, team) is { } zone && !draft.Time.IsDoubtful) return await AddAsync(call, team, draft.In(zone), ct);
        var kept = await drafts.KeepAsync(call.Id, draft, time.Now(), ct);
        return Ask(call, team, kept);
    }

    /// <summary>Several places have the name that was typed.</summary>
    public async Task<Reply> AskWhichAsync(CommandCall call, StrengthDayDraft draft, IReadOnlyList<Place> places, CancellationToken ct) =>
        StrengthDayReplies.AskWhich(await drafts.KeepAsync(call.Id, draft, time.Now(), ct), call.Text("zone")!, places, call.Caller);

    /// <exception cref="UserError">It is too long ago.</exception>
    public async Task<StrengthDayDraft> DraftAsync(TeamId team, string id, CancellationToken ct) =>
        await drafts.GetAsync(team, Ids.Read(id), time.Now(), ct) ?? throw new UserError(locale => StrengthDayWords.In(locale).DraftIsGone);

    /// <summary>The next question.</summary>
    public Reply Ask(HandledCall call, Team team, StrengthDayDraft draft) =>
        ZoneOf(draft, team) is null ? StrengthDayReplies.AskZone(draft, time.Now(), call.Caller) : StrengthDayReplies.AskTime(draft, call.Caller);

    public async Task<Reply> AddAsync(HandledCall call, Team team, StrengthDay day, CancellationToken ct)
    {
        var lacks = await places.LacksAsync(team.Id, day.ChannelId, day.RoleId, ct);
        if (lacks.Contains(PlaceLack.IsForum)) throw new UserError(locale => StrengthDayWords.In(locale).ForumsAreNot(day.ChannelId));
        if (lacks.Contains(PlaceLack.NotATextChannel)) throw new UserError(locale => StrengthDayWords.In(locale).NotForText(day.ChannelId));
        var added = await days.AddAsync(call.Id, day, teamZone: team.ZoneId is null ? day.ZoneId : null, time.Now(), ct);
        await alarm.SetAsync(ct);
        return StrengthDayReplies.Added(added, await days.ListAsync(team.Id, ct), lacks, team.CoachRoleId, time.Now(), call.Caller);
    }

    public static string? ZoneOf(StrengthDayDraft draft, Team team) => draft.ZoneId ?? team.ZoneId;
}

/// <summary>What was lacking may have been mended in the settings of the server: looks once more.</summary>
internal sealed class CheckPlace(StrengthDayStore days, TeamStore teams, IPlaces places) : IButtonAction
{
    public string Action => StrengthDayActions.CheckPlace;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var day = (await days.ListAsync(team.Id, ct)).FirstOrDefault(day => day.Id == Ids.Read(call.Arguments[0]))
            ?? throw new UserError(locale => StrengthDayWords.In(locale).IsGone);
        return StrengthDayReplies.Checked(day, await places.LacksAsync(team.Id, day.ChannelId, day.RoleId, ct), call.Caller)
            with
        { Replaces = call.OnPrivateMessage };
    }
}

/// <summary>The team's zone was picked under a strength day that waits for it.</summary>
internal sealed class PickZone(SettleStrengthDay settle, TeamStore teams, TimeProvider time) : ISelectAction
{
    public string Action => StrengthDayActions.PickZone;

    public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SelectOption>>(StrengthDayReplies.ZoneOptions(time.Now()));

    public async Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var draft = await settle.DraftAsync(team.Id, call.Arguments[0], ct);
        if (!draft.Time.IsDoubtful) return await settle.AddAsync(call, team, draft.In(call.Value), ct) with { Replaces = call.OnPrivateMessage };
        var changed = await teams.ChangeAsync(call.Id, team.Id, time.Now(), before => before with { ZoneId = before.ZoneId ?? call.Value }, ct);
        return settle.Ask(call, changed, draft) with { Replaces = call.OnPrivateMessage };
    }
}

/// <summary>One of the two times that were meant was tapped.</summary>
internal sealed class PickTime(SettleStrengthDay settle, TeamStore teams) : IButtonAction
{
    public string Action => StrengthDayActions.PickTime;

    public async Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        var team = await teams.RequireCoachAsync(call.Caller, ct);
        var draft = await settle.DraftAsync(team.Id, call.Arguments[0], ct);
        if (SettleStrengthDay.ZoneOf(draft, team) is not { } zone) return settle.Ask(call, team, draft) with { Replaces = call.OnPrivateMessage };
        var meant = call.Arguments[1] == "other" ? draft.Time.OtherHalf : draft.Time.Time;
        return await settle.AddAsync(call, team, draft.In(zone) with { Time = meant }, ct) with { Replaces = call.OnPrivateMessage };
    }
}
