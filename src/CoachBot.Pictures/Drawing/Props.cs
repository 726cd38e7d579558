using System.Numerics;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Drawing;

/// <summary>The things of a pose in space, where the body of the moment has them. Sizes are in body heights.</summary>
internal static class Props
{
    private const float PlateRadius = 0.13f;
    private const float PlateAt = 0.4f;
    private const float AnchorAway = 0.46f;
    private const float AnchorHeight = 0.05f;
    private const float ChestHeight = 0.76f;
    private const float Behind = 0.6f;
    private const float BoxHalfWidth = 0.12f;

    private static readonly Vector3 Sole = new(0, -Body.AnkleHeight, 0);

    /// <param name="settled">The end of the movement: a seat and a wall are where the hips come to.</param>
    public static IEnumerable<SolidGroup> Of(Prop prop, Body body, Body settled, Camera camera)
    {
        var back = camera.TowardsViewer * -Behind;
        var side = prop.Left ? Side.Left : Side.Right;
        return prop.Kind switch
        {
            PropKind.Seat => [Seat(settled, back)],
            PropKind.Box or PropKind.Bench => [BoxUnder(prop, settled, back)],
            PropKind.AnkleStrap => [AnkleStrap(body, camera)],
            PropKind.Towel => [Towel(body)],
            PropKind.Wall => [Wall(settled, back)],
            PropKind.Support => [SupportRail(side)],
            PropKind.BallUnderFeet => [BigBall(UnderFeet(body) + new Vector3(0.03f, 0, 0), prop.Radius, back)],
            PropKind.BallUnderForearms => [BigBall(Middle(body.Arm(Side.Right), body.Arm(Side.Left)), prop.Radius, back)],
            PropKind.RollerUnderFeet => [Roller(UnderFeet(body), prop.Radius, back)],
            PropKind.RollerUnderShins => [Roller(Shins(body), prop.Radius, back)],
            PropKind.Dumbbell => [Dumbbell(body.Arm(side).Tip, prop.Axis, InHand(body, side, camera))],
            PropKind.DumbbellAtChest => [Dumbbell(AtChest(body), DumbbellAxis.Upright, AtChest(body).From + (camera.TowardsViewer * 0.02f))],
            PropKind.Dumbbells => Body.Sides.Select(s => Dumbbell(body.Arm(s).Tip, prop.Axis, InHand(body, s, camera)) with { Far = s == Side.Left }),
            PropKind.Kettlebell => [Kettlebell(Hands(body), 0.085f)],
            PropKind.KettlebellAtChest => [Kettlebell(Hands(body) + new Vector3(0, 0.03f, 0), 0.075f)],
            PropKind.MedicineBall => [new SolidGroup(Hands(body), false, [new Solid(Paint.Leather, Ellipsoid.Sphere(Hands(body), 0.075f))])],
            PropKind.BarInHands => Barbell(Hands(body), Hands(body), camera),
            PropKind.BarOnBack => Barbell(body.Neck.At(-0.05f, 0.005f, 0), Flesh.Trunk(body).Middle + (camera.TowardsViewer * 0.001f), camera),
            PropKind.BandRoundAnkles => Loop(body, leg => leg.Lower.At(0, -0.215f, 0), leg => leg.LowerTurn, 0.027f, camera),
            PropKind.BandRoundKnees => Loop(body, leg => leg.Upper.At(0, -0.2f, 0), leg => leg.UpperTurn, 0.048f, camera),
            PropKind.BandFromFront => AnchoredBand(body, new Vector3(AnchorAway, AnchorHeight, 0.05f), camera),
            PropKind.BandFromBehind => AnchoredBand(body, new Vector3(-AnchorAway, AnchorHeight, 0.05f), camera),
            PropKind.BandFromRight => AnchoredBand(body, new Vector3(0, AnchorHeight, 0.6f), camera),
            PropKind.HandBandFromFront => HandBand(body, new Vector3(AnchorAway + 0.2f, ChestHeight, 0), camera),
            PropKind.HandBandFromRight => HandBand(body, new Vector3(0.05f, ChestHeight, AnchorAway + 0.1f), camera),
            PropKind.BandFromLeft => AnchoredBand(body, new Vector3(0.06f, AnchorHeight, -AnchorAway), camera),
            _ => [],
        };
    }

    private static SolidGroup Seat(Body settled, Vector3 back)
    {
        var top = settled[Joint.RightHip].Y - 0.057f;
        var hips = settled[Joint.Pelvis];
        return Box(new Vector3(hips.X - 0.17f, 0, hips.Z - 0.17f), new Vector3(hips.X + 0.06f, top, hips.Z + 0.17f),
            Paint.WoodTop, Paint.WoodFront, Paint.WoodSide, back);
    }

    /// <summary>A step or a bench with its top where that part of the body lies on it at the end.</summary>
    private static SolidGroup BoxUnder(Prop prop, Body settled, Vector3 back)
    {
        var lowest = Flesh.Of(settled, prop.Under ?? Part.Feet).Select(solid => solid.Farthest(-Vector3.UnitY)).MinBy(point => point.Y);
        var middle = Flesh.Anchor(settled, prop.Under ?? Part.Feet) + new Vector3(prop.Ahead, 0, prop.Aside);
        if (prop.Kind == PropKind.Bench) return Bench(middle with { Y = lowest.Y }, prop.Radius, back);
        return Box(
            new Vector3(middle.X - prop.Radius, 0, middle.Z - BoxHalfWidth), new Vector3(middle.X + prop.Radius, lowest.Y, middle.Z + BoxHalfWidth),
            Paint.WoodTop, Paint.WoodFront, Paint.WoodSide, back);
    }

    /// <summary>A board on four legs: what is under it is seen.</summary>
    private static SolidGroup Bench(Vector3 top, float half, Vector3 back)
    {
        var board =
            Box(top - new Vector3(half, 0.035f, BoxHalfWidth), top + new Vector3(half, 0, BoxHalfWidth), Paint.WoodTop, Paint.WoodFront, Paint.WoodSide, back);
        var legs = from x in (float[])[-1, 1]
                   from z in (float[])[-1, 1]
                   let at = top + new Vector3(x * (half - 0.02f), -0.03f, z * (BoxHalfWidth - 0.02f))
                   select Rod(Paint.WoodSide, at, at with { Y = 0.01f }, 0.011f);
        return board with { Solids = [.. legs, .. board.Solids] };
    }

    private static SolidGroup Wall(Body settled, Vector3 back)
    {
        var x = -Flesh.Trunk(settled).Solids[^1].Farthest(-Vector3.UnitX).X;
        return Box(new Vector3(-x - 0.05f, 0, -0.3f), new Vector3(-x, 0.98f, 0.3f), Paint.WallEdge, Paint.WallEdge, Paint.WallFace, back * 2);
    }

    private static SolidGroup Box(Vector3 low, Vector3 high, Paint top, Paint front, Paint end, Vector3 back)
    {
        var (a, b, c, d) = (low with { Y = high.Y }, new Vector3(high.X, high.Y, low.Z), high, new Vector3(low.X, high.Y, high.Z));
        return new SolidGroup(((low + high) / 2) + back, false,
            [Face(top, a, b, c, d), Face(front, d, c, c with { Y = low.Y }, d with { Y = low.Y }),
                Face(end, c, b, b with { Y = low.Y }, c with { Y = low.Y })]);
    }

    private static Solid Face(Paint paint, params Vector3[] corners) => new(paint, [.. corners.Select(corner => Ellipsoid.Sphere(corner, 0.003f))]);

    private static SolidGroup SupportRail(Side side)
    {
        var top = Ground.SupportTop(side) - new Vector3(0, 0.03f, 0);
        var (front, rear) = (top + new Vector3(0.1f, 0, 0), top - new Vector3(0.1f, 0, 0));
        return new SolidGroup(top - (Vector3.UnitZ * 0.1f), false,
        [
            Rod(Paint.WoodSide, front, front with { Y = 0.012f }, 0.011f), Rod(Paint.WoodSide, rear, rear with { Y = 0.012f }, 0.011f),
            Rod(Paint.WoodFront, front, rear, 0.015f),
            Rod(Paint.WoodSide, front with { Y = 0.3f }, rear with { Y = 0.3f }, 0.01f),
        ]);
    }

    private static SolidGroup BigBall(Vector3 over, float radius, Vector3 back)
    {
        var centre = over with { Y = radius, Z = 0 };
        return new SolidGroup(centre + back, false,
            [new Solid(Paint.RubberSide, Ellipsoid.Sphere(centre, radius)),
                new Solid(Paint.Rubber, Ellipsoid.Sphere(centre + new Vector3(-0.012f, 0.014f, 0), radius * 0.88f))]);
    }

    private static SolidGroup Roller(Vector3 over, float radius, Vector3 back)
    {
        var centre = over with { Y = radius, Z = 0 };
        var (far, near) = (Disc(centre - (Vector3.UnitZ * 0.2f), radius), Disc(centre + (Vector3.UnitZ * 0.2f), radius));
        return new SolidGroup(centre + back, false, [new Solid(Paint.Rubber, far, near), new Solid(Paint.RubberSide, near)]);
    }

    private static SolidGroup Dumbbell(Segment hand, DumbbellAxis axis, Vector3 middle)
    {
        var way = axis switch { DumbbellAxis.Along => new Vector3(1, 0, 0), DumbbellAxis.Across => Vector3.UnitZ, _ => Vector3.UnitY };
        var (a, b) = (hand.At(way.X * 0.058f, way.Y * 0.058f, way.Z * 0.058f), hand.At(-way.X * 0.058f, -way.Y * 0.058f, -way.Z * 0.058f));
        var radii = new Vector3(0.038f) - (way * 0.018f);
        return new SolidGroup(middle, false,
        [
            Rod(Paint.Steel, a, b, 0.011f),
            new Solid(Paint.Iron, Ellipsoid.At(hand with { From = a }, Vector3.Zero, radii)),
            new Solid(Paint.Iron, Ellipsoid.At(hand with { From = b }, Vector3.Zero, radii)),
        ]);
    }

    private static SolidGroup Kettlebell(Vector3 hands, float drop)
    {
        var bell = hands - new Vector3(0, drop, 0);
        var (left, right) = (hands - (Vector3.UnitX * 0.036f), hands + (Vector3.UnitX * 0.036f));
        return new SolidGroup(hands, false,
        [
            Rod(Paint.Iron, left, bell - (Vector3.UnitX * 0.03f), 0.011f), Rod(Paint.Iron, right, bell + (Vector3.UnitX * 0.03f), 0.011f),
            Rod(Paint.Iron, left, right, 0.011f),
            new Solid(Paint.Iron, Ellipsoid.Sphere(bell, 0.055f)),
        ]);
    }

    private static IEnumerable<SolidGroup> Barbell(Vector3 middle, Vector3 bar, Camera camera)
    {
        yield return new SolidGroup(bar, false, [Rod(Paint.Steel, middle - (Vector3.UnitZ * 0.52f), middle + (Vector3.UnitZ * 0.52f), 0.009f)]);
        foreach (var side in Body.Sides)
        {
            var at = middle + (Vector3.UnitZ * Body.Sign(side) * PlateAt);
            yield return new SolidGroup(at + (camera.TowardsViewer * Body.Sign(side) * 0.1f), side == Side.Left,
            [
                new Solid(Paint.Plate, Disc(at - (Vector3.UnitZ * 0.014f), PlateRadius), Disc(at + (Vector3.UnitZ * 0.014f), PlateRadius)),
                new Solid(Paint.Iron, Disc(at + (Vector3.UnitZ * 0.014f), PlateRadius * 0.86f)),
                new Solid(Paint.Plate, Disc(at + (Vector3.UnitZ * 0.014f), PlateRadius * 0.36f)),
                Rod(Paint.Steel, at, at + (Vector3.UnitZ * 0.12f), 0.013f),
            ]);
        }
    }

    /// <summary>A loop round both legs: one strand before them, one behind, and a cuff on each.</summary>
    private static IEnumerable<SolidGroup> Loop(Body body, Func<Limb, Vector3> place, Func<Limb, Quaternion> turn, float girth, Camera camera)
    {
        var (right, left) = (body.Leg(Side.Right), body.Leg(Side.Left));
        foreach (var way in (float[])[-1, 1])
        {
            var (from, to) = (place(right) + Vector3.Transform(Vector3.UnitX * way * girth * 0.8f, turn(right)),
                place(left) + Vector3.Transform(Vector3.UnitX * way * girth * 0.8f, turn(left)));
            var nearer = camera.Depth(Vector3.Transform(Vector3.UnitX * way, turn(right))) > 0;
            yield return new SolidGroup(((from + to) / 2) + (camera.TowardsViewer * (nearer ? 0.3f : -0.3f)), false, [Rod(Paint.Band, from, to, 0.0095f)]);
        }
        foreach (var side in Body.Sides) yield return Cuff(body, side, place(body.Leg(side)), turn(body.Leg(side)), girth, camera);
    }

    private static IEnumerable<SolidGroup> AnchoredBand(Body body, Vector3 anchor, Camera camera)
    {
        var leg = body.Leg(Side.Right);
        var ankle = leg.Lower.At(0, -0.215f, 0);
        yield return Cuff(body, Side.Right, ankle, leg.LowerTurn, 0.027f, camera);
        yield return new SolidGroup(ankle - (camera.TowardsViewer * 0.01f), false, [Rod(Paint.Band, ankle, anchor, 0.0095f)]);
        yield return new SolidGroup(anchor, false,
            [Rod(Paint.Iron, anchor with { Y = 0.02f }, anchor with { Y = 0.24f }, 0.02f),
                Rod(Paint.Band, anchor, anchor + new Vector3(0, 0.001f, 0), 0.0255f)]);
    }

    /// <summary>From both hands to a post.</summary>
    private static IEnumerable<SolidGroup> HandBand(Body body, Vector3 anchor, Camera camera)
    {
        foreach (var side in Body.Sides)
        {
            var hand = body.Arm(side).End;
            yield return new SolidGroup(hand + (camera.TowardsViewer * (side == Side.Right ? 0.01f : -0.01f)), false, [Rod(Paint.Band, hand, anchor, 0.0085f)]);
        }
        yield return new SolidGroup(anchor, false,
            [Rod(Paint.Iron, anchor with { Y = 0.02f }, anchor + new Vector3(0, 0.08f, 0), 0.018f),
                Rod(Paint.Band, anchor, anchor + new Vector3(0, 0.001f, 0), 0.0245f)]);
    }

    private static SolidGroup AnkleStrap(Body body, Camera camera)
    {
        var middle = (body[Joint.RightFoot] + body[Joint.LeftFoot]) / 2;
        var (right, left) = (middle + new Vector3(0.02f, 0.03f, 0.14f), middle + new Vector3(0.02f, 0.03f, -0.14f));
        return new SolidGroup(middle + (camera.TowardsViewer * 0.2f), false,
            [Rod(Paint.Band, right, left, 0.013f), Rod(Paint.Iron, right, right with { Y = 0.01f }, 0.011f),
                Rod(Paint.Iron, left, left with { Y = 0.01f }, 0.011f)]);
    }

    private static SolidGroup Towel(Body body)
    {
        var (x, z) = (Vector3.UnitX * 0.1f, Vector3.UnitZ * 0.17f);
        var heels = UnderFeet(body) with { Y = 0.006f };
        return new SolidGroup(heels - Vector3.UnitZ, false, [Face(Paint.Band, heels - x - z, heels + x - z, heels + x + z, heels - x + z)]);
    }

    private static SolidGroup Cuff(Body body, Side side, Vector3 place, Quaternion turn, float girth, Camera camera) =>
        new(Flesh.Leg(body, side).Middle + (camera.TowardsViewer * 0.055f), side == Side.Left,
            [new Solid(Paint.Band, Ellipsoid.At(new Segment(place, turn), Vector3.Zero, new Vector3(girth, 0.012f, girth)))]);

    private static Vector3 UnderFeet(Body body) => (body.Leg(Side.Right).Tip.At(Body.Heel.X, 0, 0) + body.Leg(Side.Left).Tip.At(Body.Heel.X, 0, 0)) / 2;

    private static Vector3 Shins(Body body) => (body.Leg(Side.Right).Lower.At(0, -0.2f, 0) + body.Leg(Side.Left).Lower.At(0, -0.2f, 0)) / 2;

    private static Vector3 Middle(Limb right, Limb left) => (right.Middle + right.End + left.Middle + left.End) / 4;

    private static Vector3 Hands(Body body) => (body[Joint.RightHand] + body[Joint.LeftHand]) / 2;

    private static Segment AtChest(Body body) => new(Hands(body), Quaternion.Identity);

    private static Vector3 InHand(Body body, Side side, Camera camera) => Flesh.Arm(body, side).Middle - (camera.TowardsViewer * 0.002f);

    private static Ellipsoid Disc(Vector3 centre, float radius) => new(centre, Vector3.UnitX * radius, Vector3.UnitY * radius, Vector3.UnitZ * 0.001f);

    private static Solid Rod(Paint paint, Vector3 from, Vector3 to, float radius) => new(paint, Ellipsoid.Sphere(from, radius), Ellipsoid.Sphere(to, radius));
}
