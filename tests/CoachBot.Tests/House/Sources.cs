using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoachBot.Tests.House;

/// <summary>The program's own source, for rules that a compiled program no longer shows.</summary>
internal static class Sources
{
    /// <summary>The C# files of one project, by their path in it.</summary>
    public static IReadOnlyList<(string Path, CompilationUnitSyntax Tree)> Of(string project) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root(), project), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Path.Combine(Root(), project), file).Replace('\\', '/'), File: file))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.Path, CSharpSyntaxTree.ParseText(File.ReadAllText(file.File)).GetCompilationUnitRoot())),
    ];

    /// <summary>The folder of a file; empty at the project's top.</summary>
    public static string Folder(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";

    /// <summary>All texts that are written in a file, with holes as {}.</summary>
    public static IEnumerable<(SyntaxNode Node, string Text)> Texts(CompilationUnitSyntax tree)
    {
        foreach (var node in tree.DescendantNodes())
        {
            switch (node)
            {
                case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                    yield return (literal, literal.Token.ValueText);
                    break;
                case InterpolatedStringExpressionSyntax text:
                    yield return (
                        text, string.Concat(text.Contents.Select(part => part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : "{}")));
                    break;
            }
        }
    }

    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));
}
