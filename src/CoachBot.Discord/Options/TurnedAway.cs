namespace CoachBot.Discord.Options;

/// <summary>Why an interaction does not reach its handler.</summary>
public enum TurnedAway
{
    /// <summary>As many interactions are in flight as there are places.</summary>
    Busy,

    /// <summary>This person has as many interactions in flight as one person may have.</summary>
    BusyWithYou,

    /// <summary>The bot is stopping.</summary>
    Stopping,
}
