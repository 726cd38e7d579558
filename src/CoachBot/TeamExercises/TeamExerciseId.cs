using System.Globalization;

namespace CoachBot.TeamExercises;

/// <summary>The id of an exercise that a team's coaches added: <c>own-12</c>. No exercise of the catalogue has a digit in its id.</summary>
internal static class TeamExerciseId
{
    private const string Prefix = "own-";

    public static string Of(long number) => Prefix + number.ToString(CultureInfo.InvariantCulture);

    public static long Number(string id) => long.Parse(id.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);
}
