using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoachBot.Tests.House;

/// <summary>A folder is a namespace: who reads one knows the other.</summary>
public sealed class NamespaceTests
{
    [Theory]
    [InlineData("CoachBot")]
    [InlineData("CoachBot.Discord")]
    [InlineData("CoachBot.Pictures")]
    [InlineData("CoachBot.Sandbox")]
    public void TheFolderIsTheNamespace(string project)
    {
        var wrong = from file in Sources.Of(project)
                    from declared in file.Tree.DescendantNodes().OfType<FileScopedNamespaceDeclarationSyntax>()
                    let folder = Sources.Folder(file.Path).Replace('/', '.')
                    let expected = folder.Length == 0 ? project : $"{project}.{folder}"
                    where declared.Name.ToString() != expected
                    select $"{file.Path}: {declared.Name}";
        Assert.Empty(wrong);
    }
}
