using System.Text;

namespace CoachBot.Discord.Tests.Model;

public sealed class InteractionTests
{
    private static Interaction? Parse(string json) => Interaction.Parse(Encoding.UTF8.GetBytes(json));

    private static Interaction With(string more) => Parse($$"""{"id":"1","type":2,"token":"t",{{more}}}""")!;

    [Fact]
    public void ReadsACommand()
    {
        var interaction = Parse("""
            {"app_permissions":"442368","application_id":"6","authorizing_integration_owners":{"0":"9"},"channel":{"id":"88"},"channel_id":"8",
             "context":0,"entitlements":[],"guild":{"id":"99","locale":"en-US"},"guild_id":"9","guild_locale":"en-US","id":"846462639134605312",
             "locale":"en-GB","member":{"permissions":"18014398509481983","roles":["5","6"],"user":{"id":"53908232506183680","username":"x"}},
             "token":"abc","type":2,"version":1,
             "data":{"id":"7","name":"strength-day","type":1,"options":[{"name":"add","type":1,"options":[
               {"name":"day","type":3,"value":"monday"},{"name":"n","type":4,"value":3},{"name":"x","type":10,"value":2.5},
               {"name":"on","type":5,"value":true},{"name":"role","type":8,"value":"12345678901234567890","focused":true}]}]}}
            """)!;
        Assert.Equal(
            (846462639134605312UL, 6UL, InteractionType.Command, "abc"), (interaction.Id, interaction.ApplicationId, interaction.Type, interaction.Token));
        Assert.Equal((9UL, 8UL, 53908232506183680UL), (interaction.GuildId!.Value, interaction.ChannelId!.Value, interaction.UserId));
        Assert.Equal((18014398509481983UL, 442368UL, "en-GB"), (interaction.Permissions, interaction.AppPermissions!.Value, interaction.Locale));
        Assert.Equal([5UL, 6UL], interaction.Roles);
        Assert.Equal("strength-day", interaction.Data.Name);
        var add = Assert.Single(interaction.Data.Options);
        Assert.Equal(("add", null), (add.Name, add.Value));
        Assert.Equal(["monday", 3L, 2.5, true, "12345678901234567890"], add.Options.Select(o => o.Value!));
        Assert.Equal([false, false, false, false, true], add.Options.Select(option => option.Focused));
    }

    [Fact]
    public void ReadsWhatDiscordKnowsOfTheThingsThatOptionsName()
    {
        var resolved = With("""
            "data":{"name":"n","resolved":{
              "channels":{"21":{"id":"21","name":"c","type":5,"permissions":"2048","parent_id":"3"},"22":{"id":"22","type":0,"guild_id":"9"}},
              "roles":{"31":{"id":"31","name":"r"}},"users":{"41":{"id":"41"},"42":{"id":"42"}},
              "members":{"41":{"roles":["31","32"],"permissions":"8"}}}}
            """).Data.Resolved;
        Assert.Equal([new ChannelInfo(21, 5, null, 2048) { ParentId = 3 }, new ChannelInfo(22, 0, 9, null)], resolved.Channels.Values);
        Assert.Equal([31UL], resolved.Roles);
        Assert.Equal([41UL, 42UL], resolved.Users);
        Assert.Equal((8UL, "31,32"), (resolved.Members[41].Permissions, string.Join(',', resolved.Members[41].Roles)));
        Assert.False(resolved.Members.ContainsKey(42));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData(""" {"channels":[],"roles":7,"users":null,"members":"x"} """)]
    [InlineData(""" {"channels":{"1":null,"2":7,"x":{"id":"5"},"3":{"type":0}},"roles":{"":{},"-1":{},"1\u0000":{},"\ud800":{}},"users":{"1":null},"members":{"1":[]}} """)]
    public void LeavesOutWhatIsNotVouchedFor(string json)
    {
        var resolved = With($$""" "data":{"resolved":{{json}}} """).Data.Resolved;
        Assert.Equal((0, 0, 0, 0), (resolved.Channels.Count, resolved.Roles.Count, resolved.Users.Count, resolved.Members.Count));
    }

    [Theory]
    [InlineData("7\\u0000")]
    [InlineData("7\\u0000\\u0000")]
    [InlineData(" 7")]
    [InlineData("7 ")]
    [InlineData("+7")]
    [InlineData("-7")]
    [InlineData("\u0667")]
    [InlineData("7\u200b")]
    [InlineData("7.0")]
    [InlineData("")]
    public void TakesNothingButTheTenDigitsForAnIdOrAPermission(string id)
    {
        Assert.Null(Parse($$"""{"id":"{{id}}","type":2,"token":"t"}"""));
        var interaction = With($$""" "guild_id":"{{id}}","app_permissions":"{{id}}","member":{"permissions":"{{id}}","roles":["{{id}}"],"user":{"id":"{{id}}"} } """);
        Assert.Equal((null, null, 0UL, 0UL), (interaction.GuildId, interaction.AppPermissions, interaction.Permissions, interaction.UserId));
        Assert.Empty(interaction.Roles);
    }

    [Fact]
    public void ReadsAComponent()
    {
        var interaction = With(
            """
            "member":{"user":{"id":"2"}},"message":{"id":"55","flags":64,"content":"x"},
            "data":{"custom_id":"v1:log","component_type":3,"values":["a","b"]}
            """);
        Assert.Equal(("v1:log", 3, 55UL, MessageFlags.Ephemeral),
            (interaction.Data.CustomId, interaction.Data.ComponentType, interaction.Data.MessageId!.Value, interaction.Data.MessageFlags));
        Assert.Equal(["a", "b"], interaction.Data.Values);
    }

    [Theory]
    [InlineData("""[{"type":1,"components":[{"type":4,"custom_id":"a","value":"1"}]},{"type":1,"components":[{"type":4,"custom_id":"b","value":""}]}]""")]
    [InlineData("""[{"type":18,"component":{"type":4,"custom_id":"a","value":"1"}},{"type":18,"component":{"type":4,"custom_id":"b","value":""}}]""")]
    [InlineData("""[{"type":10},null,7,{"type":18,"component":{"type":3,"custom_id":"a","values":["1","2"]}},{"custom_id":"b","value":""},{"custom_id":3,"value":"x"}]""")]
    public void ReadsAFormOfEitherShape(string components)
    {
        var interaction = With($$"""  "data":{"custom_id":"f","components":{{components}}}  """);
        Assert.Equal([new("a", "1"), new("b", "")], interaction.Data.Fields);
    }

    [Fact]
    public void KeepsWhatAFormSaysTwiceOrWrongly()
    {
        var fields = With(""" "data":{"components":[{"custom_id":"a","value":"1"},{"custom_id":"a","value":"2"},{"custom_id":"b","value":7},{"custom_id":"c"},{"custom_id":"d","value":"\ud800"}]} """).Data.Fields;
        Assert.Equal([new("a", "1"), new("a", "2"), new("b", null), new("c", null), new("d", null)], fields);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"type":2,"token":"t"}""")]
    [InlineData("""{"id":"1","token":"t"}""")]
    [InlineData("""{"id":"1","type":2}""")]
    [InlineData("""{"id":"x","type":2,"token":"t"}""")]
    [InlineData("""{"id":null,"type":2,"token":"t"}""")]
    [InlineData("""{"id":"1","type":"2","token":"t"}""")]
    [InlineData("""{"id":"1","type":2,"token":5}""")]
    [InlineData("""{"id":"1","type":2,"token":""}""")]
    [InlineData("""{"id":"1","type":2,"token":"\ud800"}""")]
    public void IsNoneWithoutIdTokenAndType(string json) => Assert.Null(Parse(json));

    [Theory]
    [InlineData(""" "data":null,"member":null,"user":null,"message":null,"locale":null,"guild_id":null,"channel_id":null,"app_permissions":null """)]
    [InlineData(""" "data":[],"member":[],"user":"x","message":7,"locale":{},"guild_id":[],"channel_id":true,"app_permissions":"many" """)]
    [InlineData(""" "data":{"name":1,"options":{},"custom_id":[],"values":"x","components":{}},"member":{"user":[],"roles":"x","permissions":[]} """)]
    [InlineData(""" "data":{"options":[null,1,{},{"name":null},{"name":7}],"values":[null,1,{}]},"member":{"roles":[null,"x",{}],"permissions":"-1"} """)]
    [InlineData(""" "message":{"id":{},"flags":"64"},"member":{"permissions":1.5},"data":{"component_type":"3","values":[]} """)]
    [InlineData(""" "guild":{"id":null},"channel":[],"guild_id":"99999999999999999999999","application_id":"-3" """)]
    [InlineData(""" "x":1 """)]
    public void ReadsTheRestAsFarAsItGoes(string more)
    {
        var interaction = With(more);
        Assert.Equal((1UL, InteractionType.Command), (interaction.Id, interaction.Type));
        Assert.Equal((null, null, 0UL, 0UL, null),
            (interaction.GuildId, interaction.ChannelId, interaction.UserId, interaction.Permissions, interaction.AppPermissions));
        Assert.Empty(interaction.Roles);
        Assert.Empty(interaction.Data.Options);
        Assert.Empty(interaction.Data.Values);
        Assert.Empty(interaction.Data.Fields);
        Assert.Equal(("", ""), (interaction.Data.Name, interaction.Data.CustomId));
    }

    [Fact]
    public void FallsBackToOtherPlaces()
    {
        var interaction = With(""" "guild":{"id":"9"},"channel":{"id":8},"user":{"id":"2"},"member":{"permissions":32,"roles":[3]} """);
        Assert.Equal((9UL, 8UL, 2UL, 32UL), (interaction.GuildId!.Value, interaction.ChannelId!.Value, interaction.UserId, interaction.Permissions));
        Assert.Equal([3UL], interaction.Roles);
    }

    [Fact]
    public void KeepsATypeNobodyKnows() => Assert.Equal((InteractionType)99, Parse("""{"id":"1","type":99,"token":"t"}""")!.Type);

    [Theory]
    [InlineData("\"5\"", "5")]
    [InlineData("5", "5")]
    [InlineData("2.5", "2.5")]
    [InlineData("true", "true")]
    [InlineData("{}", null)]
    public void GivesAValueAsText(string value, string? text) =>
        Assert.Equal(text, Assert.Single(With($$"""  "data":{"options":[{"name":"n","value":{{value}}}]}  """).Data.Options).AsText);

    [Fact]
    public void ShowsNoSecretsAsText()
    {
        var text = With("""  "user":{"id":"424242"},"data":{"name":"n","options":[{"name":"o","value":"private"}]}  """) with { Token = "secret" };
        Assert.DoesNotContain("secret", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("424242", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("private", text.Data.ToString() + text.Data.Options[0], StringComparison.Ordinal);
        var options = new DiscordOptions { Token = "secret", ApiBaseUrl = new Uri("https://discord.com/api/v10/") };
        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void RemembersTheLastIdsOnly()
    {
        var ids = new RecentIds(3);
        Assert.All(new ulong[] { 1, 2, 3 }, id => Assert.True(ids.Add(id)));
        Assert.False(ids.Add(1));
        Assert.True(ids.Add(4));
        Assert.True(ids.Add(1));
        Assert.False(ids.Add(3));
    }
}
