using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CoachBot.Storage;

namespace CoachBot.Tests.Storage;

public sealed class StatementTests
{
    /// <summary>
    /// A statement that the generator passes over without a word would be bound by Dapper itself, which knows neither our instants nor our dates.
    /// </summary>
    [Fact]
    public void EveryStatementIsBoundByCodeMadeAtBuildTime()
    {
        using var file = new PEReader(File.OpenRead(typeof(Database).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var called = from handle in metadata.MemberReferences
                     let member = metadata.GetMemberReference(handle)
                     where member.Parent.Kind == HandleKind.TypeReference
                     let owner = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
                     where metadata.GetString(owner.Namespace) == "Dapper" && metadata.GetString(owner.Name) == "SqlMapper"
                     select metadata.GetString(member.Name);
        Assert.Empty(called);
    }
}
