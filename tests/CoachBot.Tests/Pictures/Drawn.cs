using CoachBot.Exercises;
using CoachBot.Pictures;

namespace CoachBot.Tests.Pictures;

/// <summary>The catalogue's poses, and every body that a picture of them shows.</summary>
internal static class Drawn
{
    public static Catalogue Catalogue { get; } = new();

    public static IReadOnlyList<Exercise> Exercises => Catalogue.Exercises;

    public static IReadOnlyList<Exercise> WithFault { get; } = [.. Catalogue.Exercises.Where(e => e.Pose.Fault is not null)];

    /// <summary>Eleven moments of a movement, its ends among them.</summary>
    public static IReadOnlyList<float> Moments { get; } = [.. Enumerable.Range(0, 11).Select(i => i / 10f)];

    /// <summary>Every moment of every movement, and every fault with the position beside it.</summary>
    public static IEnumerable<(string Name, Body Body)> Bodies()
    {
        foreach (var exercise in Exercises)
        {
            var movement = new Movement(exercise.Pose);
            foreach (var t in Moments) yield return ($"{exercise.Id} at {t}", movement.At(t));
            if (exercise.Pose.Fault is { } fault) yield return ($"{exercise.Id}, fault", FaultCard.Bodies(exercise.Pose, fault).Wrong);
        }
    }

    public static IEnumerable<Solid> Flesh(Body body) =>
        ((SolidGroup[])[CoachBot.Pictures.Flesh.Trunk(body), CoachBot.Pictures.Flesh.Head(body, System.Numerics.Vector3.UnitX),
            .. Body.Sides.SelectMany(side => (SolidGroup[])[CoachBot.Pictures.Flesh.Leg(body, side), CoachBot.Pictures.Flesh.Arm(body, side)])]).SelectMany(group => group.Solids);

    public static float Foot(Body body, Side side) =>
        CoachBot.Pictures.Flesh.Of(body, side == Side.Right ? Part.RightFoot : Part.LeftFoot).Min(solid => solid.Lowest);
}
