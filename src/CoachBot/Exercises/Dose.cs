namespace CoachBot.Exercises;

internal enum DoseType
{
    Reps,
    Seconds,
}

internal sealed record DoseLevels(Dose Beginner, Dose Intermediate, Dose Advanced);

/// <param name="Text">Sets and repetitions or seconds: <c>2 x 8-10 reps</c>.</param>
/// <param name="Effort">How hard it should feel, from 0 (rest) to 10 (nothing left).</param>
internal sealed record Dose(string Text, FromTo RestSeconds, FromTo Effort);

internal sealed record FromTo(int From, int To);
