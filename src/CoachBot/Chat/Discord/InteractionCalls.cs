using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Discord.Model;
using CoachBot.Discord.Options;
using CoachBot.Language;
using CoachBot.Runtime;

namespace CoachBot.Chat.Discord;

/// <summary>One interaction of Discord's as a call of ours.</summary>
internal static class InteractionCalls
{
    private const ulong Administrator = 1 << 3;
    private const ulong ManageServer = 1 << 5;
    private const int StringSelect = 3;

    /// <returns>Null for what no person did.</returns>
    public static Call? Read(Interaction interaction) => Deed(interaction) is not { } deed ? null : new Call
    {
        Id = new CallId(interaction.Id),
        Caller = Caller(interaction),
        Channel = interaction.ChannelId is { } channel ? new ChannelId(channel) : null,
        OnPrivateMessage = interaction.Data.MessageFlags.HasFlag(MessageFlags.Ephemeral),
        Deed = deed,
        Vouched = Vouched(interaction.Data.Resolved),
    };

    /// <summary>What a person reads whose interaction finds no place.</summary>
    public static string WordsFor(Interaction interaction, TurnedAway why)
    {
        var words = ChatWords.In(LocaleOf(interaction));
        return why switch
        {
            TurnedAway.Stopping => words.Restarting,
            TurnedAway.BusyWithYou => words.BusyWithYou,
            _ => words.Busy,
        };
    }

    private static Locale LocaleOf(Interaction interaction) =>
        interaction.Locale is { Length: > 0 } tag ? new Locale(tag) : Locale.English;

    private static Deed? Deed(Interaction interaction)
    {
        var data = interaction.Data;
        switch (interaction.Type)
        {
            case InteractionType.Command:
                var (command, options) = Route(data);
                return new Deed.Command(command, [.. options.Select(option => KeyValuePair.Create(option.Name, option.Value))]);
            case InteractionType.Autocomplete:
                var (name, typed) = Route(data);
                var typing = typed.FirstOrDefault(option => option.Focused);
                return new Deed.Typing(name, typing?.Name, typing?.AsText ?? "");
            case InteractionType.Component when data.ComponentType == StringSelect:
                return new Deed.Pick(data.CustomId, data.Values);
            case InteractionType.Component:
                return new Deed.Press(data.CustomId);
            case InteractionType.ModalSubmit:
                return new Deed.Submit(data.CustomId, [.. data.Fields.Select(field => KeyValuePair.Create(field.CustomId, field.Value))]);
            default:
                return null;
        }
    }

    /// <summary>
    /// The command's full name, and the options of its last part: what has no value is a sub-command. Not every server says of what type an option is.
    /// </summary>
    private static (string Name, IReadOnlyList<InteractionOption> Options) Route(InteractionData data) =>
        data.Options is [{ Value: null } part] ? ($"{data.Name} {part.Name}", part.Options) : (data.Name, data.Options);

    private static Caller Caller(Interaction interaction) => new(
        interaction.GuildId is { } guild ? new TeamId(guild) : null,
        interaction.UserId > 0 ? new UserId(interaction.UserId) : null,
        ManagesServer: (interaction.Permissions & (Administrator | ManageServer)) != 0,
        [.. interaction.Roles.Select(RoleId.Of)])
    {
        Locale = LocaleOf(interaction),
    };

    private static Vouched Vouched(ResolvedData resolved) => resolved.Channels.Count + resolved.Roles.Count == 0
        ? Asking.Vouched.Nothing
        : new Vouched(resolved.Channels.Keys.Select(ChannelId.Of).ToHashSet(), resolved.Roles.Select(RoleId.Of).ToHashSet());
}
