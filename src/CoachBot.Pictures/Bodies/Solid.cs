using System.Numerics;

namespace CoachBot.Pictures.Bodies;

/// <summary>An ellipsoid, by its three half axes.</summary>
internal sealed record Ellipsoid(Vector3 Centre, Vector3 A, Vector3 B, Vector3 C)
{
    public static Ellipsoid Sphere(Vector3 centre, float radius) => new(centre, Vector3.UnitX * radius, Vector3.UnitY * radius, Vector3.UnitZ * radius);

    public static Ellipsoid At(Segment segment, Vector3 offset, Vector3 radii) => new(
        segment.At(offset.X, offset.Y, offset.Z),
        Vector3.Transform(Vector3.UnitX * radii.X, segment.Turn),
        Vector3.Transform(Vector3.UnitY * radii.Y, segment.Turn),
        Vector3.Transform(Vector3.UnitZ * radii.Z, segment.Turn));

    /// <summary>How far it reaches from its centre in a direction of length 1.</summary>
    public float Reach(Vector3 direction)
    {
        var (a, b, c) = (Vector3.Dot(A, direction), Vector3.Dot(B, direction), Vector3.Dot(C, direction));
        return MathF.Sqrt((a * a) + (b * b) + (c * c));
    }

    public Vector3 Farthest(Vector3 direction) =>
        Centre + (((A * Vector3.Dot(A, direction)) + (B * Vector3.Dot(B, direction)) + (C * Vector3.Dot(C, direction))) / Reach(direction));
}

internal enum Paint
{
    Skin,
    Hair,
    Shirt,
    Shorts,
    Shoe,
    Floor,
    Mat,
    Shadow,
    Band,
    Iron,
    Steel,
    Plate,
    WoodTop,
    WoodFront,
    WoodSide,
    WallFace,
    WallEdge,
    Rubber,
    RubberSide,
    Leather,
}

/// <summary>What lies between ellipsoids: a thigh between the hip and the knee, a chest between the ribs and the shoulders.</summary>
internal sealed record Solid(Paint Paint, params Ellipsoid[] Ends)
{
    public Vector3 Farthest(Vector3 direction)
    {
        var (farthest, most) = (0, float.MinValue);
        for (var i = 0; i < Ends.Length; i++)
        {
            var far = Vector3.Dot(Ends[i].Centre, direction) + Ends[i].Reach(direction);
            if (far > most) (farthest, most) = (i, far);
        }
        return Ends[farthest].Farthest(direction);
    }

    public float Lowest => Ends.Min(end => end.Centre.Y - end.Reach(Vector3.UnitY));
}

/// <summary>Solids that are drawn together, without a line between them.</summary>
/// <param name="Middle">Decides what is in front of what.</param>
internal sealed record SolidGroup(Vector3 Middle, bool Far, IReadOnlyList<Solid> Solids);
