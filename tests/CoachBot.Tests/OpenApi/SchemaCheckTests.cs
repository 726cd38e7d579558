using System.Text.Json.Nodes;
using CoachBot.Testing;

namespace CoachBot.Tests.OpenApi;

public sealed class SchemaCheckTests
{
    private static OpenApiDescription Describe(string schema) =>
        OpenApiDescription.Parse($$"""{ "paths": {}, "components": { "schemas": { "Value": {{schema}}, "Small": { "type": "integer", "maximum": 9 } } } }""");

    [Theory]
    [InlineData("""{ "type": ["string", "null"], "maxLength": 2 }""", "null", true)]
    [InlineData("""{ "type": "string", "maxLength": 2 }""", "\"abc\"", false)]
    [InlineData("""{ "type": "string", "maxLength": 2 }""", "\"😀😀\"", true)]
    [InlineData("""{ "type": "integer", "format": "int32" }""", "4000000000", false)]
    [InlineData("""{ "type": "integer" }""", "1.0", true)]
    [InlineData("""{ "type": "integer" }""", "1.5", false)]
    [InlineData("""{ "type": "integer" }""", "\"1\"", false)]
    [InlineData("""{ "type": "number", "minimum": 1 }""", "0.5", false)]
    [InlineData("""{ "$ref": "#/components/schemas/Small" }""", "10", false)]
    [InlineData("""{ "type": "integer", "allOf": [{ "$ref": "#/components/schemas/Small" }], "enum": [3] }""", "3", true)]
    [InlineData("""{ "type": "integer", "allOf": [{ "$ref": "#/components/schemas/Small" }], "enum": [3] }""", "4", false)]
    [InlineData("""{ "oneOf": [{ "type": "null" }, { "const": 1 }, { "const": 2 }] }""", "2", true)]
    [InlineData("""{ "oneOf": [{ "type": "null" }, { "const": 1 }, { "const": 2 }] }""", "3", false)]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "type": "number" }] }""", "3", false)]
    [InlineData("""{ "anyOf": [{ "type": "integer" }, { "type": "number" }] }""", "3", true)]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "maxItems": 2, "uniqueItems": true }""", """["a","b"]""", true)]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "uniqueItems": true }""", """["a","a"]""", false)]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "minItems": 1 }""", "[]", false)]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "[1]", false)]
    [InlineData("""{ "type": "object", "properties": { "a": true }, "additionalProperties": false }""", """{"b":1}""", false)]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" }, "maxProperties": 1 }""", """{"a":"","b":""}""", false)]
    [InlineData("""{ "type": "object", "properties": { "a": {} }, "required": ["a"] }""", """{"a":null}""", true)]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2026-11-23T10:00:00.000000+00:00\"", true)]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"Monday\"", false)]
    [InlineData("""{ "type": "string", "format": "uri" }""", "\"attachment://a.png\"", true)]
    [InlineData("""{ "type": "string", "format": "uri" }""", "\"a.png\"", false)]
    [InlineData("""{ "type": "string", "pattern": "^[a-z]+$" }""", "\"A\"", false)]
    public void DecidesAsTheSchemaSays(string schema, string value, bool valid)
    {
        var problems = Describe(schema).Validate("Value", JsonNode.Parse(value));
        Assert.Equal(valid, problems.Count == 0);
        Assert.All(problems, p => Assert.StartsWith("$", p));
    }

    [Fact]
    public void RefusesAKeywordItDoesNotKnow() =>
        Assert.Throws<NotSupportedException>(() => Describe("""{ "type": "object", "properties": { "a": { "multipleOf": 2 } } }"""));

    [Fact]
    public void RefusesAFormatItDoesNotKnow() =>
        Assert.Throws<NotSupportedException>(() => Describe("""{ "items": { "type": "string", "format": "moon-phase" } }"""));

    [Fact]
    public void TellsOneProblemWhereNoBranchWasMeant() => Assert.Equal(
        ["$: Value is \"boolean\" but should be \"integer\", or Value is \"boolean\" but should be \"null\""],
        Describe("""{ "oneOf": [{ "type": "integer" }, { "type": "null" }] }""").Validate("Value", true));

    [Fact]
    public void TellsTheProblemsOfTheBranchThatWasMeant()
    {
        var description = Describe("""
            { "oneOf": [
              { "type": "object", "properties": { "type": { "const": 1 }, "label": { "type": "string" } }, "required": ["type", "label"] },
              { "type": "object", "properties": { "type": { "const": 2 } }, "required": ["type"] } ] }
            """);
        Assert.Equal(["$: Required properties [\"label\"] are not present"], description.Validate("Value", JsonNode.Parse("""{ "type": 1 }""")));
    }
}
