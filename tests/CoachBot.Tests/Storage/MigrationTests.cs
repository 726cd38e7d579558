using System.Security.Cryptography;
using CoachBot.Storage;

namespace CoachBot.Tests.Storage;

public sealed class MigrationTests
{
    /// <summary>What has run on somebody's database cannot be run anew: a change is a new script.</summary>
    [Theory]
    [InlineData("0001_the_way_through", "2776e3f33dc37f4fd9c5643cfdaa49c2da7f39e61ff900a9e2f3d6cca584b183")]
    [InlineData("0002_membership_and_gateway", "7bf651db0618ae040edc2846b10ce4d4fc9d7c8fe5be848f82999a5953ae8e53")]
    public void AScriptStaysAsItWas(string name, string hash)
    {
        using var script = typeof(Database).Assembly.GetManifestResourceStream($"sqlite/{name}.sql")!;
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(script)));
    }
}
