using System.Globalization;
using CoachBot.Chat;

namespace CoachBot.StrengthDays;

/// <summary>
/// Why a reminder was not posted, as the database keeps it, <c>ThreadLocked</c> or <c>Refused:50035</c>; its sentence is one of <see cref="StrengthDayWords"/>.
/// </summary>
/// <param name="Code">The platform's own number for it, where we have no better name.</param>
internal readonly record struct Trouble(PostProblem Problem, int? Code = null)
{
    /// <returns>Null when nothing is stored; what a newer version stored is a refusal.</returns>
    public static Trouble? Read(string? stored)
    {
        if (string.IsNullOrEmpty(stored)) return null;
        var parts = stored.Split(':', 2);
        var code = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new Trouble(Enum.TryParse<PostProblem>(parts[0], out var problem) && Enum.IsDefined(problem) ? problem : PostProblem.Refused, code);
    }

    public override string ToString() => Code is { } code ? string.Create(CultureInfo.InvariantCulture, $"{Problem}:{code}") : Problem.ToString();
}
