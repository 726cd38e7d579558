namespace CoachBot.Pictures.Poses;

/// <summary>The pictures in words, for people who do not see them, from the same data that they are drawn from.</summary>
public class PictureWords
{
    private static readonly PictureWords English = new();

    /// <summary>English is the only language for now; a second one is a subclass, named here.</summary>
    /// <param name="language">As BCP 47 has it, such as <c>en-GB</c>.</param>
    public static PictureWords In(string language)
    {
        _ = language;
        return English;
    }

    public virtual string Card(string name, Pose pose) =>
        $"Two drawings of the {name}, {Seen(pose.View)}. Start: {pose.Words.Start}. End: {pose.Words.End}. What moves: {pose.Words.Moves}. {Equipment(pose)}";

    public virtual string Motion(string name, Pose pose)
    {
        var held = pose.Held ? " While the position is held, the chest breathes and a ring fills." : "";
        return $"Moving drawing of the {name}, {Seen(pose.View)}, again and again. From: {pose.Words.Start}. "
            + $"To: {pose.Words.End}, and back.{held} What moves: {pose.Words.Moves}. {Equipment(pose)}";
    }

    /// <param name="fault">What the fault is called.</param>
    public virtual string Fault(string name, string fault, PoseFault pose) =>
        $"Two drawings of the {name}, {Seen(pose.View)}: {fault}. Wrong, marked with a cross: {pose.WrongWords}. Right, marked with a tick: {pose.RightWords}.";

    protected virtual string Seen(View view) => view switch
    {
        View.Side => "seen from the side",
        View.Front => "seen from the front",
        View.Lying => "lying, seen from the front",
        View.Above => "lying, seen from the front and above",
        View.Corner => "seen from the front and the side",
        View.Foot => "one bare foot seen from its inner side",
        _ => "lying, seen from the feet",
    };

    protected virtual string Equipment(Pose pose)
    {
        var things = (pose.Props ?? []).Select(prop => Thing(prop.Kind)).ToArray();
        return $"Equipment: {(things.Length == 0 ? "none" : string.Join(", ", things))}.";
    }

    protected virtual string Thing(PropKind kind) => kind switch
    {
        PropKind.Mat => "a mat",
        PropKind.Seat or PropKind.Box or PropKind.Bench => "a box or bench",
        PropKind.AnkleStrap => "a strap that holds the ankles",
        PropKind.Towel => "a towel or sliders under the heels",
        PropKind.Wall => "a wall",
        PropKind.Support => "a chair back to hold",
        PropKind.BallUnderFeet or PropKind.BallUnderForearms => "a big stability ball",
        PropKind.RollerUnderFeet or PropKind.RollerUnderShins => "a foam roller",
        PropKind.Dumbbell or PropKind.DumbbellAtChest => "a dumbbell",
        PropKind.Dumbbells => "two dumbbells",
        PropKind.Kettlebell or PropKind.KettlebellAtChest => "a kettlebell",
        PropKind.MedicineBall => "a medicine ball",
        PropKind.BarInHands or PropKind.BarOnBack => "a barbell with plates",
        PropKind.BandRoundAnkles => "a loop band round the ankles",
        PropKind.BandRoundKnees => "a loop band above the knees",
        PropKind.HandBandFromFront or PropKind.HandBandFromRight => "a band tied to a post at chest height",
        _ => "a band tied to a post at ankle height",
    };
}
