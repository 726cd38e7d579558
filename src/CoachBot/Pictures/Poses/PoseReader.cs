using System.Text.Json;

namespace CoachBot.Pictures;

/// <summary>Reads a pose as the catalogue writes it.</summary>
internal static class PoseReader
{
    public static Pose Read(JsonElement json) => new(
        json.GetProperty("view").As<View>(),
        json.GetProperty("moves").As<Joint>(),
        json.List("on", on => new Support(on.GetProperty("part").As<Part>(), on.Real("height"))),
        ReadPosture(json.GetProperty("start")),
        ReadPosture(json.GetProperty("end")),
        ReadWords(json.GetProperty("words")),
        json.Optional("feet", ReadFeet),
        json.Real("feetOn"),
        json.Flag("rolls"),
        json.Optional("hands", ReadHands),
        json.Flag("held"),
        json.Optional("props", props => props.List(ReadProp)),
        json.Optional("fault", ReadFault));

    private static Posture ReadPosture(JsonElement json) => new(
        json.Real("lean"), json.Real("tilt"), json.Real("turn"), json.Real("roll"), json.Real("bend"), json.Real("side"), json.Real("twist"), json.Real("nod"),
        ReadPair(json, "hip"), ReadPair(json, "spread"), ReadPair(json, "turnOut"), ReadPair(json, "knee"), ReadPair(json, "ankle"),
        ReadPair(json, "shoulder"), ReadPair(json, "armOut"), ReadPair(json, "armTurn"), ReadPair(json, "elbow"));

    private static Pair ReadPair(JsonElement json, string field) =>
        json.TryGetProperty(field, out var pair) ? new Pair(pair[0].GetSingle(), pair[1].GetSingle()) : default;

    private static PoseWords ReadWords(JsonElement json) => new(json.Text("start"), json.Text("end"), json.Text("moves"));

    private static Sole[] ReadFeet(JsonElement json) => json.List(foot => foot.As<Sole>());

    private static Hold[] ReadHands(JsonElement json) => json.List(hand => hand.As<Hold>());

    private static Prop ReadProp(JsonElement json) => new(
        json.GetProperty("kind").As<PropKind>(), json.Real("radius"), json.TryGetProperty("axis", out var axis) ? axis.As<DumbbellAxis>() : default, json.Flag("left"));

    private static PoseFault ReadFault(JsonElement json) => new(
        json.GetProperty("view").As<View>(),
        json.GetProperty("mark").As<Joint>(),
        ReadPosture(json.GetProperty("wrong")),
        json.Text("wrongWords"),
        json.Text("rightWords"),
        json.Flag("belt"),
        json.Optional("feet", ReadFeet),
        json.Optional("hands", ReadHands));
}
