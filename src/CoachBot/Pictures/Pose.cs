using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Pictures;

internal enum View
{
    Side,
    Front,
}

/// <summary>A place in the picture plane, in body heights: x to the right, y up, the floor at 0.</summary>
[JsonConverter(typeof(PointConverter))]
internal readonly record struct Point(float X, float Y);

/// <summary>Where the joints are at the start and at the end of a movement. Both stand on the same floor and share one origin.</summary>
/// <param name="Start">By joint. From the side: <c>hip</c>, <c>shoulder</c>, <c>head</c>, then <c>kneeN</c> (near) and <c>kneeF</c> (far) and so on. From the front R and L, as the viewer sees them.</param>
internal sealed record Pose(
    View View,
    IReadOnlyDictionary<string, Point> Start,
    IReadOnlyDictionary<string, Point> End,
    IReadOnlyList<Prop> Props,
    string? Note)
{
    /// <summary>A position that is only held: there is no way from one to the other to show.</summary>
    [JsonIgnore]
    public bool Held => Start.Count == End.Count && Start.All(joint => End.TryGetValue(joint.Key, out var there) && there == joint.Value);
}

/// <summary>A thing in the picture.</summary>
/// <param name="Type">band, dumbbell, box, ball, roller, kettlebell, barbell, wall or medicine-ball.</param>
/// <param name="R">Radius in body heights, of what is round.</param>
/// <param name="At">The joint it is held at.</param>
/// <param name="Under">The joint that rests on it.</param>
/// <param name="Behind">The joint that it stands behind.</param>
/// <param name="From">A band's one end, a joint.</param>
/// <param name="To">A band's other end: a joint, or an anchor (<c>anchor-front</c>, <c>-behind</c>, <c>-left</c>, <c>-right</c>).</param>
internal sealed record Prop(
    string Type,
    float R = 0,
    string? At = null,
    string? Under = null,
    string? Behind = null,
    string? From = null,
    string? To = null);

/// <summary>Reads <c>[x, y]</c>.</summary>
internal sealed class PointConverter : JsonConverter<Point>
{
    public override Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var x = reader.GetSingle();
        reader.Read();
        var y = reader.GetSingle();
        reader.Read();
        return new Point(x, y);
    }

    public override void Write(Utf8JsonWriter writer, Point value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteEndArray();
    }
}
