using System.Text;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>
/// Payloads as Discord documents them (Discord: Gateway Events; Receiving and Responding; Component Reference), with
/// every member that this connector reads and many that it does not. The material of the mutator.
/// </summary>
internal static class FrameShapes
{
    /// <summary>Stands where an interaction's id is, so that each frame can have one of its own.</summary>
    public const string Id = "100000000000000001";

    /// <summary>What a log line must never show.</summary>
    public const string Canary = "canary-of-a-person";

    private const string Around =
        """
        "application_id":"6","token":"canary-of-a-person-token","version":1,"app_permissions":"442368","guild_id":"9","guild_locale":"en-US",
        "locale":"en-GB","context":0,"attachment_size_limit":26214400,"authorizing_integration_owners":{"0":"9"},"entitlements":[],
        "guild":{"id":"9","locale":"en-US","features":["COMMUNITY"]},
        "channel":{"id":"8","type":0,"name":"general","permissions":"2251799813685247","last_message_id":"11","nsfw":false,"position":3,"topic":null},
        "channel_id":"8","member":{"avatar":null,"communication_disabled_until":null,"deaf":false,"flags":0,"joined_at":"2020-10-10T10:10:10.100000+00:00",
        "mute":false,"nick":"canary-of-a-person \u00e9\ud83c\udfc3","pending":false,"permissions":"18014398509481983","premium_since":null,"roles":["539082325061836999","5"],
        "user":{"id":"53908232506183680","username":"canary-of-a-person","discriminator":"0","avatar":"a_d5efa99b3eeaa7dd43acca82f5692432","public_flags":131141}}
        """;

    private const string Message =
        """
        "message":{"id":"55","type":20,"flags":64,"content":"canary-of-a-person","embeds":[{"title":"t","fields":[{"name":"n","value":"v","inline":true}]}],
        "components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"v1:log","label":"Done"}]}],"mentions":[],"timestamp":"2026-11-23T05:00:00+00:00"}
        """;

    private static readonly string[] Interactions =
    [
        """{"type":1""",
        """
        {"type":2,"data":{"id":"771825006014889984","name":"strength-day","type":1,"options":[{"name":"group","type":2,"options":[{"name":"add","type":1,"options":[
        {"name":"day","type":3,"value":"canary-of-a-person"},{"name":"n","type":4,"value":-3},{"name":"x","type":10,"value":2.5e0},{"name":"on","type":5,"value":true},
        {"name":"who","type":6,"value":"53908232506183680"},{"name":"where","type":7,"value":"8"},{"name":"role","type":8,"value":"5"},
        {"name":"any","type":9,"value":"12345678901234567890"},{"name":"file","type":11,"value":"66","focused":false}]}]}],
        "resolved":{"users":{"53908232506183680":{"id":"53908232506183680","username":"canary-of-a-person"}},"members":{"53908232506183680":{"roles":[],"permissions":"0"}},
        "roles":{"5":{"id":"5","name":"Coaches","color":0}},"channels":{"8":{"id":"8","type":0}},"attachments":{"66":{"id":"66","filename":"a.png","size":1}}}}
        """,
        """{"type":2,"data":{"id":"7","name":"Look up","type":3,"target_id":"55","resolved":{"messages":{"55":{"id":"55","content":"x"}}}}""",
        """{"type":4,"data":{"id":"7","name":"exercise","type":1,"options":[{"name":"name","type":3,"value":"plank \"side\" \\ \u0041","focused":true}]}""",
        """{"type":3,"data":{"custom_id":"v1:log:1z:9:abcdef","component_type":2,"id":4},""" + Message,
        """{"type":3,"data":{"custom_id":"v1:pick","component_type":3,"values":["a","b","canary-of-a-person"],"resolved":{}},""" + Message,
        """
        {"type":5,"data":{"custom_id":"v1:form","components":[{"type":1,"id":1,"components":[{"type":4,"id":2,"custom_id":"sets","value":"3"}]},
        {"type":1,"components":[{"type":4,"custom_id":"reps","value":""}]}]}
        """,
        """
        {"type":5,"data":{"custom_id":"v1:form","components":[{"type":10,"content":"hello"},{"type":18,"id":1,"component":{"type":4,"custom_id":"note","value":"canary-of-a-person"}},
        {"type":18,"component":{"type":3,"custom_id":"day","values":["monday","friday"]}},{"type":18,"component":{"type":8,"custom_id":"where","values":["8"],"resolved":{}}},
        {"type":18,"component":{"type":19,"custom_id":"file","values":["66"]}}]}
        """,
    ];

    private static readonly string[] Events =
    [
        """
        {"t":"READY","s":1,"op":0,"d":{"v":10,"user_settings":{},"user":{"verified":true,"username":"coach","id":"5","flags":0,"bot":true,"avatar":null},
        "session_type":"normal","session_id":"30f32c5d54ae86130fc4a215c7474263","resume_gateway_url":"wss://gateway-us-east1-b.discord.gg","relationships":[],
        "private_channels":[],"presences":[],"guilds":[{"unavailable":true,"id":"9"},{"unavailable":true,"id":"10"}],"application":{"id":"6","flags":565248},
        "trace":["[\"gateway-prd-us-east1-b-0568\",{\"micros\":96992}]"],"geo_ordered_rtc_regions":["rotterdam"]}}
        """,
        """{"t":"READY","s":1,"op":0,"d":{"session_id":"a","resume_gateway_url":"ws://127.0.0.1:1/","user":{"id":"5"},"shard":[0,1]}}""",
        """{"t":"RESUMED","s":3,"op":0,"d":{"trace":["[\"gateway-prd\",{\"micros\":0}]"]}}""",
        """
        {"t":"GUILD_CREATE","s":2,"op":0,"d":{"id":"9","name":"Runners","member_count":31,"large":false,"unavailable":false,"joined_at":"2026-01-01T00:00:00+00:00",
        "roles":[{"id":"9","name":"@everyone","permissions":"559623605571137","position":0,"tags":{"bot_id":"5","premium_subscriber":null}}],
        "channels":[{"id":"8","type":0,"permission_overwrites":[{"id":"9","type":0,"allow":"0","deny":"1024"}]},{"id":"12","type":2,"bitrate":64000}],
        "members":[{"user":{"id":"5"},"roles":["13"],"mute":false}],"voice_states":[],"threads":[],"presences":[],"emojis":[{"id":"14","name":"\ud83d\udcaa"}]}}
        """,
        """{"t":"GUILD_DELETE","s":9,"op":0,"d":{"id":"9","unavailable":true}}""",
        """{"t":"GUILD_ROLE_DELETE","s":10,"op":0,"d":{"guild_id":"9","role_id":"5"}}""",
        """{"t":"CHANNEL_DELETE","s":11,"op":0,"d":{"id":"8","type":0,"guild_id":"9"}}""",
        """{"t":"TYPING_START","s":12,"op":0,"d":null}""",
        """{"t":null,"s":null,"op":11,"d":null}""",
        """{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"trace":["[\"gateway-prd\",{\"micros\":0.0}]"]}}""",
        """{"op":99,"d":{},"s":null,"t":null}""",
    ];

    /// <summary>Rare among the mutants: each ends the connection or is answered.</summary>
    private static readonly string[] Orders = ["""{"op":1,"d":null}""", """{"op":7,"d":null,"s":null,"t":null}""", """{"op":9,"d":false}""", """{"op":9,"d":true}"""];

    public static byte[][] OfInteractions { get; } =
        [.. Interactions.Select(data => Bytes($$$"""{"t":"INTERACTION_CREATE","s":5,"op":0,"d":{{{data}}},"id":"{{{Id}}}",{{{Around}}}}}"""))];

    public static byte[][] OfEvents { get; } = [.. Events.Select(Bytes)];

    public static byte[][] OfOrders { get; } = [.. Orders.Select(Bytes)];

    /// <summary>What must still be understood after anything.</summary>
    public static byte[] Interaction(ulong id) => Bytes($$$$"""{"t":"INTERACTION_CREATE","s":1,"op":0,"d":{"id":"{{{{id}}}}","type":2,"token":"t","data":{"name":"exercise"}}}""");

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json.Replace("\n", "", StringComparison.Ordinal));
}
