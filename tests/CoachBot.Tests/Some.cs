using CoachBot.Chat.Asking;
using CoachBot.Chat.Discord;
using CoachBot.Runtime;

namespace CoachBot.Tests;

/// <summary>Values that a test needs and does not care about.</summary>
internal static class Some
{
    public static readonly TeamId Team = new(1);

    public static readonly UserId Athlete = new(11);

    public static readonly ChannelId Channel = new(21);

    public static Caller Caller(TeamId? team = null, UserId? user = null, bool managesServer = false, params IReadOnlyList<RoleId> roles) =>
        new(team ?? Team, user ?? Athlete, managesServer, roles);

    public static Caller CallerInPrivate(UserId? user = null) => new(null, user ?? Athlete, ManagesServer: false, []);

    public static Call Call(Caller? caller = null, Deed? deed = null, ulong id = 1, bool onPrivateMessage = false) => new()
    {
        Id = new CallId(id),
        Caller = caller ?? Caller(),
        Channel = Channel,
        OnPrivateMessage = onPrivateMessage,
        Deed = deed ?? new Deed.Press("x"),
    };

    public static Rendering Rendering(ActionIds? ids = null) => new(ids ?? new ActionIds(new byte[32]), new CommandMentions(new CommandCatalogue([], [])));
}
