using System.Numerics;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Tests.Bodies;

/// <summary>Bodies stand, lie and hold on: nothing floats and nothing sinks. Lengths are in body heights; a hundredth is about 2 cm.</summary>
public sealed class GroundTests
{
    private const float Hair = 0.012f;

    [Fact]
    public void NothingIsEverBelowTheFloor() => Assert.All(Drawn.Bodies(), drawn =>
        Assert.True(Drawn.Flesh(drawn.Body).Min(solid => solid.Lowest) > -Hair, $"{drawn.Name}: {Drawn.Flesh(drawn.Body).Min(solid => solid.Lowest)}"));

    [Fact]
    public void TheSupportsTouchTheGroundAtEveryMoment() => Assert.All(Drawn.Exercises, e =>
    {
        var movement = new Movement(e.Pose);
        foreach (var t in Drawn.Moments)
            foreach (var support in e.Pose.On)
            {
                var lowest = Flesh.Of(movement.At(t), support.Part).Min(solid => solid.Lowest);
                // Off the ground the toes point down again.
                if (e.Pose.Hop * t > Hair) Assert.InRange(lowest, Hair, support.Height + (e.Pose.Hop * t) + Hair);
                else Near(support.Height + (e.Pose.Hop * t), lowest, $"{e.Id} at {t}, {support.Part}");
            }
    });

    [Fact]
    public void AKeptFootNeitherSlidesNorLifts() => Assert.All(Drawn.Exercises, e =>
    {
        var movement = new Movement(e.Pose);
        foreach (var side in Body.Sides)
        {
            var sole = e.Pose.Feet?[(int)side] ?? Sole.Free;
            if (sole is not (Sole.Flat or Sole.Toes or Sole.Heel or Sole.Laces)) continue;
            foreach (var t in Drawn.Moments)
            {
                Near(e.Pose.FeetOn[side], Drawn.Foot(movement.At(t), side), $"{e.Id} at {t}, {side}");
                if (!e.Pose.Rolls) Near(0, Away(movement.Start, movement.At(t), side, sole), $"{e.Id} at {t}, {side} slides");
            }
        }
    });

    [Fact]
    public void AFootThatStepsIsOnTheGroundBeforeAndAfter() => Assert.All(Drawn.Exercises, e =>
    {
        foreach (var side in Body.Sides.Where(side => e.Pose.Feet?[(int)side] is Sole.Steps or Sole.Level))
            foreach (var body in (Body[])[new Movement(e.Pose).Start, new Movement(e.Pose).End])
                Near(0, Drawn.Foot(body, side), $"{e.Id}, {side}");
    });

    [Fact]
    public void AFootThatLandsIsOnTheGroundAtTheEnd() => Assert.All(Drawn.Exercises, e =>
    {
        foreach (var side in Body.Sides.Where(side => e.Pose.Feet?[(int)side] is Sole.Lands))
            Near(0, Drawn.Foot(new Movement(e.Pose).End, side), $"{e.Id}, {side}");
    });

    [Fact]
    public void AHandThatIsKeptStaysWhereItWas() => Assert.All(Drawn.Exercises, e =>
    {
        var movement = new Movement(e.Pose);
        foreach (var side in Body.Sides.Where(side => e.Pose.Hands?[(int)side] is Hold.Kept))
            foreach (var t in Drawn.Moments)
                Near(0, Vector3.Distance(movement.Start.Arm(side).End, movement.At(t).Arm(side).End), $"{e.Id} at {t}, {side}");
    });

    [Fact]
    public void HandsAreOnWhatTheyHold() => Assert.All(Drawn.Exercises, e =>
    {
        foreach (var t in Drawn.Moments)
        {
            var body = new Movement(e.Pose).At(t);
            foreach (var side in Body.Sides)
            {
                var hand = body.Arm(side).End;
                var away = e.Pose.Hands?[(int)side] switch
                {
                    Hold.Hip => Vector3.Distance(hand, body.Pelvis.At(0.03f, 0.062f, Body.Sign(side) * 0.098f)),
                    Hold.Support => Vector3.Distance(hand, Ground.SupportTop(side)),
                    Hold.Floor => MathF.Abs(hand.Y - 0.02f),
                    Hold.Ball => MathF.Abs(Vector3.Distance(hand, (body[Joint.RightHand] + body[Joint.LeftHand]) / 2) - 0.075f),
                    _ => 0,
                };
                Near(0, away, $"{e.Id} at {t}, {side} hand");
            }
        }
    });

    [Fact]
    public void ASeatIsUnderTheHipsAtTheEnd() => Assert.All(Drawn.Exercises.Where(e => e.Pose.Props?.Any(p => p.Kind == PropKind.Seat) == true), e =>
    {
        var movement = new Movement(e.Pose);
        var seat = Props.Of(new Prop(PropKind.Seat), movement.End, movement.End, Camera.For(View.Side)).Single();
        var top = seat.Solids.Max(solid => solid.Farthest(Vector3.UnitY).Y);
        Near(top, Flesh.Of(movement.End, Part.LeftHip).Min(solid => solid.Lowest), e.Id);
        Assert.InRange(top, 0.2f, 0.36f);
        Assert.True(movement.Start[Joint.Pelvis].Y > top + 0.1f);
    });

    [Fact]
    public void ABoxOrBenchIsAsHighAsWhatLiesOnItAllTheTime() => Assert.All(Drawn.Exercises, e =>
    {
        var movement = new Movement(e.Pose);
        foreach (var prop in (e.Pose.Props ?? []).Where(prop => prop.Kind is PropKind.Box or PropKind.Bench))
        {
            var box = Props.Of(prop, movement.End, movement.End, Camera.For(e.Pose.View)).Single();
            var top = box.Solids.Max(solid => solid.Farthest(Vector3.UnitY).Y);
            foreach (var t in Drawn.Moments) Near(top, Flesh.Of(movement.At(t), prop.Under!.Value).Min(solid => solid.Lowest), $"{e.Id} at {t}");
        }
    });

    [Fact]
    public void TwoSupportsAtDifferentHeightsAreBothTouched()
    {
        var pose = Drawn.Find("ball-plank").Pose;
        var body = new Movement(pose).End;
        Assert.Equal(0.32f, Flesh.Of(body, Part.Forearms).Min(solid => solid.Lowest), 2);
        Assert.Equal(0, Flesh.Of(body, Part.Toes).Min(solid => solid.Lowest), 2);
    }

    private static float Away(Body from, Body to, Side side, Sole sole)
    {
        var joint = (side, sole) switch
        {
            (Side.Right, Sole.Toes) => Joint.RightToes,
            (Side.Left, Sole.Toes) => Joint.LeftToes,
            (Side.Right, _) => Joint.RightFoot,
            _ => Joint.LeftFoot,
        };
        return Vector3.Distance(from[joint] with { Y = 0 }, to[joint] with { Y = 0 });
    }

    private static void Near(float expected, float actual, string what) =>
        Assert.True(MathF.Abs(expected - actual) <= Hair, $"{what}: {actual} instead of {expected}");
}
