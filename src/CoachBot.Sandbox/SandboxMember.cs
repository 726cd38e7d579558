using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.People;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox;

/// <summary>
/// A member of a team who types, presses and reads as a person in Discord's client would. Whatever that client would not allow is refused
/// before any bot hears of it: a typed line then fails with a sentence, a press or a form throws. All wait for the bot's answer, three
/// seconds
/// of the sandbox's clock.
/// </summary>
public sealed class SandboxMember
{
    private readonly Person person;
    private readonly LocalDiscord discord;
    private readonly Hands hands;

    internal SandboxMember(Person person, LocalDiscord discord, Hands hands)
    {
        this.person = person;
        this.discord = discord;
        this.hands = hands;
    }

    public string Name => person.Name;

    public ulong Id => person.Id;

    public ulong TeamId => person.TeamId;

    private Channel FirstChannel => discord.World.Channels.First(channel => channel.TeamId == person.TeamId);

    /// <summary>
    /// Types a line into the team's first channel: a command such as <c>/exercise name:bridge share:everyone</c>, or chat.
    /// </summary>
    public Task<SandboxAnswer> TypeAsync(string line, CancellationToken ct = default) => TypeAsync(FirstChannel, line, ct);

    /// <summary>Types a line into a channel.</summary>
    public Task<SandboxAnswer> TypeInAsync(ulong channelId, string line, CancellationToken ct = default) =>
        TypeAsync(discord.World.Channel(channelId)
            ?? throw new ArgumentException($"There is no channel {channelId}.", nameof(channelId)), line, ct);

    /// <summary>What is suggested for the last option of the line.</summary>
    /// <exception cref="InvalidOperationException">The line has no such option, or the bot did not suggest anything in time.</exception>
    public async Task<IReadOnlyList<SandboxChoice>> SuggestAsync(string line, CancellationToken ct = default)
    {
        var answer = await PossibleAsync(() => hands.SuggestAsync(person, FirstChannel, line, ct));
        return answer.Outcome == Outcome.Failed ? throw new InvalidOperationException(answer.Error) : answer.Choices;
    }

    /// <summary>Presses a button by its label, on the message as it is now.</summary>
    /// <exception cref="InvalidOperationException">The member sees no such message, or it has no such button, or the button is
    /// disabled.</exception>
    public Task<SandboxAnswer> PressAsync(SandboxMessage message, string label, CancellationToken ct = default) => PossibleAsync(() =>
    {
        var button = discord.Locked(state =>
        {
            var buttons = Hands.Visible(state, person, message.Id).Snapshot().Buttons;
            return buttons.FirstOrDefault(button => button.Label == label) ?? throw new Impossible(
                $"The message has no button \"{label}\". It has: {string.Join(", ", buttons.Select(button => $"\"{button.Label}\""))}.");
        });

        return hands.ComponentAsync(
            person, message.Id, button.CustomId
                ?? throw new Impossible($"\"{label}\" is a link to {button.Url}: it opens a page."), values: null, ct);
    });

    /// <summary>Picks values in a select.</summary>
    /// <exception cref="InvalidOperationException">The member sees no such message, or it has no such select, or a value cannot be
    /// picked.</exception>
    public Task<SandboxAnswer> SelectAsync(SandboxMessage message, string customId, IReadOnlyList<string> values,
        CancellationToken ct = default) =>
        PossibleAsync(() => hands.ComponentAsync(person, message.Id, customId, values, ct));

    /// <summary>Fills in the form that an earlier answer opened, by the fields' custom ids, and submits it.</summary>
    /// <exception cref="InvalidOperationException">The form is closed, or a value does not fit its field.</exception>
    public Task<SandboxAnswer> SubmitAsync(SandboxAnswer form, IReadOnlyDictionary<string, string> values,
        CancellationToken ct = default) =>
        PossibleAsync(() => hands.SubmitAsync(
            person, form.Form?.Id
                ?? throw new Impossible($"That answer is no form but {form.Outcome}. {form.Error}".TrimEnd()), values, ct));

    /// <summary>Picks a command in the menu of a person or of a message, by its name and the target's id.</summary>
    /// <exception cref="InvalidOperationException">The member is offered no such command, or sees no such target.</exception>
    public Task<SandboxAnswer> UseAsync(string command, ulong targetId, CancellationToken ct = default) => PossibleAsync(() =>
    {
        var id = discord.Locked(state => state.Commands.OfferedTo(person)
            .FirstOrDefault(offered => offered.Type != CommandRules.ChatInput && offered.Name == command)?.Id)
            ?? throw new Impossible($"{person.Name} has no command {command} in the menu.");
        return hands.MenuAsync(person, FirstChannel, id, targetId, ct);
    });

    /// <summary>Everything this member can see in the team's channels, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> Sees() => discord.Locked<IReadOnlyList<SandboxMessage>>(state =>
        [.. state.Messages.All.Where(message => Sight.Sees(state.World, person, message)).Select(message => message.Snapshot())]);

    private async Task<SandboxAnswer> TypeAsync(Channel channel, string line, CancellationToken ct)
    {
        try
        {
            return await hands.LineAsync(person, channel, line, ct);
        }
        catch (Impossible refused)
        {
            return new SandboxAnswer { Outcome = Outcome.Failed, Error = refused.Message };
        }
    }

    private static async Task<SandboxAnswer> PossibleAsync(Func<Task<SandboxAnswer>> act)
    {
        try
        {
            return await act();
        }
        catch (Impossible refused)
        {
            throw new InvalidOperationException(refused.Message, refused);
        }
    }
}
