namespace CoachBot.Pictures.Poses;

/// <summary>
/// How a body is bent, in degrees; all zeros is upright, facing the picture's right, arms hanging. Pairs are the body's own right
/// side, which is nearer to the viewer from the side, and its left.
/// </summary>
/// <param name="Lean">Of the pelvis: forward; 90 is face down with the head to the right, -90 face up with the head to the left.</param>
/// <param name="Tilt">Of the pelvis, sideways: -90 is lying on the left side.</param>
/// <param name="Turn">Of the pelvis about the vertical, to the body's own left.</param>
/// <param name="Roll">Of the whole body about its length: the chest turns to the left.</param>
/// <param name="Bend">Of the back: rounded, or arched below zero.</param>
/// <param name="Side">Of the back, to the right.</param>
/// <param name="Twist">Of the back: the chest turns to the left.</param>
/// <param name="Nod">Of the head, forward.</param>
/// <param name="Hip">Thigh forward.</param>
/// <param name="Spread">Thigh out to its side.</param>
/// <param name="TurnOut">Thigh about its own length, toes outward.</param>
/// <param name="Ankle">Toes up; below zero pointed.</param>
/// <param name="Shoulder">Arm forward: 90 is straight ahead, 180 overhead.</param>
/// <param name="ArmOut">Arm out to its side.</param>
/// <param name="ArmTurn">Arm about its own length, a bent forearm outward.</param>
/// <param name="Arch">How far the middle of a bare foot is drawn up, 0 to 1; below zero the toes curl.</param>
public sealed record Posture(
    float Lean = 0,
    float Tilt = 0,
    float Turn = 0,
    float Roll = 0,
    float Bend = 0,
    float Side = 0,
    float Twist = 0,
    float Nod = 0,
    Pair Hip = default,
    Pair Spread = default,
    Pair TurnOut = default,
    Pair Knee = default,
    Pair Ankle = default,
    Pair Shoulder = default,
    Pair ArmOut = default,
    Pair ArmTurn = default,
    Pair Elbow = default,
    float Arch = 0)
{
    /// <summary>The posture on the way to another: every angle goes its own way, so no limb ever changes its length.</summary>
    /// <param name="t">0 is this one, 1 the other.</param>
    public Posture Towards(Posture other, float t)
    {
        return new Posture(
            Mix(Lean, other.Lean), Mix(Tilt, other.Tilt), Mix(Turn, other.Turn), Mix(Roll, other.Roll), Mix(Bend, other.Bend),
            Mix(Side, other.Side), Mix(Twist, other.Twist), Mix(Nod, other.Nod),
            Both(Hip, other.Hip), Both(Spread, other.Spread), Both(TurnOut, other.TurnOut), Both(Knee, other.Knee), Both(Ankle, other.Ankle),
            Both(Shoulder, other.Shoulder), Both(ArmOut, other.ArmOut), Both(ArmTurn, other.ArmTurn), Both(Elbow, other.Elbow),
            Mix(Arch, other.Arch));

        float Mix(float from, float to) => from + ((to - from) * t);
        Pair Both(Pair from, Pair to) => new(Mix(from.Right, to.Right), Mix(from.Left, to.Left));
    }
}

/// <summary>A value for each side of the body.</summary>
public readonly record struct Pair(float Right, float Left)
{
    public float this[Side side] => side == Poses.Side.Right ? Right : Left;
}

public enum Side
{
    Right,
    Left,
}
