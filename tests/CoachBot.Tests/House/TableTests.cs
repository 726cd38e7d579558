using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace CoachBot.Tests.House;

/// <summary>A table belongs to one store: its name stands in the SQL of one folder and nowhere else.</summary>
public sealed partial class TableTests
{
    /// <summary>Tables of which another room may know by name, with the room and the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    [Fact]
    public void ATableIsNamedInOneFolderAlone()
    {
        var migrations = Directory.EnumerateFiles(Path.Combine(Sources.Root(), "CoachBot"), "*.sql", SearchOption.AllDirectories).Select(File.ReadAllText);
        var tables = migrations.SelectMany(sql => CreateTable().Matches(sql)).Select(match => match.Groups["table"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(tables.Count >= 10, "No migrations were found.");
        var named = from file in Sources.Of("CoachBot")
                    from text in Sources.Texts(file.Tree)
                    where Sql().IsMatch(text.Text)
                    from Match word in Word().Matches(text.Text)
                    let table = word.Value
                    where tables.Contains(table)
                    select (Table: table, Folder: Sources.Folder(file.Path));
        var wrong = named.Distinct().GroupBy(use => use.Table)
            .Where(uses => uses.Select(use => use.Folder).Count(folder => Exceptions.GetValueOrDefault(uses.Key) != folder) > 1)
            .Select(uses => $"{uses.Key}: {string.Join(", ", uses.Select(use => use.Folder).Order())}");
        Assert.Empty(wrong);
    }

    /// <summary>The only holes in a statement are names of columns that stand in a constant, and bounds.</summary>
    [Fact]
    public void SqlIsNeverBuiltFromValues()
    {
        var wrong = from file in Sources.Of("CoachBot")
                    from text in file.Tree.DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InterpolatedStringExpressionSyntax>()
                    where Statement().IsMatch(text.ToString())
                    from hole in text.Contents.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InterpolationSyntax>()
                    let name = hole.Expression.ToString().Split('.')[^1]
                    where !(
                        name.EndsWith("Columns", StringComparison.Ordinal) || name is "IsOn" or "HasBot" || name.StartsWith("Most", StringComparison.Ordinal))
                    select $"{file.Path}: {{{hole.Expression}}}";
        Assert.Empty(wrong);
    }

    /// <summary>SQLite plans a statement anew at each call when its limit is a parameter: that cost a third of a check-in once.</summary>
    [Fact]
    public void ALimitIsWrittenOut()
    {
        var wrong = from file in Sources.Of("CoachBot")
                    from text in Sources.Texts(file.Tree)
                    where BoundLimit().IsMatch(text.Text)
                    select $"{file.Path}: {text.Text}";
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\b(limit|offset)\s+@", RegexOptions.IgnoreCase)]
    private static partial Regex BoundLimit();

    [GeneratedRegex(@"create\s+table\s+(if\s+not\s+exists\s+)?(?<table>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex CreateTable();

    /// <summary>A statement or a part of one; "from a, b" and "exists (select … from b)" name b as well.</summary>
    [GeneratedRegex(@"\b(select|from|join|into|update|where|exists)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\b[a-z_]+\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Statement();
}
