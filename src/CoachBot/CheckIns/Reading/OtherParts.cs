namespace CoachBot.CheckIns.Reading;

/// <summary>Parts that are no exercise: a heading in the coach's own words, other training, what was not done. They are left out whole, and said so.</summary>
internal sealed class OtherParts(NameReader names)
{
    /// <returns>Null when it may be an exercise.</returns>
    public AsidePiece? Read(IReadOnlyList<Piece> part)
    {
        if (part.All(piece => piece is not NamePiece)) return null;
        var text = string.Join(' ', part.OfType<NamePiece>().Select(name => name.Text));
        if (part[0] is NamePiece first && names.SaysNotDone(first.Text)) return Whole(part, WhyLeftOut.NotDone);
        var isOther = part.OfType<NamePiece>().All(name => name.Known is null) && names.IsOtherTraining(text);
        var isTimed = part.Any(piece => piece is DosePiece) && part.OfType<NamePiece>().All(name => NameReader.IsHeading(name.Text));
        return isOther || isTimed ? Whole(part, WhyLeftOut.NoPlace) : null;
    }

    /// <summary>"Mon:", "Coach Kim's plan:", "20 min arms:": nobody is called so, and an exercise follows.</summary>
    /// <param name="next">The part behind the colon.</param>
    public AsidePiece? ReadHeading(IReadOnlyList<Piece> part, IEnumerable<Piece> next) =>
        part.Any(piece => piece is NamePiece)
            && part.All(piece => piece is NamePiece { Known: null } or DosePiece { Sets: null, HasCross: false, Weights.Count: 0 }
            or AsidePiece)
            && part.OfType<NamePiece>().All(name => !Names(name, exactly: false)) && next.OfType<NamePiece>().Any(name => Names(name, exactly: true))
            ? Whole(part, WhyLeftOut.NoPlace) : null;

    public bool NamesOne(IEnumerable<Piece> part) => part.OfType<NamePiece>().Any(name => Names(name, exactly: false));

    private bool Names(NamePiece name, bool exactly) => name.Known is not null || names.Read(name.Text, exactly).Exercises.Count > 0;

    private static AsidePiece Whole(IReadOnlyList<Piece> part, WhyLeftOut why) => new(why) { Start = part[0].Start, End = part[^1].End };
}
