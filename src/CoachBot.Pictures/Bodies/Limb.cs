using System.Numerics;

namespace CoachBot.Pictures.Bodies;

/// <summary>An arm or a leg: two bones that hang down from their root when nothing is bent, and a hand or a foot.</summary>
internal sealed record Limb(Vector3 Root, Quaternion UpperTurn, Quaternion LowerTurn, Quaternion TipTurn, float UpperLength, float LowerLength)
{
    public Vector3 Middle => Upper.At(0, -UpperLength, 0);

    public Vector3 End => Lower.At(0, -LowerLength, 0);

    public Segment Upper => new(Root, UpperTurn);

    public Segment Lower => new(Middle, LowerTurn);

    /// <summary>The foot, from its ankle; the hand.</summary>
    public Segment Tip => new(End, TipTurn);

    public Limb Carried(Quaternion turn, Vector3 pivot, Vector3 shift) => this with
    {
        Root = pivot + Vector3.Transform(Root - pivot, turn) + shift,
        UpperTurn = turn * UpperTurn,
        LowerTurn = turn * LowerTurn,
        TipTurn = turn * TipTurn,
    };

    /// <summary>The same bones with the end at <paramref name="target"/>, or as near as they reach.</summary>
    /// <param name="towards">The side on which the knee or elbow is.</param>
    /// <param name="bends">+1 for a knee, which bends to the front; -1 for an elbow.</param>
    public Limb Reaching(Vector3 target, Vector3 towards, float bends)
    {
        var way = target - Root;
        var distance = Math.Clamp(way.Length(), 0.02f, UpperLength + LowerLength - 0.0005f);
        var along = Vector3.Normalize(way);
        var aside = Vector3.Normalize(towards - (Vector3.Dot(towards, along) * along));
        var foot = ((UpperLength * UpperLength) - (LowerLength * LowerLength) + (distance * distance)) / (2 * distance);
        var middle = Root + (along * foot) + (aside * MathF.Sqrt(Math.Max(0, (UpperLength * UpperLength) - (foot * foot))));
        var end = Root + (along * distance);
        var hinge = Vector3.Cross(aside, along) * -bends;
        return this with { UpperTurn = Hanging(middle - Root, hinge), LowerTurn = Hanging(end - middle, hinge) };
    }

    /// <summary>The turn that points a hanging bone along <paramref name="bone"/> with its hinge, z, as given.</summary>
    private static Quaternion Hanging(Vector3 bone, Vector3 hinge)
    {
        var y = -Vector3.Normalize(bone);
        var x = Vector3.Normalize(Vector3.Cross(y, hinge));
        var z = Vector3.Cross(x, y);
        return Quaternion.CreateFromRotationMatrix(new Matrix4x4(x.X, x.Y, x.Z, 0, y.X, y.Y, y.Z, 0, z.X, z.Y, z.Z, 0, 0, 0, 0, 1));
    }
}
