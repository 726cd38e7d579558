using System.Numerics;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Drawing;

/// <summary>A pose from its start to its end, seen from somewhere: every moment between is bent afresh from its angles.</summary>
internal sealed class Movement
{
    private const int WaySteps = 16;
    private const float Around = 0.07f;

    private readonly Pose pose;
    private readonly Ground standing;
    private readonly Solid floor;

    public Movement(Pose pose)
    {
        this.pose = pose;
        Camera = Camera.For(pose.View);
        standing = new Ground(pose, pose.Start, pose.End);
        Start = At(0);
        End = At(1);
        floor = Floor(pose, [Start, At(0.5f), End]);
    }

    public Camera Camera { get; }

    /// <summary>One looks at a foot alone.</summary>
    public bool IsNear => pose.View == View.Foot;

    public Body Start { get; }

    public Body End { get; }

    /// <param name="t">0 is the start, 1 the end.</param>
    public Body At(float t) => standing.Put(pose.Start.Towards(pose.End, t), t);

    public Scene Scene(Body body, float breath = 0) => new(pose, pose.View, body, End, floor, breath);

    /// <summary>The way of what moves, from the start to the end.</summary>
    public IReadOnlyList<Vector3> Way => [.. Enumerable.Range(0, WaySteps + 1).Select(i => At((float)i / WaySteps)[pose.Moves])];

    public static Solid Floor(Pose pose, IReadOnlyList<Body> bodies)
    {
        var near = pose.View == View.Foot;
        SolidGroup[] GroupsOf(Body body) => near
            ? [BareFoot.Of(body)]
            :
            [
                Flesh.Trunk(body),
                Flesh.Head(body, Vector3.UnitX),
                .. Body.Sides.SelectMany(side => (SolidGroup[])[Flesh.Leg(body, side), Flesh.Arm(body, side)]),
            ];

        var solids = bodies.SelectMany(GroupsOf).SelectMany(group => group.Solids).ToArray();
        var around = Around / Camera.Zoom(pose.View);
        var low = new Vector3(solids.Min(s => s.Farthest(-Vector3.UnitX).X), 0, solids.Min(s => s.Farthest(-Vector3.UnitZ).Z));
        var high = new Vector3(solids.Max(s => s.Farthest(Vector3.UnitX).X), 0, solids.Max(s => s.Farthest(Vector3.UnitZ).Z));
        var paint = pose.Props?.Any(prop => prop.Kind == PropKind.Mat) == true ? Paint.Mat : Paint.Floor;
        return new Solid(paint,
            [.. ((Vector3[])[low, low with { X = high.X }, high, high with { X = low.X }])
                .Select(corner => new Ellipsoid(corner, Vector3.UnitX * around, Vector3.Zero, Vector3.UnitZ * around))]);
    }
}
