using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoachBot.Tests.House;

/// <summary>A line of code is read at one look: none is longer than <c>max_line_length</c> in .editorconfig.</summary>
public sealed class LineTests
{
    /// <summary>An address, a key or a word of data: it cannot be wrapped, and a line may hold one.</summary>
    private const int LongestWord = 60;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void NoLineIsLongerThanTheEditorSays(string folder)
    {
        var repository = Path.GetDirectoryName(Sources.Root())!;
        var longest = Longest(Path.Combine(repository, ".editorconfig"));
        var wrong = from file in Directory.EnumerateFiles(Path.Combine(repository, folder), "*.cs", SearchOption.AllDirectories)
                    let path = Path.GetRelativePath(repository, file).Replace('\\', '/')
                    where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
                    from line in TooLong(File.ReadAllText(file), longest)
                    select $"{path}:{line}";
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static int Longest(string editorConfig) => int.Parse(
        File.ReadLines(editorConfig).Single(line => line.StartsWith("max_line_length", StringComparison.Ordinal)).Split('=')[1], CultureInfo.InvariantCulture);

    /// <summary>The numbers of the lines. Those of a raw string are data as they stand: a message, a page, a statement.</summary>
    private static IEnumerable<int> TooLong(string text, int longest)
    {
        var lines = text.Split('\n');
        var numbers = Enumerable.Range(0, lines.Length)
            .Where(number => lines[number].EnumerateRunes().Count() > longest && lines[number].Split(' ', '"').All(word => word.Length <= LongestWord))
            .ToList();
        if (numbers.Count == 0) return [];
        var raw = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Where(IsRaw).Select(node => node.GetLocation().GetLineSpan()).ToList();
        return numbers.Where(number => !raw.Exists(span => span.StartLinePosition.Line <= number && number <= span.EndLinePosition.Line))
            .Select(number => number + 1);
    }

    private static bool IsRaw(SyntaxNode node) =>
        node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && node.ToString().TrimStart('$').StartsWith("\"\"\"", StringComparison.Ordinal);
}
