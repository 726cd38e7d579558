using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;
using CoachBot.Testing;
using CoachBot.Tests.EndToEnd;

namespace CoachBot.Tests.Chat;

public sealed class CommandCatalogueTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What people see when they type a slash. A change here is a change for every team.</summary>
    [Fact]
    public async Task TheCommandsAreRegisteredAsApproved()
    {
        await using var team = await RunningTeam.StartAsync();
        var json = JsonNode.Parse(team.Bot.Services.GetRequiredService<CommandCatalogue>().Json)!;
        Snapshot.Match(json.ToJsonString(Indented));
        if (OpenApiDescription.Find() is { } description) Assert.Empty(description.ValidateRequest("PUT", "/applications/1200000000000000001/commands", json));
    }

    [Fact]
    public void TheHashChangesWithAnyWord()
    {
        static string Hash(string description) => new CommandCatalogue([new CommandSpec("try", description)], []).Hash;
        Assert.Equal(Hash("one"), Hash("one"));
        Assert.NotEqual(Hash("one"), Hash("two"));
    }
}
