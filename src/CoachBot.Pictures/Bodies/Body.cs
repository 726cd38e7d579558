using System.Numerics;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Bodies;

/// <summary>
/// A body in space, from its angles: x ahead of it, y up, z to its right; lengths in body heights. Every bone has one length, always.
/// </summary>
internal sealed class Body
{
    public const float Thigh = 0.245f;
    public const float Shank = 0.246f;
    public const float UpperArm = 0.186f;
    public const float Forearm = 0.195f;
    public const float AnkleHeight = 0.04f;

    private const float Spine = 0.097f;
    private const float HalfHips = 0.05f;
    private const float HalfShoulders = 0.096f;

    public static readonly Vector3 Heel = new(-0.036f, -AnkleHeight, 0);
    public static readonly Vector3 Ball = new(0.072f, -AnkleHeight, 0);

    private readonly Limb[] legs = new Limb[2];
    private readonly Limb[] arms = new Limb[2];

    public Body(Posture posture)
    {
        var root =
            About(Vector3.UnitY, posture.Turn) * About(Vector3.UnitZ, -posture.Lean) * About(Vector3.UnitX, posture.Tilt) * About(Vector3.UnitY, posture.Roll);
        var curve = About(Vector3.UnitZ, -posture.Bend / 2) * About(Vector3.UnitX, posture.Side / 2) * About(Vector3.UnitY, posture.Twist / 2);
        Pelvis = new Segment(Vector3.Zero, root);
        Waist = new Segment(Pelvis.At(0, Spine, 0), root * curve);
        Chest = new Segment(Waist.At(0, Spine, 0), root * curve * curve);
        Neck = new Segment(Chest.At(0, Spine, 0), Chest.Turn * About(Vector3.UnitZ, -posture.Nod));
        Arch = posture.Arch;
        foreach (var side in Sides)
        {
            legs[(int)side] = Leg(posture, side);
            arms[(int)side] = Arm(posture, side);
        }
    }

    public static IReadOnlyList<Side> Sides { get; } = [Side.Right, Side.Left];

    public Segment Pelvis { get; private set; }

    public Segment Waist { get; private set; }

    public Segment Chest { get; private set; }

    /// <summary>At the height of the shoulders.</summary>
    public Segment Neck { get; private set; }

    /// <inheritdoc cref="Posture" path="/param[@name='Arch']"/>
    public float Arch { get; }

    public Segment Head => new(Neck.At(0.008f, 0.097f, 0), Neck.Turn);

    public Limb Leg(Side side) => legs[(int)side];

    public Limb Arm(Side side) => arms[(int)side];

    /// <summary>+1 to the right, -1 to the left: the direction of z on that side.</summary>
    public static float Sign(Side side) => side == Side.Right ? 1 : -1;

    public Vector3 this[Joint joint] => joint switch
    {
        Joint.Pelvis => Pelvis.From,
        Joint.Waist => Waist.From,
        Joint.Chest => Neck.From,
        Joint.Head => Head.From,
        Joint.RightHip => Leg(Side.Right).Root,
        Joint.LeftHip => Leg(Side.Left).Root,
        Joint.RightKnee => Leg(Side.Right).Middle,
        Joint.LeftKnee => Leg(Side.Left).Middle,
        Joint.RightFoot => Leg(Side.Right).End,
        Joint.LeftFoot => Leg(Side.Left).End,
        Joint.RightToes => Leg(Side.Right).Tip.At(Ball.X, Ball.Y, 0),
        Joint.LeftToes => Leg(Side.Left).Tip.At(Ball.X, Ball.Y, 0),
        Joint.LeftArch => BareFoot.Arch(this),
        Joint.RightHand => Arm(Side.Right).End,
        _ => Arm(Side.Left).End,
    };

    /// <summary>Turns the whole body about a point, then shifts it.</summary>
    public void Carry(Quaternion turn, Vector3 pivot, Vector3 shift)
    {
        Pelvis = Pelvis.Carried(turn, pivot, shift);
        Waist = Waist.Carried(turn, pivot, shift);
        Chest = Chest.Carried(turn, pivot, shift);
        Neck = Neck.Carried(turn, pivot, shift);
        foreach (var side in Sides)
        {
            legs[(int)side] = legs[(int)side].Carried(turn, pivot, shift);
            arms[(int)side] = arms[(int)side].Carried(turn, pivot, shift);
        }
    }

    /// <summary>Bends a leg so that its foot, turned as given, has its ankle at that place; as near as the leg is long.</summary>
    public void PutFoot(Side side, Vector3 ankle, Quaternion foot)
    {
        var leg = legs[(int)side];
        legs[(int)side] = leg.Reaching(ankle, leg.Middle - ((leg.Root + leg.End) / 2) + (leg.Upper.At(0.01f, 0, 0) - leg.Root), 1) with { TipTurn = foot };
    }

    /// <summary>Bends an arm so that its hand is at that place, with the elbow on the side of <paramref name="elbow"/>.</summary>
    public void PutHand(Side side, Vector3 hand, Vector3 elbow)
    {
        var reached = arms[(int)side].Reaching(hand, elbow, -1);
        arms[(int)side] = reached with { TipTurn = reached.LowerTurn };
    }

    public static Quaternion About(Vector3 axis, float degrees) => Quaternion.CreateFromAxisAngle(axis, degrees * MathF.PI / 180);

    private Limb Leg(Posture posture, Side side)
    {
        var sign = Sign(side);
        var upper = Pelvis.Turn * About(Vector3.UnitZ, posture.Hip[side]) * About(Vector3.UnitX, -sign * posture.Spread[side])
            * About(Vector3.UnitY, -sign * posture.TurnOut[side]);
        var lower = upper * About(Vector3.UnitZ, -posture.Knee[side]);
        return new Limb(Pelvis.At(0, 0, sign * HalfHips), upper, lower, lower * About(Vector3.UnitZ, posture.Ankle[side]), Thigh, Shank);
    }

    private Limb Arm(Posture posture, Side side)
    {
        var sign = Sign(side);
        var upper = Chest.Turn * About(Vector3.UnitZ, posture.Shoulder[side]) * About(Vector3.UnitX, -sign * posture.ArmOut[side])
            * About(Vector3.UnitY, -sign * posture.ArmTurn[side]);
        var lower = upper * About(Vector3.UnitZ, posture.Elbow[side]);
        return new Limb(Chest.At(0, Spine - 0.016f, sign * HalfShoulders), upper, lower, lower, UpperArm, Forearm);
    }
}

/// <summary>A place and a direction.</summary>
internal readonly record struct Segment(Vector3 From, Quaternion Turn)
{
    public Vector3 At(float x, float y, float z) => From + Vector3.Transform(new Vector3(x, y, z), Turn);

    public Segment Carried(Quaternion turn, Vector3 pivot, Vector3 shift) => new(pivot + Vector3.Transform(From - pivot, turn) + shift, turn * Turn);
}
