using System.Numerics;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Bodies;

/// <summary>A body's flesh and clothes about its bones. Thighs are thicker than calves, calves thicker than arms.</summary>
internal static class Flesh
{
    public static SolidGroup Leg(Body body, Side side)
    {
        var leg = body.Leg(side);
        var (hip, knee, ankle) = (leg.Root, leg.Middle, leg.End);
        Solid[] solids =
        [
            new(Paint.Skin, Ball(knee, 0.036f), Ellipsoid.At(leg.Lower, new(-0.008f, -0.085f, 0), new(0.037f, 0.06f, 0.035f))),
            new(Paint.Skin, Ellipsoid.At(leg.Lower, new(-0.008f, -0.085f, 0), new(0.037f, 0.06f, 0.035f)), Ball(ankle, 0.021f)),
            new(Paint.Skin, Ball(Between(hip, knee, 0.3f), 0.05f), Ball(knee, 0.036f)),
            new(Paint.Shorts, Ball(hip, 0.06f), Ball(Between(hip, knee, 0.48f), 0.052f)),
            .. Shoe(leg),
        ];
        return new SolidGroup((hip + knee + ankle) / 3, side == Side.Left, solids);
    }

    public static SolidGroup Arm(Body body, Side side)
    {
        var arm = body.Arm(side);
        var (shoulder, elbow, hand) = (arm.Root, arm.Middle, arm.End);
        var wrist = Between(elbow, hand, 0.76f);
        Solid[] solids =
        [
            new(Paint.Skin, Ball(Between(shoulder, elbow, 0.3f), 0.029f), Ball(elbow, 0.0235f)),
            new(Paint.Skin, Ball(elbow, 0.0235f), Ball(Between(elbow, hand, 0.25f), 0.025f)),
            new(Paint.Skin, Ball(Between(elbow, hand, 0.25f), 0.025f), Ball(wrist, 0.015f)),
            new(Paint.Skin, Ball(wrist, 0.015f), Ellipsoid.At(arm.Tip, new(0, 0, 0), new(0.019f, 0.027f, 0.015f))),
            new(Paint.Shirt, Ball(shoulder, 0.036f), Ball(Between(shoulder, elbow, 0.5f), 0.034f)),
        ];
        return new SolidGroup((shoulder + elbow + hand + hand) / 4, side == Side.Left, solids);
    }

    /// <param name="breath">0 to 1: how full the chest is.</param>
    public static SolidGroup Trunk(Body body, float breath = 0)
    {
        var hips = Ellipsoid.At(body.Pelvis, new(-0.008f, 0.012f, 0), new(0.062f, 0.058f, 0.09f));
        var waist = Ellipsoid.At(body.Waist, new(0.002f, 0, 0), new(0.05f, 0.05f, 0.072f));
        var ribs = Ellipsoid.At(body.Chest, new(0.006f + (0.006f * breath), 0.005f, 0), new(0.06f + (0.006f * breath), 0.055f, 0.086f));
        var shoulders = ShoulderBlades(body);
        Solid[] solids =
        [
            new(Paint.Skin, Ball(body.Neck.At(-0.004f, 0, 0), 0.028f), Ball(body.Head.At(-0.008f, -0.02f, 0), 0.026f)),
            new(Paint.Shirt, hips with { Centre = body.Pelvis.At(-0.006f, 0.035f, 0) }, waist),
            new(Paint.Shirt, waist, ribs),
            new(Paint.Shirt, ribs, shoulders),
            new(Paint.Shorts, hips),
        ];
        return new SolidGroup((body.Pelvis.From + body.Neck.From) / 2, Far: false, solids);
    }

    /// <param name="towardsViewer">Decides whether the face is before the hair.</param>
    public static SolidGroup Head(Body body, Vector3 towardsViewer)
    {
        var head = body.Head;
        Solid[] hair =
        [
            new(Paint.Hair, Ellipsoid.At(head, new(-0.062f, 0.022f, 0), new(0.02f, 0.02f, 0.02f))),
            new(Paint.Hair, Ellipsoid.At(head, new(-0.006f, 0.012f, 0), new(0.053f, 0.056f, 0.047f))),
        ];
        Solid[] face =
        [
            new(Paint.Skin, Ellipsoid.At(head, new(0.016f, -0.006f, 0), new(0.038f, 0.042f, 0.039f)),
                Ellipsoid.At(head, new(0.014f, -0.034f, 0), new(0.026f, 0.022f, 0.026f))),
            new(Paint.Skin, Ellipsoid.At(head, new(0.05f, -0.012f, 0), new(0.012f, 0.01f, 0.009f))),
        ];
        var away = Vector3.Dot(Vector3.Transform(Vector3.UnitX, head.Turn), towardsViewer) < -0.1f;
        return new SolidGroup(head.From, Far: false, away ? [.. face, .. hair] : [.. hair, .. face]);
    }

    /// <summary>What of a body carries it.</summary>
    public static IEnumerable<Solid> Of(Body body, Part part) => part switch
    {
        Part.Feet => Body.Sides.SelectMany(side => Shoe(body.Leg(side))),
        Part.RightFoot => Shoe(body.Leg(Side.Right)),
        Part.LeftFoot or Part.LeftFootEdge => Shoe(body.Leg(Side.Left)),
        Part.RightToes => [Toes(body.Leg(Side.Right))],
        Part.LeftToes => [Toes(body.Leg(Side.Left))],
        Part.Toes => [Toes(body.Leg(Side.Right)), Toes(body.Leg(Side.Left))],
        Part.Knees => [Knee(body, Side.Right), Knee(body, Side.Left)],
        Part.Shins => Body.Sides.Select(side => new Solid(Paint.Skin, Ball(body.Leg(side).Lower.At(0, -0.2f, 0), 0.024f))),
        Part.LeftKnee => [Knee(body, Side.Left)],
        Part.RightKnee => [Knee(body, Side.Right)],
        Part.Hands => [Hand(body, Side.Right), Hand(body, Side.Left)],
        Part.RightHand => [Hand(body, Side.Right)],
        Part.LeftHand => [Hand(body, Side.Left)],
        Part.Forearms => [Forearm(body, Side.Right), Forearm(body, Side.Left)],
        Part.LeftForearm => [Forearm(body, Side.Left)],
        Part.Back => Trunk(body).Solids.Skip(1),
        Part.Shoulders => [new(Paint.Shirt, ShoulderBlades(body))],
        Part.LeftShoulder => [Arm(body, Side.Left).Solids[^1]],
        _ => [new(Paint.Shorts, Ball(body.Leg(Side.Left).Root, 0.06f))],
    };

    /// <summary>The place of a part that stays where it is while the body moves over it.</summary>
    public static Vector3 Anchor(Body body, Part part) => part switch
    {
        Part.Feet => (body[Joint.RightFoot] + body[Joint.LeftFoot]) / 2,
        Part.RightFoot => body[Joint.RightFoot],
        Part.RightKnee => body[Joint.RightKnee],
        Part.RightHand => body[Joint.RightHand],
        Part.LeftHand or Part.Hands => body[Joint.LeftHand],
        Part.LeftFoot or Part.LeftFootEdge => body[Joint.LeftFoot],
        Part.RightToes => body[Joint.RightToes],
        Part.LeftToes or Part.Toes => body[Joint.LeftToes],
        Part.Knees or Part.LeftKnee => body[Joint.LeftKnee],
        Part.Forearms or Part.LeftForearm => body.Arm(Side.Left).Middle,
        Part.Back or Part.Shoulders => body[Joint.Chest],
        _ => body[Joint.Pelvis],
    };

    private static Ellipsoid ShoulderBlades(Body body) => Ellipsoid.At(body.Chest, new(-0.004f, 0.075f, 0), new(0.049f, 0.034f, 0.104f));

    private static Solid Hand(Body body, Side side) => new(Paint.Skin, Ellipsoid.At(body.Arm(side).Tip, new(0, 0, 0), new(0.019f, 0.027f, 0.015f)));

    private static Solid Knee(Body body, Side side) => new(Paint.Skin, Ball(body.Leg(side).Middle, 0.036f));

    private static Solid Forearm(Body body, Side side) => new(Paint.Skin, Ball(body.Arm(side).Middle, 0.0235f), Ball(body.Arm(side).End, 0.019f));

    private static Solid Toes(Limb leg) => new(Paint.Shoe, Ellipsoid.At(leg.Tip, new(0.062f, -0.024f, 0), new(0.03f, 0.016f, 0.024f)));

    private static IEnumerable<Solid> Shoe(Limb leg)
    {
        var heel = Ellipsoid.At(leg.Tip, new(-0.014f, -0.019f, 0), new(0.025f, 0.021f, 0.021f));
        var ball = Ellipsoid.At(leg.Tip, new(0.062f, -0.024f, 0), new(0.03f, 0.016f, 0.024f));
        yield return new Solid(Paint.Shoe, heel, Ellipsoid.Sphere(leg.Tip.At(0.004f, -0.002f, 0), 0.022f));
        yield return new Solid(Paint.Shoe, Ellipsoid.Sphere(leg.Tip.At(0.008f, -0.008f, 0), 0.021f), ball);
        yield return new Solid(Paint.Shoe, heel, ball);
        yield return new Solid(Paint.Shoe, ball, ToeTip(leg));
    }

    /// <summary>Toes that carry weight lie flat though the heel is up.</summary>
    private static Ellipsoid ToeTip(Limb leg)
    {
        var ball = leg.Tip.At(0.062f, -0.024f, 0);
        var ahead = Vector3.Transform(Vector3.UnitX, leg.TipTurn);
        var instep = Vector3.Transform(Vector3.UnitY, leg.TipTurn);
        var flat = (ahead + instep) * new Vector3(1, 0, 1);
        var bends = ball.Y < 0.032f && ahead.Y < -0.2f && flat.LengthSquared() > 0.1f;
        var tip = bends ? (Vector3.Normalize(flat) * 0.034f) + new Vector3(0, 0.014f - ball.Y, 0) : (ahead * 0.034f) - (instep * 0.002f);
        return bends
            ? new Ellipsoid(ball + tip, Vector3.Normalize(flat) * 0.018f, Vector3.UnitY * 0.014f, Vector3.Cross(Vector3.Normalize(flat), Vector3.UnitY) * 0.02f)
            : Ellipsoid.At(new Segment(ball + tip, leg.TipTurn), Vector3.Zero, new(0.02f, 0.014f, 0.021f));
    }

    private static Ellipsoid Ball(Vector3 centre, float radius) => Ellipsoid.Sphere(centre, radius);

    private static Vector3 Between(Vector3 from, Vector3 to, float t) => Vector3.Lerp(from, to, t);
}
