using System.Numerics;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Bodies;

/// <summary>Puts a body where it belongs: what carries it touches the ground, kept feet and hands stay in their places.</summary>
internal sealed class Ground
{
    private readonly Pose pose;
    private readonly IReadOnlyList<Support> on;
    private readonly IReadOnlyList<Sole>? feet;
    private readonly Vector3 place;
    private readonly Vector3[] kept = new Vector3[2];
    private readonly Pair[] drops = new Pair[2];
    private readonly Vector3[] hands = new Vector3[2];

    /// <param name="first">The posture whose places are kept.</param>
    public Ground(Pose pose, Posture first, Posture last, IReadOnlyList<Sole>? feet = null)
    {
        this.pose = pose;
        on = pose.On;
        this.feet = feet ?? pose.Feet;
        var body = new Body(first);
        Carry(body);
        // Sideways everything stays where the body had it; ahead, what carries it is the origin.
        place = Flesh.Anchor(body, on[0].Part);
        var end = new Body(last);
        Carry(end);
        foreach (var side in Body.Sides) drops[(int)side] = new Pair(LowestOfFoot(body, side), LowestOfFoot(end, side));
        foreach (var side in Body.Sides)
            kept[(int)side] = Sole(side) == Poses.Sole.Toes ? body.Leg(side).Tip.At(Body.Ball.X, Body.Ball.Y, 0) : body.Leg(side).End;
        foreach (var side in Body.Sides) hands[(int)side] = body.Arm(side).End;
    }

    /// <summary>Where a hand finds its support.</summary>
    public static Vector3 SupportTop(Side side) => new(0.09f, 0.57f, Body.Sign(side) * 0.25f);

    /// <param name="t">How far on the way from the first posture to the last.</param>
    public Body Put(Posture posture, float t)
    {
        var body = new Body(posture);
        Carry(body);
        var shift = place - Flesh.Anchor(body, on[0].Part);
        body.Carry(Quaternion.Identity, Vector3.Zero, shift with { Y = pose.Hop * t });
        foreach (var side in Body.Sides)
        {
            KeepFoot(body, side, t);
            KeepHand(body, side);
        }
        return body;
    }

    private Sole Sole(Side side) => feet?[(int)side] ?? Poses.Sole.Free;

    /// <summary>Turns the body in the plane of its two supports until both lie as high as they should, then lowers it onto the first.</summary>
    private void Carry(Body body)
    {
        if (on is [var first, var second])
        {
            for (var i = 0; i < 6; i++)
            {
                var (from, to) = (Lowest(body, first.Part), Lowest(body, second.Part));
                var way = to - from;
                var flat = way with { Y = 0 };
                var wanted = MathF.Asin(Math.Clamp((second.Height - first.Height) / way.Length(), -1, 1));
                var axis = Vector3.Normalize(Vector3.Cross(flat, Vector3.UnitY));
                body.Carry(Quaternion.CreateFromAxisAngle(axis, wanted - MathF.Atan2(way.Y, flat.Length())), from, Vector3.Zero);
            }
        }
        body.Carry(Quaternion.Identity, Vector3.Zero, new Vector3(0, on[0].Height - Lowest(body, on[0].Part).Y, 0));
    }

    private static Vector3 Lowest(Body body, Part part) => Flesh.Of(body, part).Select(solid => solid.Farthest(-Vector3.UnitY)).MinBy(point => point.Y);

    private void KeepFoot(Body body, Side side, float t)
    {
        var tip = body.Leg(side).Tip;
        switch (Sole(side))
        {
            case Poses.Sole.Flat:
                body.PutFoot(side, kept[(int)side] with { Y = pose.FeetOn[side] + Body.AnkleHeight }, Level(tip));
                break;
            case Poses.Sole.Level:
                body.PutFoot(side, tip.From with { Y = Body.AnkleHeight }, Level(tip));
                break;
            case Poses.Sole.Free or Poses.Sole.Steps or Poses.Sole.Lifts or Poses.Sole.Lands:
                var (first, last) = Sole(side) switch
                {
                    Poses.Sole.Steps => (drops[(int)side].Right, drops[(int)side].Left),
                    Poses.Sole.Lifts => (drops[(int)side].Right, 0),
                    Poses.Sole.Lands => (0, drops[(int)side].Left),
                    _ => (0, 0),
                };
                // On its way it may pass over the floor, never through it.
                var drop = Math.Min(first + ((last - first) * t), LowestOfFoot(body, side));
                if (drop != 0) body.PutFoot(side, tip.From - new Vector3(0, drop, 0), tip.Turn);
                break;
            case Poses.Sole.Toes or Poses.Sole.Heel or Poses.Sole.Laces:
                // The foot keeps its turn; only its place is put right. What it stands on is under its lowest point.
                var reference = Sole(side) == Poses.Sole.Toes ? tip.At(Body.Ball.X, Body.Ball.Y, 0) : tip.From;
                var shift = (pose.Rolls ? reference : kept[(int)side]) - reference;
                body.PutFoot(side, tip.From + shift with { Y = pose.FeetOn[side] - LowestOfFoot(body, side) }, tip.Turn);
                break;
        }
    }

    private static Quaternion Level(Segment foot)
    {
        var ahead = Vector3.Transform(Vector3.UnitX, foot.Turn);
        return Body.About(Vector3.UnitY, MathF.Atan2(-ahead.Z, ahead.X) * 180 / MathF.PI);
    }

    private static float LowestOfFoot(Body body, Side side) => Flesh.Of(body, side == Side.Right ? Part.RightFoot : Part.LeftFoot).Min(solid => solid.Lowest);

    private void KeepHand(Body body, Side side)
    {
        var sign = Body.Sign(side);
        var hold = pose.Hands?[(int)side] ?? Hold.Free;
        if (hold == Hold.Free) return;
        var (place, elbow) = hold switch
        {
            Hold.Hip => (body.Pelvis.At(0.03f, 0.062f, sign * 0.098f), Way(body.Chest, -0.9f, -0.2f, sign * 0.5f)),
            Hold.Crease => (body.Pelvis.At(0.058f, 0.02f, sign * 0.07f), Way(body.Chest, -0.3f, -0.5f, sign * 0.9f)),
            Hold.Chest => (body.Chest.At(0.105f, 0.02f, sign * 0.03f), Way(body.Chest, 0, -1, sign * 0.25f)),
            Hold.Ball => (body.Chest.At(0.15f, 0.02f, sign * 0.075f), Way(body.Chest, -0.1f, -1, sign * 0.7f)),
            Hold.Head => (body.Head.At(-0.02f, -0.01f, sign * 0.055f), Way(body.Chest, 0.6f, 1, sign * 0.2f)),
            Hold.Bar => (body.Neck.At(-0.05f, 0.0f, sign * 0.185f), Way(body.Chest, -0.35f, -1, sign * 0.1f)),
            Hold.Kept => (hands[(int)side], Way(body.Chest, -0.5f, -0.6f, sign)),
            Hold.Floor =>
                (body[side == Side.Right ? Joint.RightHand : Joint.LeftHand] with { Y = 0.02f }, new Vector3(0, 0.3f, 0) + Way(body.Chest, 0, 0, sign)),
            _ => (SupportTop(side), Way(body.Chest, -0.6f, -1, sign * 0.5f)),
        };
        body.PutHand(side, place, elbow);
    }

    private static Vector3 Way(Segment segment, float x, float y, float z) => segment.At(x, y, z) - segment.From;
}
