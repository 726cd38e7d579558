using System.Numerics;
using CoachBot.Pictures.Poses;
using SkiaSharp;

namespace CoachBot.Pictures.Drawing;

/// <summary>Looks at space from far away, so that nothing grows or shrinks with its distance.</summary>
internal sealed class Camera
{
    private readonly Vector3 right;
    private readonly Vector3 up;
    private readonly Vector3 order;

    /// <param name="around">Degrees from the body's right side towards its front.</param>
    /// <param name="above">Degrees above the floor.</param>
    /// <param name="flat">Who stands is not further away for being lower.</param>
    private Camera(float around, float above, bool flat)
    {
        var (sinA, cosA) = MathF.SinCos(around * MathF.PI / 180);
        var (sinE, cosE) = MathF.SinCos(above * MathF.PI / 180);
        right = new Vector3(cosA, 0, -sinA);
        up = new Vector3(-sinA * sinE, cosE, -cosA * sinE);
        TowardsViewer = new Vector3(sinA * cosE, sinE, cosA * cosE);
        order = flat ? Vector3.Normalize(TowardsViewer with { Y = 0 }) : TowardsViewer;
    }

    public Vector3 TowardsViewer { get; }

    public static Camera For(View view) => view switch
    {
        View.Side => new Camera(22, 9, flat: true),
        View.Front => new Camera(88, 8, flat: true),
        View.Lying => new Camera(84, 20, flat: false),
        View.Corner => new Camera(38, 10, flat: true),
        View.Foot => new Camera(8, 6, flat: true),
        View.Feet => new Camera(88, 15, flat: false),
        _ => new Camera(84, 55, flat: false),
    };

    /// <summary>How much nearer than usual one looks.</summary>
    public static float Zoom(View view) => view == View.Foot ? 5 : 1;

    /// <summary>Right and up in the picture plane, in body heights.</summary>
    public SKPoint See(Vector3 point) => new(Vector3.Dot(point, right), Vector3.Dot(point, up));

    /// <summary>What is drawn later is nearer to the viewer.</summary>
    public float Depth(Vector3 point) => Vector3.Dot(point, order);

    /// <summary>The direction in space that is seen as this direction in the picture.</summary>
    public Vector3 Direction(float x, float y) => (right * x) + (up * y);
}
