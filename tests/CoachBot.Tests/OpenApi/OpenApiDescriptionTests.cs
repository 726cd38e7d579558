using System.Text.Json.Nodes;
using CoachBot.Testing;

namespace CoachBot.Tests.OpenApi;

public sealed class OpenApiDescriptionTests
{
    private static OpenApiDescription Discord()
    {
        var description = OpenApiDescription.Find();
        Assert.SkipWhen(description is null, "Discord's API description does not lie beside the repository.");
        return description;
    }

    private static JsonNode? Json(string text) => JsonNode.Parse(text);

    [Fact]
    public void AcceptsAnOrdinaryMessage() => Assert.Empty(Discord().ValidateRequest("POST", "/api/v10/channels/123/messages", Json("""
        {
          "content": "Hello", "nonce": "abc", "enforce_nonce": true, "allowed_mentions": { "parse": [], "roles": ["42"] },
          "embeds": [{ "title": "Bridge", "color": 255, "image": { "url": "attachment://bridge.png" } }],
          "components": [{ "type": 1, "components": [{ "type": 2, "style": 2, "label": "Easier", "custom_id": "a" }] }]
        }
        """)));

    [Fact]
    public void AcceptsABulkOverwriteOfCommands() => Assert.Empty(Discord().ValidateRequest("PUT", "/applications/1/commands", Json("""
        [{ "name": "exercise", "type": 1, "description": "Look up", "options": [{ "type": 3, "name": "name", "description": "Which", "required": true, "autocomplete": true }] }]
        """)));

    [Fact]
    public void AcceptsInteractionCallbacks()
    {
        const string Callback = "/interactions/1/token/callback";
        Assert.Empty(Discord().ValidateRequest("POST", Callback, Json("""{ "type": 5, "data": { "flags": 64 } }""")));
        Assert.Empty(Discord().ValidateRequest("POST", Callback, Json("""{ "type": 8, "data": { "choices": [{ "name": "Bridge", "value": "bridge" }] } }""")));
        Assert.NotEmpty(Discord().ValidateRequest("POST", Callback, Json("""{ "type": 99 }""")));
    }

    [Fact]
    public void NamesThePlaceOfATooLongLabel()
    {
        var body = Json("""{ "components": [{ "type": 1, "components": [{ "type": 2, "style": 2, "label": "x", "custom_id": "a" }] }] }""")!;
        body["components"]![0]!["components"]![0]!["label"] = new string('x', 81);
        var problem = Assert.Single(Discord().ValidateRequest("POST", "/channels/1/messages", body));
        Assert.StartsWith("$/components/0/components/0/label: Value should be at most 80 characters", problem);
    }

    [Fact]
    public void NamesAMissingProperty()
    {
        var problems = Discord().ValidateRequest("POST", "/applications/1/commands", Json("""{ "description": "x" }"""));
        Assert.Contains("$: Required properties [\"name\"] are not present", problems);
    }

    [Fact]
    public void ChecksThePathsParameters()
    {
        var problems = Discord().ValidateRequest("GET", "/channels/general", null);
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.StartsWith("path channel_id: ", p));
        Assert.Empty(Discord().ValidateRequest("GET", "/channels/123?with=query", null));
    }

    [Fact]
    public void PrefersALiteralPathToATemplate() =>
        Assert.Empty(Discord().ValidateRequest("PATCH", "/webhooks/1/token/messages/@original", Json("""{ "content": "x" }""")));

    [Fact]
    public void RefusesWhatIsNotDescribed()
    {
        Assert.NotEmpty(Discord().ValidateRequest("POST", "/no/such/path", null));
        Assert.NotEmpty(Discord().ValidateRequest("BREW", "/channels/1", null));
        Assert.NotEmpty(Discord().ValidateResponse("GET", "/channels/1", 302, null));
    }

    [Fact]
    public void ChecksAnswers()
    {
        Assert.Empty(Discord().ValidateResponse("DELETE", "/channels/1/messages/2", 204, null));
        Assert.NotEmpty(Discord().ValidateResponse("DELETE", "/channels/1/messages/2", 204, Json("{}")));
        Assert.Empty(Discord().ValidateResponse("POST", "/channels/1/messages", 404, Json("""{ "code": 10003, "message": "Unknown Channel" }""")));
        Assert.NotEmpty(Discord().ValidateResponse("POST", "/channels/1/messages", 429, Json("""{ "message": "slow" }""")));
    }

    [Fact]
    public void ChecksANamedSchema()
    {
        Assert.Empty(Discord().Validate("SnowflakeType", JsonValue.Create("123")));
        Assert.NotEmpty(Discord().Validate("SnowflakeType", JsonValue.Create("007")));
        Assert.NotEmpty(Discord().Validate("SnowflakeType", JsonValue.Create("99999999999999999999")));
        Assert.NotEmpty(Discord().Validate("SnowflakeType", JsonValue.Create(123)));
        Assert.NotEmpty(Discord().Validate("SnowflakeType", null));
    }
}
