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
                    from type in file.Tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                    where type.Parent is not BaseTypeDeclarationSyntax
                    let folder = Sources.Folder(file.Path).Replace('/', '.')
                    let expected = folder.Length == 0 ? project : $"{project}.{folder}"
                    let declared = string.Join('.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name))
                    where declared != expected
                    select $"{file.Path}: {type.Identifier} is in {(declared.Length == 0 ? "none" : declared)}";
        Assert.Empty(wrong);
    }
}
