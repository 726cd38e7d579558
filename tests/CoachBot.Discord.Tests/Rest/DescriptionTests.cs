using System.Text.Json.Nodes;
using CoachBot.Discord.Tests.Faults;
using CoachBot.Testing;

namespace CoachBot.Discord.Tests.Rest;

/// <summary>Every request the connector can send, held against Discord's own description of its API.</summary>
public sealed class DescriptionTests
{
    private const ulong Id = 1200000000000000001;
    private static readonly Interaction Interaction = new() { Id = Id, ApplicationId = Id, Type = InteractionType.Command, Token = "token" };

    private static readonly MessageBody Full = RestFixture.Full with
    {
        Content = "**Hello** <@&1200000000000000002>",
        AllowedMentions = new AllowedMentions { Roles = [1200000000000000002] },
        Attachments = [new Attachment("squat.png", new byte[] { 1 }, "A squat")],
    };

    public static TheoryData<string, Func<DiscordRest, Task>> Everything => new()
    {
        { "message", r => r.RespondAsync(Interaction, new InteractionResponse.Message(Full with { Flags = MessageFlags.Ephemeral })) },
        { "bare message", r => r.RespondAsync(Interaction, new InteractionResponse.Message(new MessageBody { Content = "x" })) },
        { "defer", r => r.RespondAsync(Interaction, new InteractionResponse.DeferMessage(true)) },
        { "defer in public", r => r.RespondAsync(Interaction, new InteractionResponse.DeferMessage(false)) },
        { "update", r => r.RespondAsync(Interaction, new InteractionResponse.UpdateMessage(Full)) },
        {
            "clearing update",
            r => r.RespondAsync(
                Interaction, new InteractionResponse.UpdateMessage(new MessageBody { Content = "", Embeds = [], Components = [], Attachments = [] }))
        },
        { "suggestions", r => r.RespondAsync(Interaction, new InteractionResponse.Autocomplete([new AutocompleteChoice("a", "b")])) },
        { "no suggestions", r => r.RespondAsync(Interaction, new InteractionResponse.Autocomplete([])) },
        {
            "form", r => r.RespondAsync(Interaction, new InteractionResponse.Modal("m", "Title",
            [
                new TextInput { CustomId = "i", Label = "L", MinLength = 0, MaxLength = 4000, Required = false, Value = "v", Placeholder = "p" },
                new TextInput { CustomId = "j", Label = "L", Paragraph = true },
            ]))
        },
        { "edit", r => r.EditOriginalAsync(Interaction, Full) },
        { "follow-up", r => r.FollowUpAsync(Interaction, Full, ephemeral: true) },
        { "channel message", r => r.CreateMessageAsync(Id, Full, new string('n', 25)) },
        { "channel message without nonce", r => r.CreateMessageAsync(Id, Full, null) },
        { "commands", r => r.OverwriteCommandsAsync(Id, """[{"type":1,"name":"a","description":"d","contexts":[0],"integration_types":[0],"options":[]}]"""u8.ToArray()) },
        { "list of commands", r => r.GetCommandsAsync(Id) },
        { "list of servers", r => r.GetGuildsAsync() },
        { "one channel", r => r.GetChannelAsync(Id) },
        { "one server", r => r.IsInGuildAsync(Id) },
        { "gateway", r => r.GetGatewayBotAsync() },
    };

    [Theory]
    [MemberData(nameof(Everything), DisableDiscoveryEnumeration = true)]
    public async Task EveryRequestIsAsDiscordDescribesIt(string request, Func<DiscordRest, Task> send)
    {
        var description = OpenApiDescription.Find();
        Assert.SkipWhen(description is null, "skipped: Discord's API description does not lie beside the repository.");
        var requests = new List<string>();
        var problems = new List<string>();
        using var simulation = new RestSimulation(message =>
        {
            var path = message.RequestUri!.AbsolutePath;
            requests.Add($"{message.Method} {path}");
            problems.AddRange(description.ValidateRequest(message.Method.Method, path, Body(message)));
            return message.Method == HttpMethod.Get ? RestSimulation.Reply(200, """{"url":"wss://gateway.discord.gg","id":"1"}""") : RestSimulation.Reply(200, "[]");
        });
        await send(simulation.Rest);
        Assert.True(requests.Count == 1, request);
        Assert.Empty(problems);
    }

    /// <summary>Seeded messages around every limit: what passes our check passes Discord's description, and holds 6 000 characters at most.</summary>
    [Fact]
    public async Task RequestsWithinTheLimitsAreNeverRefusedForTheirSize()
    {
        var description = OpenApiDescription.Find();
        Assert.SkipWhen(description is null, "skipped: Discord's API description does not lie beside the repository.");
        var random = new Random(19);
        var (sent, refused) = (0, 0);
        var problems = new List<string>();
        using var simulation = new RestSimulation(message =>
        {
            sent++;
            var body = Body(message)!;
            problems.AddRange(description.ValidateRequest(message.Method.Method, message.RequestUri!.AbsolutePath, body));
            var shown = (body["data"] ?? body)["embeds"]!.AsArray().Sum(e => Length(e!["title"]) + Length(e["description"]) + Length(e["footer"]?["text"])
                + (e["fields"]?.AsArray().Sum(f => Length(f!["name"]) + Length(f["value"])) ?? 0));
            if (shown > 6000) problems.Add($"{shown} characters in embeds");
            return RestSimulation.Reply(200);
        });

        string Text(int limit) =>
            new('x', random.Next(8) switch { 0 => limit, 1 => limit + (random.Next(12) == 0 ? 1 : 0), _ => random.Next(1, Math.Min(limit, 400)) });
        int Count(int limit) => random.Next(6) switch { 0 => limit, 1 => limit + (random.Next(8) == 0 ? 1 : 0), _ => random.Next(1, 3) };
        T[] Many<T>(int limit, Func<int, T> make) => [.. Enumerable.Range(0, Count(limit)).Select(make)];
        // Many short ones or few long ones, so that not every card breaks the sum.
        EmbedField[] Fields() =>
            Count(25) is > 3 and var many ? [.. Enumerable.Repeat(new EmbedField("n", "v"), many)] : [new EmbedField(Text(256), Text(1024))];
        Embed[] Cards() => Count(10) is > 3 and var many
            ? [.. Enumerable.Repeat(new Embed { Title = "t" }, many)]
            : [new Embed { Title = Text(256), Description = Text(4096), Footer = Text(2048), Fields = Fields() }];

        for (var i = 0; i < 500; i++)
        {
            var body = new MessageBody
            {
                Content = Text(2000),
                Embeds = Cards(),
                Components = Many<Component>(5, row => new ActionRow(random.Next(2) == 0
                    ? Many<Component>(5, b => new Button { Label = Text(80), CustomId = $"{row} {b} {Text(90)}" })
                    :
                    [
                        new StringSelect
                        {
                            CustomId = $"s{row}",
                            Placeholder = Text(150),
                            Options = Many(25, o => new SelectOption(Text(100), $"{o}{Text(90)}", Text(100))),
                        },
                    ])),
                AllowedMentions = new AllowedMentions { Roles = Many(100, r => Id + (ulong)r) },
            };
            try
            {
                await simulation.Rest.RespondAsync(Interaction, new InteractionResponse.UpdateMessage(body));
                await simulation.Rest.EditOriginalAsync(Interaction, body);
            }
            catch (ArgumentException)
            {
                refused++;
            }
        }

        Assert.Empty(problems.Distinct());
        Assert.True(sent > 200 && refused > 50, $"{sent} sent, {refused} refused");
    }

    private static int Length(JsonNode? text) => text is null ? 0 : ((string)text!).Length;

    private static JsonNode? Body(HttpRequestMessage message)
    {
        if (message.Content is null) return null;
        var text = message.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        if (message.Content.Headers.ContentType!.MediaType == "multipart/form-data") text = text.Split("\r\n\r\n")[1].Split("\r\n--")[0];
        return JsonNode.Parse(text);
    }
}
