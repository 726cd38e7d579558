using System.Runtime.CompilerServices;
using CoachBot.Exercises;
using CoachBot.Exercises.Search;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;
using FuzzySharp;

namespace CoachBot.CheckIns.Reading;

/// <summary>
/// Names that would be read as something else: with numbers ("90/90 hip switch"), separators ("plank and reach") or words of a dose in
/// them. They are looked for before anything else is read, so that their numbers are nobody's repetitions.
/// </summary>
internal sealed class HardNames
{
    /// <summary>How alike (0 to 100) two words of a name must be; its numbers must be the same.</summary>
    private const int SameWord = 80;

    private static readonly ConditionalWeakTable<Shelf, HardNames> Of = [];

    private readonly IReadOnlyList<(Exercise Exercise, Token[] Name)> names;

    private HardNames(Shelf shelf)
    {
        names =
        [
            .. shelf.Exercises.SelectMany(exercise =>
                exercise.Aliases.Prepend(exercise.Name).Select(name => (Exercise: exercise, Name: TokenList.Of(TypedText.Fold(name)))))
                .Where(named => IsHard(named.Name))
                .Select(named => (named.Exercise, Name: Spoken(named.Name).ToArray()))
                .Where(named => named.Name.Any(token => token.IsWord))
                .OrderByDescending(named => named.Name.Length),
        ];
    }

    public static HardNames In(Shelf shelf) => Of.GetValue(shelf, static shelf => new HardNames(shelf));

    public NamePiece? Read(TokenList tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Mark) return null;
        foreach (var (exercise, name) in names)
        {
            if (End(tokens, at, name) is { } end) return new NamePiece(exercise.Name, exercise) { Start = at, End = end };
        }
        return null;
    }

    private static int? End(TokenList tokens, int at, Token[] name)
    {
        foreach (var (index, word) in name.Index())
        {
            if (index > 0)
            {
                while (tokens[at].Kind == TokenKind.Mark
                    && tokens[at].Text is "-" or "/" or "&" or "+" or "." or ":" or "(" or ")" or "," && at < tokens.Count) at++;
                if (tokens[at].Is("and") && !word.Is("and")) at++;
            }
            if (!Same(tokens[at], word)) return null;
            at++;
        }
        // The bracket that the name opened is closed.
        return tokens[at].Is(")") && name.Length > 1 ? at + 1 : at;
    }

    private static bool Same(Token typed, Token named)
    {
        if (typed.Kind != named.Kind) return false;
        if (typed.IsNumber) return typed.Value == named.Value;
        var (one, other) = (SearchText.Canonical(typed.Text), SearchText.Canonical(named.Text));
        return one == other || (one.Length > 3 && other.Length > 3 && one[0] == other[0] && Fuzz.Ratio(one, other) >= SameWord);
    }

    private static bool IsHard(TokenList name) => new PieceReader(name, null).Read() is not [NamePiece];

    private static IEnumerable<Token> Spoken(TokenList name) =>
        Enumerable.Range(0, name.Count).Select(at => name[at]).Where(token => token.Kind != TokenKind.Mark && !token.Is("and"));
}
