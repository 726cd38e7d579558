using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoachBot.Tests.House;

/// <summary>
/// Sentences for people stand in the words of their room (XxxWords.cs) and nowhere else, so that a second language is one file a room. What the log, the
/// command line and an engineer read is not for them: it is known by where it stands.
/// </summary>
public sealed partial class WordsTests
{
    /// <summary>Rooms whose texts are for whoever runs the program, in English only.</summary>
    private static readonly string[] ForOperators = ["Runtime/", "Storage/", "Operations/", "Launch/", "Program.cs", "CoachBotHost.cs", "SandboxGallery.cs"];

    /// <summary>Files whose texts are data that people's words are held against, not sentences that they read; each a language's own.</summary>
    private static readonly string[] Vocabulary = ["Language/", "Safety/Denial.cs", "Safety/Spelling.cs"];

    [Fact]
    public void NoSentenceForPeopleIsOutsideTheWords()
    {
        var wrong = from file in Sources.Of("CoachBot").Concat(Sources.Of("CoachBot.Pictures"))
                    // What to write instead of a wrong setting stands where the setting is declared.
                    where !file.Path.EndsWith("Words.cs", StringComparison.Ordinal) && !file.Path.EndsWith("Options.cs", StringComparison.Ordinal)
                    where !ForOperators.Concat(Vocabulary).Any(room => file.Path.StartsWith(room, StringComparison.Ordinal))
                    from text in Sources.Texts(file.Tree)
                    where IsSentence(text.Text) && !IsForEngineers(text.Node)
                    select $"{file.Path}: {text.Text}";
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    /// <summary>A machine without a font of emoji would show a box.</summary>
    [Fact]
    public void EveryMarkInTheWordsIsOneThatTheSandboxsPageDraws()
    {
        var drawn = File.ReadAllText(Path.Combine(Sources.Root(), "CoachBot.Sandbox", "Page", "message", "marks.js"));
        var wrong = from file in Sources.Of("CoachBot")
                    where file.Path.EndsWith("Words.cs", StringComparison.Ordinal)
                    from text in Sources.Texts(file.Tree)
                    from mark in text.Text.EnumerateRunes()
                    where Rune.GetUnicodeCategory(mark) == UnicodeCategory.OtherSymbol && !drawn.Contains(mark.ToString(), StringComparison.Ordinal)
                    select $"{file.Path}: {mark}";
        Assert.Empty(wrong);
    }

    /// <summary>
    /// Two words that begin with a capital letter or end as a sentence does. What typed words are held against is in small letters; SQL is no sentence.
    /// </summary>
    private static bool IsSentence(string text) => TwoWords().IsMatch(text) && LooksSaid().IsMatch(text.Trim()) && !Sql().IsMatch(text);

    /// <summary>In a log line, in the message of an exception that is not for people, in a metric's or an attribute's description.</summary>
    private static bool IsForEngineers(SyntaxNode text) => text.Ancestors().Any(node => node switch
    {
        InvocationExpressionSyntax call => LogOrMeter().IsMatch(call.Expression.ToString()),
        ObjectCreationExpressionSyntax made => made.Type.ToString() is not "UserError" && Exceptional().IsMatch(made.Type.ToString()),
        PrimaryConstructorBaseTypeSyntax parent => Exceptional().IsMatch(parent.Type.ToString()),
        // Held against a text of the catalogue's.
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
        AttributeSyntax => true,
        _ => false,
    });

    [GeneratedRegex(@"\p{L}[,.:;!?]?\s+\p{L}*\p{Ll}{2}")]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"^\s*(select|insert|update|delete|pragma|create|with|begin|commit|\w+ in \(|\w+ not in \(|order by|savepoint|release|rollback)\b|^[a-z_.]+ as \w+,", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"^\W*\p{Lu}|[.!?…]$|:\s")]
    private static partial Regex LooksSaid();

    [GeneratedRegex(@"(\.Log(Trace|Debug|Information|Warning|Error|Critical)|\.Create(Counter|Histogram|ObservableGauge|UpDownCounter)(<\w+>)?|Debug\.Assert)$")]
    private static partial Regex LogOrMeter();

    [GeneratedRegex(@"(Exception|StartupFailure|Regex)$")]
    private static partial Regex Exceptional();
}
