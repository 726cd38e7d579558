using System.Reflection;

using Xunit;
using Xunit.v3;

namespace CoachBot.Testing.Faults;

/// <summary>
/// Says which rows of the fault matrix a test proves, and notes in the <see cref="FaultTable"/> how it ended. A row
/// may need several tests; it has passed when all of them have.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FaultAttribute(params string[] rows) : BeforeAfterTestAttribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. rows.Select(row => KeyValuePair.Create("fault", row))];

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        var passed = TestContext.Current.TestState?.Result == TestResult.Passed;
        foreach (var row in rows) FaultTable.Note(row, methodUnderTest, passed);
    }
}
