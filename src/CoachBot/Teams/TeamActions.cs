namespace CoachBot.Teams;

/// <summary>The names of this room's buttons and lists. They stand in signed ids under old messages: never changed, never used for something else.</summary>
internal static class TeamActions
{
    public const string SetZone = "team-zone";
    public const string PickZone = "team-pick";
    public const string NoCoachRole = "team-norole";
}
