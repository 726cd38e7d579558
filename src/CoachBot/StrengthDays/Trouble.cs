using System.Globalization;
using CoachBot.Chat;

namespace CoachBot.StrengthDays;

/// <summary>Why a reminder was not posted. Those that the platform names have the platform's own name (<see cref="PostProblem"/>).</summary>
internal enum Cause
{
    /// <summary>The program was not running when it was due.</summary>
    NotRunning,

    /// <summary>Nothing could be posted while it would still have helped.</summary>
    TooLate,

    /// <summary>The answer was lost; nobody can say whether it was posted.</summary>
    AnswerLost,

    /// <summary>The stored strength day makes no sense.</summary>
    Unreadable,

    ChannelGone,
    CannotSeeChannel,
    MissingPermission,
    NotATextChannel,
    IsForum,
    ThreadArchived,
    ThreadLocked,
    BlockedByAutoMod,
    BlockedLink,
    BlockedAsExplicit,
    VerificationTooHigh,
    Slowmode,
    MessagesPaused,
    Refused,
}

/// <summary>A cause as the database keeps it, <c>ThreadLocked</c> or <c>Refused:50035</c>; its sentence is one of <see cref="StrengthDayWords"/>.</summary>
/// <param name="Code">The platform's own number for it, where we have no better name.</param>
internal readonly record struct Trouble(Cause Cause, int? Code = null)
{
    public static Trouble From(PostProblem problem, int? code) => new(Enum.Parse<Cause>(problem.ToString()), code);

    /// <returns>Null when nothing is stored; what a newer version stored is a refusal.</returns>
    public static Trouble? Read(string? stored)
    {
        if (string.IsNullOrEmpty(stored)) return null;
        var parts = stored.Split(':', 2);
        var code = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new Trouble(Enum.TryParse<Cause>(parts[0], out var cause) && Enum.IsDefined(cause) ? cause : Cause.Refused, code);
    }

    public override string ToString() => Code is { } code ? string.Create(CultureInfo.InvariantCulture, $"{Cause}:{code}") : Cause.ToString();
}
