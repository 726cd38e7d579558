using System.Numerics;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Tests.Bodies;

/// <summary>What holds for a human body holds for every one that is drawn, at every moment.</summary>
public sealed class BodyTests
{
    private const float Degrees = 180 / MathF.PI;

    [Fact]
    public void NoLimbEverChangesItsLength() => Assert.All(Drawn.Bodies(), drawn =>
    {
        foreach (var side in Body.Sides)
        {
            var (leg, arm) = (drawn.Body.Leg(side), drawn.Body.Arm(side));
            Near(Body.Thigh, Vector3.Distance(leg.Root, leg.Middle));
            Near(Body.Shank, Vector3.Distance(leg.Middle, leg.End));
            Near(Body.UpperArm, Vector3.Distance(arm.Root, arm.Middle));
            Near(Body.Forearm, Vector3.Distance(arm.Middle, arm.End));
        }
        Near(0.1f, Vector3.Distance(drawn.Body[Joint.RightHip], drawn.Body[Joint.LeftHip]));
        Near(0.192f, Vector3.Distance(drawn.Body.Arm(Side.Right).Root, drawn.Body.Arm(Side.Left).Root));
        Near(0.0973f, Vector3.Distance(drawn.Body.Neck.From, drawn.Body.Head.From));

        void Near(float expected, float actual) => Assert.True(MathF.Abs(expected - actual) < 0.001f, $"{drawn.Name}: {actual} instead of {expected}");
    });

    [Fact]
    public void NoJointBendsFurtherThanAHumanJoint() => Assert.All(Drawn.Bodies(), drawn =>
    {
        foreach (var side in Body.Sides)
        {
            var (leg, arm, sign) = (drawn.Body.Leg(side), drawn.Body.Arm(side), Body.Sign(side));
            Within(0, 140, Bent(leg), "knee");
            Within(0, 152, Bent(arm), "elbow");
            var thigh = Inside(drawn.Body.Pelvis.Turn, leg.Middle - leg.Root);
            Within(-30, 125, MathF.Atan2(thigh.X, -thigh.Y) * Degrees, "hip, forward");
            Within(-32, 50, MathF.Asin(sign * thigh.Z) * Degrees, "hip, outward");
            var upperArm = Inside(drawn.Body.Chest.Turn, arm.Middle - arm.Root);
            Within(-62, 110, MathF.Asin(Math.Clamp(sign * upperArm.Z, -1, 1)) * Degrees, "shoulder, outward");
            var foot = Inside(leg.LowerTurn, Vector3.Transform(Vector3.UnitX, leg.TipTurn));
            Within(-62, 35, MathF.Atan2(foot.Y, foot.X) * Degrees, "ankle");
            Within(-35, 35, MathF.Asin(Math.Clamp(foot.Z, -1, 1)) * Degrees, "foot, sideways");
        }
        var waist = Quaternion.Conjugate(drawn.Body.Pelvis.Turn) * drawn.Body.Chest.Turn;
        Within(0, 90, 2 * MathF.Acos(Math.Min(1, MathF.Abs(waist.W))) * Degrees, "back");

        void Within(float least, float most, float angle, string joint) =>
            Assert.True(angle >= least - 1 && angle <= most + 1, $"{drawn.Name}: {joint} at {angle} degrees");
    });

    [Fact]
    public void HalfwayIsHalfTheAngle()
    {
        var start = new Posture(Lean: 10, Knee: new Pair(0, 20));
        var end = new Posture(Lean: 30, Knee: new Pair(90, 40));
        Assert.Equal(new Posture(Lean: 20, Knee: new Pair(45, 30)), start.Towards(end, 0.5f));
    }

    [Fact]
    public void UprightStandsOneBodyHeightTallAndFacesThePicturesRight()
    {
        var body = new Body(new Posture());
        var top = Drawn.Flesh(body).Max(solid => solid.Farthest(Vector3.UnitY).Y);
        var bottom = Drawn.Flesh(body).Min(solid => solid.Lowest);
        Assert.InRange(top - bottom, 0.95f, 1.03f);
        Assert.True(body[Joint.RightToes].X > body[Joint.RightFoot].X);
        Assert.True(body[Joint.RightHip].Z > body[Joint.LeftHip].Z);
    }

    [Theory]
    [InlineData(0.3f)]
    [InlineData(0.05f)]
    [InlineData(0.9f)]
    public void AHandThatIsPutSomewhereGetsThereOrAsNearAsTheArmIsLong(float away)
    {
        var body = new Body(new Posture());
        var shoulder = body.Arm(Side.Right).Root;
        var place = shoulder + (Vector3.Normalize(new Vector3(1, -0.5f, 0.2f)) * away);
        body.PutHand(Side.Right, place, -Vector3.UnitY);
        Assert.InRange(Vector3.Distance(place, body[Joint.RightHand]), 0, Math.Max(0.002f, away - Body.UpperArm - Body.Forearm + 0.002f));
    }

    private static float Bent(Limb limb) =>
        MathF.Acos(Math.Clamp(Vector3.Dot(Vector3.Normalize(limb.Middle - limb.Root), Vector3.Normalize(limb.End - limb.Middle)), -1, 1)) * Degrees;

    private static Vector3 Inside(Quaternion turn, Vector3 way) => Vector3.Normalize(Vector3.Transform(way, Quaternion.Conjugate(turn)));
}
