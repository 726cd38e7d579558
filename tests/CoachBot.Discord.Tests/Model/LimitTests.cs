namespace CoachBot.Discord.Tests.Model;

public sealed class LimitTests
{
    private static string Text(int length) => new('x', length);

    public static TheoryData<string, Func<int, MessageBody>, int> Sizes => new()
    {
        { "content", n => new MessageBody { Content = Text(n) }, 2000 },
        { "embeds", n => new MessageBody { Embeds = Many(n, _ => new Embed { Title = "t" }) }, 10 },
        { "embeds[0].title", n => Card(new Embed { Title = Text(n) }), 256 },
        { "embeds[0].description", n => Card(new Embed { Description = Text(n) }), 4096 },
        { "embeds[0].footer", n => Card(new Embed { Footer = Text(n) }), 2048 },
        { "embeds[0].fields", n => Card(new Embed { Fields = Many(n, _ => new EmbedField("n", "v")) }), 25 },
        { "embeds[0].fields[0].name", n => Card(new Embed { Fields = [new EmbedField(Text(n), "v")] }), 256 },
        { "embeds[0].fields[0].value", n => Card(new Embed { Fields = [new EmbedField("n", Text(n))] }), 1024 },
        { "embeds", n => new MessageBody { Embeds = [new Embed { Description = Text(4000) }, new Embed { Description = Text(n - 4000) }] }, 6000 },
        { "components", n => new MessageBody { Components = Many<Component>(n, i => new ActionRow([Press($"{i}")])) }, 5 },
        { "components[0]", n => Row(Many<Component>(n, i => Press($"{i}"))), 5 },
        { "components[0].components[0].custom_id", n => Row(Press(Text(n))), 100 },
        { "components[0].components[0].label", n => Row(Press("a") with { Label = Text(n) }), 80 },
        { "components[0].components[0].options", n => Row(Choose(n)), 25 },
        { "components[0].components[0].placeholder", n => Row(Choose(1) with { Placeholder = Text(n) }), 150 },
        { "components[0].components[0].options[0].label", n => Row(Choose(new SelectOption(Text(n), "v"))), 100 },
        { "components[0].components[0].options[0].value", n => Row(Choose(new SelectOption("l", Text(n)))), 100 },
        { "components[0].components[0].options[0].description", n => Row(Choose(new SelectOption("l", "v", Text(n)))), 100 },
        { "allowed_mentions.roles", n => new MessageBody { Content = "x", AllowedMentions = new AllowedMentions { Roles = Many(n, i => (ulong)i) } }, 100 },
        { "attachments", n => new MessageBody { Attachments = Many(n, i => new Attachment($"{i}.png", default)) }, 10 },
        { "attachments[0].description", n => new MessageBody { Attachments = [new Attachment("a.png", default, Text(n))] }, 1024 },
    };

    [Theory, Fault("B19")]
    [MemberData(nameof(Sizes), DisableDiscoveryEnumeration = true)]
    public void AllowsTheLimitAndNotOneMore(string field, Func<int, MessageBody> make, int limit)
    {
        LimitCheck.NewMessage(make(limit));
        var problem = Assert.Throws<ArgumentException>(() => LimitCheck.NewMessage(make(limit + 1)));
        Assert.Equal(field, problem.ParamName);
        Assert.DoesNotContain("xxx", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesWhatDiscordWouldRefuse()
    {
        Refuses("body", new MessageBody());
        Refuses("components[0].components[1].custom_id", Row(Press("a"), Press("a")));
        Refuses("components[0].components[0].custom_id", Row(Press("")));
        Refuses("components[0].components[0].label", Row(Press("a") with { Label = "" }));
        Refuses("components[0]", Row(Choose(1), Press("z")));
        Refuses("components[0]", Row());
        Refuses("components[0]", new MessageBody { Components = [Press("a")] });
        Refuses("attachments[0].filename", new MessageBody { Attachments = [new Attachment("a\"\r\nb.png", default)] });
        Refuses("attachments", new MessageBody { Attachments = [new Attachment("a.png", default), new Attachment("a.png", default)] });
        Refuses("body", new MessageBody { Content = " \n " });
        Refuses("embeds[0].fields[0]", Card(new Embed { Fields = [new EmbedField("n", " ")] }));
        Refuses("components[0].components[0].options", Row(Choose(new SelectOption("l", "v"), new SelectOption("l", "v"))));
        Refuses("components[0].components[0].options", Row(Choose(new SelectOption("l", "v", Default: true), new SelectOption("l", "w", Default: true))));
        Assert.Equal("nonce", Assert.Throws<ArgumentException>(() => LimitCheck.NewMessage(new MessageBody { Content = "x" }, Text(26))).ParamName);
        LimitCheck.NewMessage(new MessageBody { Content = "x" }, Text(25));
    }

    [Fact, Fault("B19")]
    public void ChecksFormsAndSuggestions()
    {
        var input = new TextInput { CustomId = "i", Label = "l" };
        Allows(new InteractionResponse.Modal(Text(100), Text(45), Many(5, i => input with { CustomId = $"{i}", Label = Text(45) })));
        Refuses(new InteractionResponse.Modal(Text(101), "t", [input]));
        Refuses(new InteractionResponse.Modal("c", Text(46), [input]));
        Refuses(new InteractionResponse.Modal("c", "t", []));
        Refuses(new InteractionResponse.Modal("c", "t", Many(6, i => input with { CustomId = $"{i}" })));
        Refuses(new InteractionResponse.Modal("c", "t", [input, input]));
        Refuses(new InteractionResponse.Modal("c", "t", [input with { Label = Text(46) }]));
        Refuses(new InteractionResponse.Modal("c", "t", [input with { Value = Text(4001) }]));
        Allows(new InteractionResponse.Modal("c", "t", [input with { Value = Text(4000), Placeholder = Text(100), MinLength = 4000, MaxLength = 4000 }]));
        Refuses(new InteractionResponse.Modal("c", "t", [input with { Placeholder = Text(101) }]));
        Refuses(new InteractionResponse.Modal("c", "t", [input with { MinLength = 5, MaxLength = 4 }]));
        Refuses(new InteractionResponse.Modal("c", "t", [input with { MaxLength = 4001 }]));
        Refuses(new InteractionResponse.Modal("c", "t", [input with { MaxLength = 4, Value = Text(5) }]));
        Allows(new InteractionResponse.Autocomplete(Many(25, i => new AutocompleteChoice(Text(100), Text(100)))));
        Refuses(new InteractionResponse.Autocomplete(Many(26, i => new AutocompleteChoice("n", $"{i}"))));
        Refuses(new InteractionResponse.Autocomplete([new AutocompleteChoice(Text(101), "v")]));
        Refuses(new InteractionResponse.Autocomplete([new AutocompleteChoice("n", Text(101))]));
    }

    [Fact]
    public async Task NeverMakesAnEphemeralTextPublic()
    {
        await using var fixture = new Rest.RestFixture();
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Rest.CreateMessageAsync(
            8, new MessageBody { Content = "x", Flags = MessageFlags.Ephemeral }, null));
        Assert.Empty(fixture.Discord.Requests);
    }

    private static void Refuses(string field, MessageBody body) =>
        Assert.Equal(field, Assert.Throws<ArgumentException>(() => LimitCheck.NewMessage(body)).ParamName);

    private static void Refuses(InteractionResponse response) => Assert.Throws<ArgumentException>(() => LimitCheck.Response(response));

    private static void Allows(InteractionResponse response) => LimitCheck.Response(response);

    private static T[] Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static MessageBody Card(Embed embed) => new() { Embeds = [embed] };

    private static MessageBody Row(params Component[] components) => new() { Components = [new ActionRow(components)] };

    private static Button Press(string id) => new() { Label = "l", CustomId = id };

    private static StringSelect Choose(int options) => Choose(Many(options, i => new SelectOption("l", $"{i}")));

    private static StringSelect Choose(params SelectOption[] options) => new() { CustomId = "s", Options = options };
}
