using CoachBot.Pictures.Bodies;
using CoachBot.Pictures.Drawing;
using CoachBot.Pictures.Poses;

namespace CoachBot.Pictures.Tests.Poses;

public sealed class PictureWordsTests
{
    private static readonly PictureWords English = PictureWords.In("en");

    private static IEnumerable<(DrawnExercise Exercise, string Text)> All => Drawn.Exercises.SelectMany(e => ((string?[])[
        English.Card(e.Name, e.Pose), English.Motion(e.Name, e.Pose), e.Pose.Fault is { } fault ? English.Fault(e.Name, e.FirstFault, fault) : null])
        .OfType<string>().Select(text => (e, text)));

    [Fact]
    public void NoneIsLongerThanDiscordTakesAndNoTwoAreTheSame()
    {
        Assert.All(All, told => Assert.InRange(told.Text.Length, 60, 1024));
        Assert.Equal(All.Count(), All.Select(told => told.Text).Distinct().Count());
    }

    [Fact]
    public void ACardTellsStartEndEquipmentAndWhatMoves() => Assert.Equal(
        "Two drawings of the Box squat (sit-to-stand), seen from the side. Start: standing tall just in front of a bench. "
        + "End: seat lightly touching the bench, trunk leaning "
        + "forward, arms reaching ahead, heels down. What moves: the hips go back and down to the bench, then up again. Equipment: a box or bench.",
        English.Card("Box squat (sit-to-stand)", Drawn.Find("box-squat").Pose));

    [Fact]
    public void AFaultNamesTheFaultAndSaysWhichIsWrong()
    {
        var squat = Drawn.Find("bodyweight-squat");
        var alt = English.Fault(squat.Name, squat.FirstFault, squat.Pose.Fault!);
        Assert.Contains("Knees collapse inward", alt);
        Assert.Contains("Wrong, marked with a cross: the knees fall inward", alt);
        Assert.Contains("Right, marked with a tick", alt);
    }

    [Fact]
    public void EveryPhraseIsAPhrase() => Assert.All(
        Drawn.Exercises.SelectMany(e =>
            (string?[])[e.Pose.Words.Start, e.Pose.Words.End, e.Pose.Words.Moves, e.Pose.Fault?.WrongWords, e.Pose.Fault?.RightWords])
            .OfType<string>(),
        phrase => Assert.Matches("^[a-z].*[^.]$", phrase));

    [Fact]
    public void EquipmentInThePictureIsInTheExercisesList()
    {
        (PropKind Kind, string Word)[] words =
        [
            (PropKind.BallUnderFeet, "ball"), (PropKind.BallUnderForearms, "ball"), (PropKind.RollerUnderFeet, "roller"),
            (PropKind.RollerUnderShins, "roller"), (PropKind.Kettlebell, "kettlebell"),
            (PropKind.KettlebellAtChest, "kettlebell"), (PropKind.Dumbbells, "dumbbells"), (PropKind.Dumbbell, "dumbbells"),
            (PropKind.DumbbellAtChest, "dumbbell"), (PropKind.BarInHands, "barbell"),
            (PropKind.BarOnBack, "barbell"), (PropKind.MedicineBall, "medicine ball"), (PropKind.BandRoundAnkles, "band"),
            (PropKind.BandRoundKnees, "band"), (PropKind.BandFromFront, "theraband"),
            (PropKind.BandFromBehind, "theraband"), (PropKind.BandFromLeft, "theraband"), (PropKind.BandFromRight, "theraband"), (PropKind.Wall, "wall"),
            (PropKind.Seat, "b"), (PropKind.Support, "fingertips"), (PropKind.Mat, "mat"),
            (PropKind.Box, "step,bench"), (PropKind.Bench, "bench"), (PropKind.AnkleStrap, "strap"), (PropKind.Towel, "towel"),
            (PropKind.HandBandFromFront, "theraband"), (PropKind.HandBandFromRight, "theraband"),
        ];
        Assert.All(Drawn.Exercises, e => Assert.All(e.Pose.Props ?? [], prop =>
            Assert.Contains(words.Single(w => w.Kind == prop.Kind).Word.Split(','), word =>
                string.Join(' ', e.Equipment).Contains(word, StringComparison.Ordinal))));
    }
}
