using System.Globalization;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using CoachBot.Teams;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <summary>A strength day as it was typed, while something about it is still to be asked.</summary>
internal sealed record StrengthDayDraft
{
    public const int LongestMessage = 300;

    /// <summary>0 while it is not kept.</summary>
    public long Id { get; init; }

    public required TeamId TeamId { get; init; }

    public required IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; }

    public required TypedTime Time { get; init; }

    /// <summary>Null where none was typed: the team's own is meant.</summary>
    public string? ZoneId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public RoleId? RoleId { get; init; }

    public string? Message { get; init; }

    /// <exception cref="UserError">Something typed cannot be read, or must not be.</exception>
    /// <param name="zoneId">Null where none was typed, or it is still to be asked which.</param>
    public static StrengthDayDraft Read(CommandCall call, TeamId team, string? zoneId)
    {
        var message = call.Text("message") is { } typed ? Markup.Clean(typed) : null;
        var draft = new StrengthDayDraft
        {
            TeamId = team,
            Weekdays = WeekdayReader.Read(call.Text("days")!, call.Caller.Locale),
            Time = TimeReader.Read(call.Text("time")!),
            ZoneId = zoneId,
            ChannelId = call.ChannelOf("channel") ?? call.Channel ?? throw new UserError(locale => StrengthDayWords.In(locale).NoChannel),
            RoleId = call.Role("role"),
            Message = string.IsNullOrEmpty(message) ? null : message,
        };
        if (draft.RoleId?.Value == team.Value) throw new UserError(locale => StrengthDayWords.In(locale).NeverEveryone);
        return draft;
    }

    public StrengthDay In(string zone) => new()
    {
        TeamId = TeamId,
        Weekdays = Weekdays,
        Time = Time.Time,
        ZoneId = zone,
        ChannelId = ChannelId,
        RoleId = RoleId,
        Message = Message,
    };
}

/// <summary>Weekdays as the database and buttons carry them: 24 is Tuesday and Thursday.</summary>
internal static class WeekdayDigits
{
    public static string Of(IEnumerable<IsoDayOfWeek> days, string between = "") =>
        string.Join(between, days.Select(day => ((int)day).ToString(CultureInfo.InvariantCulture)));

    /// <returns>Empty when there is anything else in it.</returns>
    public static IReadOnlyList<IsoDayOfWeek> Read(string digits, string between = "")
    {
        var parts = between.Length > 0 ? digits.Split(between) : [.. digits.Select(digit => digit.ToString())];
        return parts.All(part => part is [>= '1' and <= '7']) ? [.. parts.Select(part => (IsoDayOfWeek)(part[0] - '0'))] : [];
    }
}
