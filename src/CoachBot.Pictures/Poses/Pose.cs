namespace CoachBot.Pictures.Poses;

/// <summary>Where one looks from.</summary>
public enum View
{
    Side,
    Front,

    /// <summary>At somebody who lies on their side, from the front and a little from above.</summary>
    Lying,

    /// <summary>The same from high above.</summary>
    Above,

    /// <summary>At somebody who lies on their back, from the feet.</summary>
    Feet,

    /// <summary>From between the side and the front, for what moves towards one and aside.</summary>
    Corner,

    /// <summary>At the left foot alone, bare, from its inner side and near.</summary>
    Foot,
}

public enum Joint
{
    Pelvis,
    Chest,
    Head,
    RightKnee,
    LeftKnee,
    RightFoot,
    LeftFoot,
    RightToes,
    LeftToes,
    RightHand,
    LeftHand,
    RightHip,
    LeftHip,
    Waist,

    /// <summary>The sole under the middle of the foot.</summary>
    LeftArch,
}

/// <summary>What is on the ground, or on a ball.</summary>
public enum Part
{
    Feet,
    RightFoot,
    LeftFoot,
    Toes,
    RightToes,
    LeftToes,
    Knees,
    Shins,
    LeftKnee,
    RightKnee,
    LeftFootEdge,
    Forearms,
    LeftForearm,
    Hands,
    RightHand,
    LeftHand,
    Back,

    /// <summary>The shoulder blades: what lies on a bench.</summary>
    Shoulders,
    LeftShoulder,
    LeftHip,
}

/// <summary>How a foot that stays in its place meets the ground.</summary>
public enum Sole
{
    /// <summary>It goes where the leg takes it.</summary>
    Free,
    Flat,
    Toes,
    Heel,

    /// <summary>The top of the foot lies on something behind.</summary>
    Laces,

    /// <summary>It stays nowhere, but it is on the ground at the start and at the end.</summary>
    Steps,

    /// <summary>It is on the ground at the start only.</summary>
    Lifts,

    /// <summary>It is on the ground at the end only.</summary>
    Lands,

    /// <summary>It slides along the ground.</summary>
    Level,
}

/// <summary>Where a hand is kept, whatever the rest of the body does.</summary>
public enum Hold
{
    /// <summary>It goes where the arm takes it.</summary>
    Free,
    Hip,

    /// <summary>Where the thigh meets the trunk, for feeling a hinge.</summary>
    Crease,
    Chest,
    Ball,
    Head,
    Bar,
    Support,

    /// <summary>On the floor, wherever along it the arm takes it.</summary>
    Floor,

    /// <summary>It stays where it is at the start.</summary>
    Kept,
}

/// <summary>What carries the body. The first of two also keeps its place; the body is turned until both touch.</summary>
/// <param name="Height">Of what it lies on, in body heights: 0 is the floor.</param>
public sealed record Support(Part Part, float Height = 0);

/// <param name="Moves">The joint whose way the arrow shows.</param>
/// <param name="On">What carries the body: one part or two.</param>
/// <param name="Feet">How the right and the left foot stay where they are at the start.</param>
/// <param name="FeetOn">The heights of what the kept right and left foot stand on, in body heights.</param>
/// <param name="Rolls">The feet keep their height only: what they lie on rolls along.</param>
/// <param name="Hands">Where the right and the left hand are kept.</param>
/// <param name="Held">A position to hold: the way there is only how one gets into it.</param>
/// <param name="Hop">How far the body is off the ground at the end, in body heights.</param>
public sealed record Pose(
    View View,
    Joint Moves,
    IReadOnlyList<Support> On,
    Posture Start,
    Posture End,
    PoseWords Words,
    IReadOnlyList<Sole>? Feet = null,
    Pair FeetOn = default,
    bool Rolls = false,
    IReadOnlyList<Hold>? Hands = null,
    bool Held = false,
    float Hop = 0,
    IReadOnlyList<Prop>? Props = null,
    PoseFault? Fault = null);

/// <summary>The picture in words, for people who do not see it. Each is a phrase without a full stop.</summary>
/// <param name="Moves">What moves and which way.</param>
public sealed record PoseWords(string Start, string End, string Moves);

/// <summary>The fault that is seen most, beside the position as it should be.</summary>
/// <param name="View">Where the fault shows.</param>
/// <param name="Mark">The joint to look at.</param>
/// <param name="Belt">A line through both hips shows the fault, not a ring.</param>
/// <param name="Feet">How the feet stand in the fault, where otherwise.</param>
/// <param name="Hands">Where the hands are in both positions, where otherwise.</param>
public sealed record PoseFault(
    View View,
    Joint Mark,
    Posture Wrong,
    string WrongWords,
    string RightWords,
    bool Belt = false,
    IReadOnlyList<Sole>? Feet = null,
    IReadOnlyList<Hold>? Hands = null);
