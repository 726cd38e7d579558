namespace CoachBot.StrengthDays;

/// <summary>What the buttons and the list of this slice are called in signed ids; never given another meaning.</summary>
internal static class StrengthDayActions
{
    /// <summary>Another page of the list.</summary>
    public const string Page = "sd-list";

    public const string ChangeWeekdays = "sd-days";
    public const string Remove = "sd-remove";
    public const string SwitchOn = "sd-on";
    public const string CheckPlace = "sd-check";
    public const string PickZone = "sd-zone";
    public const string PickTime = "sd-time";
    public const string TakeZone = "sd-place";
    public const string MoveZone = "sd-move";
}
