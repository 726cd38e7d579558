namespace CoachBot.Pictures.Poses;

/// <summary>A thing in the picture.</summary>
/// <param name="Radius">In body heights, of a ball or a roller.</param>
/// <param name="Axis">How a dumbbell lies in the hand.</param>
/// <param name="Left">Where the thing is with the left hand or foot only.</param>
/// <param name="Under">What of the body lies on a box or bench at the end.</param>
/// <param name="Ahead">How far the middle of a box is ahead of that, in body heights.</param>
/// <param name="Aside">How far it is to the body's right of that.</param>
public sealed record Prop(
    PropKind Kind, float Radius = 0, DumbbellAxis Axis = DumbbellAxis.Along, bool Left = false, Part? Under = null, float Ahead = 0, float Aside = 0);

public enum PropKind
{
    Mat,
    Seat,
    Box,
    Bench,
    Wall,
    Support,
    AnkleStrap,
    Towel,
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
    HandBandFromFront,
    HandBandFromRight,
}

public enum DumbbellAxis
{
    /// <summary>Fore and aft.</summary>
    Along,

    /// <summary>From side to side.</summary>
    Across,

    Upright,
}
