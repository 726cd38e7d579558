using System.Globalization;

namespace CoachBot.StrengthDays;

/// <summary>The number of a row, as a button carries it.</summary>
internal static class Ids
{
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <returns>0, which no row has, when it is none.</returns>
    public static long Read(string argument) => long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
