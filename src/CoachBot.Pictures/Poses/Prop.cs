namespace CoachBot.Pictures.Poses;

/// <summary>A thing in the picture.</summary>
/// <param name="Radius">In body heights, of a ball or a roller.</param>
/// <param name="Axis">How a dumbbell lies in the hand.</param>
/// <param name="Left">Where the thing is with the left hand or foot only.</param>
public sealed record Prop(PropKind Kind, float Radius = 0, DumbbellAxis Axis = DumbbellAxis.Along, bool Left = false);

public enum PropKind
{
    Mat,
    Seat,
    Wall,
    Support,
    BallUnderFeet,
    BallUnderForearms,
    RollerUnderFeet,
    RollerUnderShins,
    Dumbbell,
    DumbbellAtChest,
    Dumbbells,
    Kettlebell,
    KettlebellAtChest,
    MedicineBall,
    BarInHands,
    BarOnBack,
    BandRoundAnkles,
    BandRoundKnees,
    BandFromFront,
    BandFromBehind,
    BandFromRight,
    BandFromLeft,
}

public enum DumbbellAxis
{
    /// <summary>Fore and aft.</summary>
    Along,

    /// <summary>From side to side.</summary>
    Across,

    Upright,
}
