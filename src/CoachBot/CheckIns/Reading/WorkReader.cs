using CoachBot.Exercises;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;

namespace CoachBot.CheckIns.Reading;

/// <summary>
/// Reads what was done, as people write it: text to tokens, tokens to pieces (numbers with their units, names, separators), pieces to
/// exercises. Every token ends in a row, among what is left out, or in a part that is said not to be understood.
/// </summary>
internal sealed class WorkReader
{
    /// <summary>Rows that one text may become.</summary>
    public const int MostRows = 40;

    private readonly Shelf shelf;
    private readonly TokenList tokens;
    private readonly List<Entry> entries = [];
    private readonly List<AsidePiece> asides = [];
    private readonly NameReader nameReader;
    private readonly OtherParts otherParts;
    private readonly bool exactNames;

    /// <summary>Numbers that wait for the name they belong to.</summary>
    private List<DosePiece> waiting = [];
    private RoundsPiece? rounds;
    private int scope;

    /// <summary>"3x10 each: squats, lunges": for each exercise that has none of its own.</summary>
    private List<DosePiece>? shared;
    private readonly List<List<DosePiece>> everShared = [];
    private bool sharedIsOfItsLine;

    /// <summary>"3x12 -> 2x12": what is behind the arrow may take the place of what is before it.</summary>
    private bool afterArrow;

    /// <summary>Rounds that have no exercise yet.</summary>
    private Piece? emptyRounds;
    private bool roundsEndWithBracket;

    private WorkReader(string folded, Shelf shelf, bool exactNames)
    {
        this.exactNames = exactNames;
        this.shelf = shelf;
        tokens = TokenList.Of(folded);
        nameReader = new NameReader(shelf.Search);
        otherParts = new OtherParts(nameReader);
    }

    /// <param name="exactNames">No spelling mistake is forgiven: the text is about something else too.</param>
    public static ReadWork Read(string typed, Shelf shelf, bool exactNames = false) =>
        new WorkReader(TypedText.Fold(typed), shelf, exactNames).Read();

    private ReadWork Read()
    {
        var chunk = new List<Piece>();
        var pieces = new PieceReader(tokens, HardNames.In(shelf)).Read();
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            switch (piece)
            {
                case BreakPiece { Colon: true } when otherParts.ReadHeading(chunk, NextPart(pieces, at + 1)) is { } heading:
                    asides.Add(heading);
                    chunk.Clear();
                    break;
                case BreakPiece { Colon: true } when Shares(chunk) && otherParts.NamesOne(NextPart(pieces, at + 1)):
                    Share([.. chunk.Cast<DosePiece>()], isOfItsLine: at + 1 < pieces.Count && pieces[at + 1] is not BreakPiece { Hard: true });
                    chunk.Clear();
                    break;
                case BreakPiece { Colon: true } when OnlySets(chunk) is { } times:
                    StartRounds(new RoundsPiece(times) { Start = chunk[0].Start, End = chunk[0].End });
                    chunk.Clear();
                    break;
                case BreakPiece or LabelPiece or RoundsPiece or BracketPiece { Opens: true }:
                    if (piece is BracketPiece && chunk is [.., NamePiece or DosePiece]) break;
                    Take(chunk);
                    chunk.Clear();
                    if (piece is BreakPiece { Hard: true } && sharedIsOfItsLine) shared = null;
                    afterArrow = piece is BreakPiece && tokens[piece.Start].Is(">");
                    if (piece is RoundsPiece around) StartRounds(around);
                    break;
                case BracketPiece { Opens: false } when roundsEndWithBracket:
                    Take(chunk);
                    chunk.Clear();
                    (rounds, scope, roundsEndWithBracket) = (null, entries.Count, false);
                    break;
                default:
                    chunk.Add(piece);
                    break;
            }
        }
        Take(chunk);
        if (emptyRounds is not null) asides.Add(Beside(emptyRounds));
        if (waiting.Count > 0) PutBack();
        ShareEach();
        return Finish();
    }

    private static IEnumerable<Piece> NextPart(IReadOnlyList<Piece> pieces, int at) =>
        pieces.Skip(at).SkipWhile(piece => piece is BreakPiece or LabelPiece).TakeWhile(piece => piece is not (BreakPiece or LabelPiece));

    private bool Shares(List<Piece> chunk) =>
        chunk.Count > 0 && chunk.All(piece => piece is DosePiece) && chunk.Exists(piece => piece is DosePiece { HasCount: true }) && waiting.Count == 0
        && (entries.Count == 0 || entries[^1].HasCount);

    private void Share(List<DosePiece> doses, bool isOfItsLine)
    {
        (shared, sharedIsOfItsLine) = (doses, isOfItsLine);
        everShared.Add(doses);
    }

    private int? OnlySets(List<Piece> chunk) =>
        chunk is [DosePiece { HasCount: false, Sets: { } sets, Weights.Count: 0 }] && (entries.Count == scope || rounds is not null)
            ? sets : null;

    /// <summary>"3 rounds of" is for what follows; behind exercises that have none yet, it is for those.</summary>
    private void StartRounds(RoundsPiece piece)
    {
        if (entries.Count > scope && rounds is null && !piece.InBrackets)
        {
            foreach (var entry in entries.Skip(scope)) entry.Rounds = piece;
            scope = entries.Count;
            return;
        }
        if (emptyRounds is not null) asides.Add(Beside(emptyRounds));
        (rounds, scope, emptyRounds, roundsEndWithBracket) = (piece, entries.Count, piece, piece.InBrackets);
    }

    private static AsidePiece Beside(Piece piece) => new(WhyLeftOut.NoPlace) { Start = piece.Start, End = piece.End };

    /// <summary>One part between separators.</summary>
    private void Take(List<Piece> chunk)
    {
        Entry? current = null;
        if (otherParts.Read(chunk) is { } other)
        {
            asides.Add(other);
            return;
        }
        ShareOfEach(chunk);
        // "squat 12, lunge 10, x3".
        if (chunk is [DosePiece { HasCross: true, Sets: null, Amounts: [{ IsWhole: true, Measure: Measure.Plain }] } times]
            && entries.Count - scope > 1
            && entries.Skip(scope).All(entry => entry.HasCount && entry.Groups.All(group => group.Sets is null)))
        {
            StartRounds(new RoundsPiece((int)Math.Min(times.Amounts[0].From, 1000)) { Start = times.Start, End = times.End });
            return;
        }
        for (var at = 0; at < chunk.Count; at++)
        {
            switch (chunk[at])
            {
                case AsidePiece aside:
                    asides.Add(aside);
                    break;
                case NamePiece name:
                    current = Name(name, chunk, at, current);
                    break;
                case DosePiece dose when current is not null:
                    if (IsSecondBareNumber(chunk, at, current) || IsSecondList(chunk, at)) current.Add(dose with { Unclear = true });
                    else if (current.CanTake(dose) || !chunk.Skip(at + 1).OfType<NamePiece>().Any()) current.Add(dose);
                    else waiting.Add(dose);
                    break;
                case DosePiece dose when entries is [.., { HasDose: false, Exercise: not null } before] && waiting.Count == 0
                    && HasDoseBehindName(chunk, at):
                    // "Planks: 3 x 1 min lunges 2x10".
                    before.Add(dose);
                    break;
                case DosePiece dose:
                    if (chunk.Skip(at + 1).OfType<NamePiece>().Any() || entries.Count == 0
                        || (entries[^1] is { NumbersCameFirst: true, HasCount: true }
                        && dose is { HasCount: true, HasCross: false })) waiting.Add(dose);
                    else entries[^1].Add(dose with { Unclear = dose.Unclear || (afterArrow && dose.HasCount && entries[^1].HasCount) });
                    break;
            }
        }
    }

    private static bool HasDoseBehindName(List<Piece> chunk, int at) =>
        chunk.Skip(at).SkipWhile(piece => piece is not NamePiece).OfType<DosePiece>().Any(dose => dose.HasCount);

    /// <summary>"squat 3 12": sets and repetitions, or two sets?</summary>
    private static bool IsSecondBareNumber(List<Piece> chunk, int at, Entry current) =>
        at > 0 && chunk[at - 1] is DosePiece before && IsBare(before) && chunk[at] is DosePiece dose && IsBare(dose)
            && before.End == dose.Start
        && current.HasCount && !chunk.Skip(at + 1).OfType<NamePiece>().Any();

    /// <summary>"5/5/5 40/45/50", "3x12 2/5": more sets, or weights?</summary>
    private static bool IsSecondList(List<Piece> chunk, int at) =>
        at > 0 && chunk[at - 1] is DosePiece { HasCount: true } before && chunk[at] is DosePiece
        {
            Sets: null, InBrackets: false, Weights.Count: 0,
            Amounts: [{ Measure: Measure.Plain }, _, ..]
        } dose
        && before.End == dose.Start;

    /// <summary>"3x12 each of squats, lunges": what stands before is for all that follow.</summary>
    private void ShareOfEach(List<Piece> chunk)
    {
        var at = chunk.FindIndex(piece => piece is DosePiece { OfEach: true });
        if (at < 0) return;
        var before = chunk.Take(at).ToList();
        if (before.Exists(piece => piece is DosePiece { HasCount: true }) && before.TrueForAll(piece => piece is DosePiece))
        {
            Share(before.ConvertAll(piece => (DosePiece)piece), isOfItsLine: true);
            chunk.RemoveRange(0, at + 1);
        }
        else
        {
            chunk[at] = (DosePiece)chunk[at] with { OfEach = false, Sides = Sides.Each, BareEach = true };
        }
    }

    private static bool IsBare(DosePiece dose) =>
        dose is { Sets: null, HasCross: false, Weights.Count: 0, Amounts: [{ Measure: Measure.Plain, To: null }] };

    private Entry? Name(NamePiece name, List<Piece> chunk, int at, Entry? current)
    {
        var hasOwnDose = chunk.Skip(at + 1).TakeWhile(piece => piece is not NamePiece).OfType<DosePiece>()
            .Any(dose => dose.HasCount || dose.Sets is not null);
        // Behind a dose, words may as well be a remark: only what is called exactly so is an exercise then.
        var exactly = exactNames || current is { HasDose: true } && !hasOwnDose && waiting.Count == 0;
        var read = name.Known is { } known ? new NamesRead([known], null) : nameReader.Read(name.Text, exactly);
        if (read.IsNothing) return current;
        if (read.IsRemark || (read.Exercises.Count == 0 && current is not null && !hasOwnDose && waiting.Count == 0))
        {
            if (current is not null && nameReader.Joined(NameOf(current), name.Text) is { } more
                && !read.IsRemark) return Replace(current, more, name);
            if (read.IsRemark || current is { Exercise: not null })
            {
                asides.Add(new AsidePiece(WhyLeftOut.NoPlace) { Start = name.Start, End = name.End });
                return current;
            }
            current!.Reach(name.Start, name.End);
            return current;
        }
        if (current is not null && name.InBrackets
            && nameReader.Joined(NameOf(current), name.Text) is { } inBrackets) return Replace(current, inBrackets, name);
        if (current is not null && !hasOwnDose && waiting.Count == 0 && NameReader.IsAddition(name.Text)
            && nameReader.Joined(NameOf(current), name.Text) is { } with)
            return Replace(current, with, name);
        if (read.Heading > 0) asides.Add(new AsidePiece(WhyLeftOut.NoPlace) { Start = name.Start, End = name.Start + read.Heading });
        if (read.Remark is not null) asides
            .Add(new AsidePiece(WhyLeftOut.NoPlace) { Start = name.End - read.Remark.Split(' ').Length, End = name.End });
        foreach (var exercise in read.Exercises.DefaultIfEmpty(null)) current = Start(exercise, name);
        current!.NumbersCameFirst = waiting.Exists(dose => dose.HasCount);
        foreach (var dose in waiting) current.Add(dose);
        waiting = [];
        return current;
    }

    private Entry Start(Exercise? exercise, NamePiece name)
    {
        var entry = new Entry(exercise, name.Start, name.End) { Rounds = rounds, Number = entries.Count + 1, Shared = shared };
        texts[entry] = name.Text;
        entries.Add(entry);
        emptyRounds = null;
        return entry;
    }

    private readonly Dictionary<Entry, string> texts = [];

    private string NameOf(Entry entry) => texts[entry];

    private Entry Replace(Entry current, Exercise exercise, NamePiece name)
    {
        var entry = new Entry(exercise, current.Start, name.End) { Rounds = current.Rounds, Number = current.Number, Shared = current.Shared };
        texts[entry] = texts[current] + " " + name.Text;
        entry.TakeOver(current);
        entries[entries.IndexOf(current)] = entry;
        return entry;
    }

    /// <summary>Numbers at the end without a name of their own.</summary>
    private void PutBack()
    {
        if (entries.Count == 0 || waiting.Exists(dose => dose.HasCount))
        {
            var nameless = new Entry(null, waiting[0].Start, waiting[^1].End);
            entries.Add(nameless);
            texts[nameless] = "";
            return;
        }
        foreach (var dose in waiting) entries[^1].Add(dose);
    }

    /// <summary>"squats and lunges 3x10 each": the exercises before have the same.</summary>
    private void ShareEach()
    {
        for (var last = entries.Count - 1; last > 0; last--)
        {
            if (!entries[last].BareEach || !entries[last].HasCount || entries[last].Exercise is null) continue;
            var first = last;
            while (first > 0 && entries[first - 1] is { HasDose: false, Exercise: not null, BareEach: false }) entries[--first]
                .CopyDoses(entries[last]);
            if (first < last) entries[last].EachIsEachExercise();
        }
    }

    private ReadWork Finish()
    {
        var work = new List<Work>();
        var unread = new List<UnreadPart>();
        var done = new HashSet<RoundsPiece>();
        var taken = entries.Where(entry => entry.TakeShared()).Select(entry => entry.Shared).ToHashSet();
        asides.AddRange(everShared.Where(doses => !taken.Contains(doses)).SelectMany(doses => doses).Select(Beside));
        foreach (var entry in entries)
        {
            var rows = entry.Finish(out var why);
            var typed = tokens.Typed(entry.Start, entry.End);
            if (entry.Exercise is null)
            {
                var name = NameOf(entry);
                unread.Add(name.Length == 0
                    ? new UnreadPart(typed, WhyUnread.NoExercise, [])
                    : new UnreadPart(typed, WhyUnread.UnknownExercise, [.. shelf.Search.Nearest(name, 3).Select(near => near.Name)]));
            }
            else if (why is { } reason) unread.Add(new UnreadPart(typed, reason, []));
            else if (work.Count + rows.Count > MostRows) unread.Add(new UnreadPart(typed, WhyUnread.TooMuch, []));
            else
            {
                work.AddRange(rows);
                if (entry.Rounds is { } times) done.Add(times);
                asides.AddRange(entry.Asides);
            }
        }
        // The rounds of what was not understood are not kept either.
        asides.AddRange(entries.Select(entry => entry.Rounds).OfType<RoundsPiece>().Distinct().Where(piece => !done.Contains(piece))
            .Select(Beside));
        var leftOut = asides.OrderBy(aside => aside.Start).Select(aside => new LeftOut(tokens.Typed(aside.Start, aside.End), aside.Why))
            .Where(aside => aside.Typed.Length > 0);
        return new ReadWork(work, [.. leftOut], unread);
    }
}
