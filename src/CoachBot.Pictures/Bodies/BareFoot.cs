using System.Numerics;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Bodies;

/// <summary>The left foot without its shoe, with a sole that can be drawn up and toes that can curl.</summary>
internal static class BareFoot
{
    private const float Lift = 0.019f;
    private const float Shortens = 0.011f;

    public static Vector3 Arch(Body body) => Sole(body).Centre - new Vector3(0, 0.008f, 0);

    public static SolidGroup Of(Body body)
    {
        var leg = body.Leg(Side.Left);
        var (drawn, curled) = (Math.Max(0, body.Arch), Math.Max(0, -body.Arch));
        var ankle = Ellipsoid.Sphere(leg.End, 0.022f);
        var heel = At(-0.022f, -0.021f, 0.021f, 0.019f);
        var instep = At(0.016f, -0.004f + (0.004f * drawn), 0.018f, 0.014f);
        var ball = At(0.064f - (Shortens * drawn), -0.029f, 0.016f, 0.011f);
        var knuckle = At(BallX() + 0.017f, -0.031f + (0.016f * curled), 0.011f, 0.009f);
        var tip = At(BallX() + 0.034f - (0.008f * curled), -0.032f + (0.001f * curled), 0.01f, 0.008f);
        Solid[] solids =
        [
            new(Paint.Skin, Ellipsoid.Sphere(leg.Lower.At(0, -0.14f, 0), 0.03f), ankle),
            new(Paint.Shorts, Ellipsoid.Sphere(leg.Lower.At(0, -0.11f, 0), 0.036f), Ellipsoid.Sphere(leg.Lower.At(0, -0.15f, 0), 0.034f)),
            new(Paint.Skin, ankle, heel), new(Paint.Skin, ankle, instep), new(Paint.Skin, heel, instep), new(Paint.Skin, instep, ball),
            new(Paint.Skin, heel, Sole(body)), new(Paint.Skin, Sole(body), ball), new(Paint.Skin, Sole(body), instep),
            new(Paint.Skin, ball, knuckle), new(Paint.Skin, knuckle, tip),
        ];
        return new SolidGroup(leg.End, Far: false, solids);

        float BallX() => 0.064f - (Shortens * drawn);
        Ellipsoid At(float x, float y, float length, float height) => Ellipsoid.At(leg.Tip, new(x, y, 0), new(length, height, 0.02f));
    }

    private static Ellipsoid Sole(Body body) =>
        Ellipsoid.At(body.Leg(Side.Left).Tip, new(0.022f, -0.032f + (Lift * Math.Max(0, body.Arch)), 0), new(0.02f, 0.008f, 0.02f));
}
