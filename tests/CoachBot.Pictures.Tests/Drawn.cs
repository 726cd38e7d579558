using System.Text.Json;
using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Tests;

/// <summary>The poses of the bot's catalogue, and every body that a picture of them shows.</summary>
internal static class Drawn
{
    public static IReadOnlyList<DrawnExercise> Exercises { get; } = Read();

    public static IReadOnlyList<DrawnExercise> WithFault { get; } = [.. Exercises.Where(e => e.Pose.Fault is not null)];

    public static DrawnExercise Find(string id) => Exercises.Single(e => e.Id == id);

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
        ((SolidGroup[])[CoachBot.Pictures.Bodies.Flesh.Trunk(body), CoachBot.Pictures.Bodies.Flesh.Head(body, System.Numerics.Vector3.UnitX),
            .. Body.Sides.SelectMany(side =>
                (SolidGroup[])[CoachBot.Pictures.Bodies.Flesh.Leg(body, side),
                    CoachBot.Pictures.Bodies.Flesh.Arm(body, side)])]).SelectMany(group => group.Solids);

    public static float Foot(Body body, Side side) =>
        CoachBot.Pictures.Bodies.Flesh.Of(body, side == Side.Right ? Part.RightFoot : Part.LeftFoot).Min(solid => solid.Lowest);

    private static DrawnExercise[] Read()
    {
        using var stream = typeof(Drawn).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var catalogue = JsonDocument.Parse(stream);
        return [.. catalogue.RootElement.GetProperty("exercises").EnumerateArray().Select(json => new DrawnExercise(
            json.GetProperty("id").GetString()!, json.GetProperty("name").GetString()!, json.GetProperty("level").GetString() == "basic",
            [.. json.GetProperty("equipment").EnumerateArray().Select(thing => thing.GetString()!)],
            json.GetProperty("faults")[0].GetProperty("fault").GetString()!,
            PoseReader.Read(json.GetProperty("pose"))))];
    }
}

/// <summary>What the pictures take from an exercise.</summary>
internal sealed record DrawnExercise(string Id, string Name, bool Basic, IReadOnlyList<string> Equipment, string FirstFault, Pose Pose)
{
    /// <summary>What a failing test says.</summary>
    public override string ToString() => Id;
}
