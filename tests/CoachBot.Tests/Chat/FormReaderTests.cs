using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Chat;

public sealed class FormReaderTests
{
    private static readonly FormSpec Spec = new("try", "A form for tests",
        new FieldSpec("name", "Name") { Min = 3, Max = 10 },
        new FieldSpec("why", "Why") { Required = false },
        new FieldSpec("more", "More") { Required = false, Paragraph = true });

    private static IReadOnlyDictionary<string, string> Read(params (string Id, string? Value)[] raw) =>
        FormReader.Read(Spec, [.. raw.Select(field => KeyValuePair.Create(field.Id, field.Value))]);

    [Fact]
    public void FormFieldsAreReadById()
    {
        var read = Read(("name", "bridge"), ("why", ""), ("more", " \n"));
        Assert.Equal("bridge", read["name"]);
        Assert.Single(read);
    }

    [Theory, Fault("C8")]
    [InlineData("")]
    [InlineData(" \t\u3000\n")]
    [InlineData(null)]
    [InlineData("ab")]
    [InlineData("eleven char")]
    [InlineData("🏃🏃🏃🏃🏃x")]
    public void AFieldThatCannotBeUsedIsNamed(string? value) => AssertNamed("Name", ("name", value), ("why", "x"));

    [Fact, Fault("C8")]
    public void AMissingADoubleAStrangeAndATooLongFieldAreNamed()
    {
        AssertNamed("Name", ("why", "x"));
        AssertNamed("Name");
        AssertNamed("Why", ("name", "bridge"), ("why", "x"), ("why", "y"));
        AssertNamed("Why", ("name", "bridge"), ("why", ""), ("why", ""));
        AssertNamed("“evil \\@everyone”", ("name", "bridge"), ("evil @everyone", "x"));
        AssertNamed("More", ("name", "bridge"), ("more", new string('x', 4001)));
        Assert.Equal(4000, Read(("name", "bridge"), ("more", new string('x', 4000)))["more"].Length);
        AssertNamed("Why", ("name", "bridge"), ("why", null));
    }

    private static void AssertNamed(string label, params (string, string?)[] raw)
    {
        var message = Assert.Throws<UserError>(() => Read(raw)).Message;
        Assert.Contains($" field {label} ", message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", message, StringComparison.Ordinal);
    }
}
