using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.Interactions;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.People;

/// <summary>
/// What people do: type, press, pick, submit, chat. Checks what Discord's client would check and throws <see cref="Impossible"/> before any
/// bot hears of it. The page and <see cref="SandboxMember"/> both act through this.
/// </summary>
internal sealed class Hands(LocalDiscord discord)
{
    public Task<SandboxAnswer> LineAsync(Person person, Channel channel, string line, CancellationToken ct)
    {
        if (!line.TrimStart().StartsWith('/'))
            return Task.FromResult(new SandboxAnswer { Outcome = Outcome.Message, Message = Chat(person, channel, line) });
        var typed = discord.Locked(state => TypedLine.Read(line, state.Commands.TypedBy(person)));
        return CommandAsync(person, channel, typed.Name, new Dictionary<string, string>(typed.Options), focused: null, ct);
    }

    public Task<SandboxAnswer> SuggestAsync(Person person, Channel channel, string line, CancellationToken ct)
    {
        var typed = discord.Locked(state => TypedLine.Read(line, state.Commands.TypedBy(person)));
        if (typed.Options.Count == 0) throw new Impossible("Type the option that should be suggested, such as /exercise name:bri");
        return CommandAsync(person, channel, typed.Name, new Dictionary<string, string>(typed.Options), typed.Options[^1].Key, ct);
    }

    public Task<SandboxAnswer> CommandAsync(
        Person person, Channel channel, string path, IReadOnlyDictionary<string, string> options, string? focused, CancellationToken ct) =>
        discord.Locked(state =>
        {
            MustSee(state, person, channel);
            var command = Find(state, person, path.Split(' ')[0]);
            var resolved = new Resolved(state, person, command.Bot);
            var (data, focusedType) = new CommandCheck(command, resolved).Data(path, options, focused);
            return Sent(state, new InteractionShape(state).Command(command, person, channel, data, focusedType), ct);
        });

    /// <summary>Picks a command in the menu of a person or a message.</summary>
    public Task<SandboxAnswer> MenuAsync(Person person, Channel channel, ulong commandId, ulong targetId, CancellationToken ct) =>
        discord.Locked(state =>
        {
            MustSee(state, person, channel);
            var command = state.Commands.OfferedTo(person)
                .FirstOrDefault(command => command.Id == commandId && command.Type != CommandRules.ChatInput)
                ?? throw new Impossible($"{person.Name} has no such command in the menu.");
            var resolved = new Resolved(state, person, Live(state, command, command.Name).Bot);
            if (command.Type == CommandRules.OnMessage) channel = resolved.Message(Visible(state, person, targetId)).Channel;
            else if (resolved.User(targetId.ToString()) is null) throw new Impossible("There is no such person in your team.");
            var data = new JsonObject { ["target_id"] = targetId.ToString(), ["resolved"] = resolved.Json() };
            return Sent(state, new InteractionShape(state).Command(command, person, channel, data, focusedType: null), ct);
        });

    public Task<SandboxAnswer> ComponentAsync(Person person, ulong messageId, string customId, IReadOnlyList<string>? values,
        CancellationToken ct) =>
        discord.Locked(state =>
        {
            var message = Visible(state, person, messageId);
            var component = VisibleText.Components(message.Json["components"])
                .FirstOrDefault(part => (string?)part["custom_id"] == customId)
                ?? throw new Impossible($"The message has no button or select {customId} (any more).");
            if ((bool?)component["disabled"] ?? false) throw new Impossible($"{(string?)component["label"] ?? customId} is disabled.");
            var type = (int)component["type"]!;
            if (ComponentType.IsSelect(type) != values is not null)
                throw new Impossible($"{customId} is a {(values is null ? "select: pick values" : "button: press it")}.");
            if (message.Bot is null || !state.Sessions.IsLive(message.Bot)) throw new Impossible($"{message.AuthorName} is offline.");
            var resolved = new Resolved(state, person, message.Bot);
            var picked = values is null ? null : SelectCheck.Picked(component, values, resolved);
            return Sent(state, new InteractionShape(state).Component(message, person, component, picked, resolved.Json()), ct);
        });

    public Task<SandboxAnswer> SubmitAsync(Person person, string formId, IReadOnlyDictionary<string, string> values,
        CancellationToken ct) =>
        discord.Locked(state =>
        {
            var form = state.Interactions.Form(formId, person) ?? throw new Impossible("This form is not open (any more). Open it again.");
            var filled = FormFields.Filled(form.Modal["components"]!.AsArray(), values);
            if (!state.Sessions.IsLive(form.From.Bot)) throw new Impossible($"{form.From.Bot.Name} is offline.");
            state.Interactions.Close(form);
            return Sent(state, new InteractionShape(state).Submit(form, filled), ct);
        });

    public SandboxMessage Chat(Person person, Channel channel, string text) =>
        discord.Locked(state =>
        {
            MustWrite(state, person, channel);
            var content = TypedNames.LinkAll(text.Trim(), state, person);
            if (content.Length == 0) throw new Impossible("The message is empty. Type something first.");
            if (Form.Length(content) > 2000) throw new Impossible("The message is longer than 2000 characters. Make two of it.");
            var id = state.Ids.Next();
            var json = state.Messages.NewJson(id, channel, WorldJson.User(person), 0, content, MessageFlags.None);
            var pings = Pings.Of(content, state.World, state.Bots, state.World.Team(person.TeamId), AllowedMentions.OfMessages,
                mayPingAll: false);
            json["mentions"] = new JsonArray([.. pings.Users.Select(user => (JsonNode?)WorldJson.User(state.World, state.Bots, user))]);
            json["mention_roles"] = new JsonArray([.. pings.Roles.Select(role => (JsonNode)role.ToString())]);
            var message = new Message
            {
                Id = id,
                Channel = channel,
                AuthorId = person.Id,
                AuthorName = person.Name,
                Json = json,
                Pings = pings
            };
            state.Messages.Add(message);
            return message.Snapshot();
        });

    /// <summary>A message this person can see, as it is now.</summary>
    public static Message Visible(DiscordState state, Person person, ulong messageId) =>
        state.Messages.Find(messageId) is { } message && Sight.Sees(state.World, person, message)
            ? message
            : throw new Impossible($"{person.Name} sees no such message; it may be deleted, private to somebody else, or in another team.");

    private Task<SandboxAnswer> Sent(DiscordState state, Interaction interaction, CancellationToken ct)
    {
        state.Interactions.Send(interaction);
        interaction.Deadline = discord.Time.CreateTimer(
            _ => discord.Locked(_ => InteractionBoard.TimeOut(interaction)), null, InteractionBoard.AnswerWithin, Timeout.InfiniteTimeSpan);
        return interaction.Answer.WaitAsync(ct);
    }

    // Commands are typed where one writes, so a place where nobody can write has none.
    private static void MustSee(DiscordState state, Person person, Channel channel)
    {
        if (!Sight.Sees(state.World, person, channel)) throw new Impossible($"{person.Name} does not see that channel.");
        if (channel.Kind == ChannelKind.Forum)
            throw new Impossible($"#{channel.Name} is a forum: it holds posts, and takes no messages itself.");
        if (channel.IsLocked) throw new Impossible($"The thread {channel.Name} is locked.");
    }

    private static void MustWrite(DiscordState state, Person person, Channel channel)
    {
        MustSee(state, person, channel);
        if (!Sight.Writes(channel, Sight.PermissionsOf(state.World, person, channel)))
            throw new Impossible($"{person.Name} may read #{channel.Name}, but not write there.");
    }

    private static RegisteredCommand Find(DiscordState state, Person person, string name)
    {
        var offered = state.Commands.TypedBy(person).FirstOrDefault(command => command.Name == name);
        if (offered is null)
        {
            var exists = state.Bots.All.Any(bot =>
                bot.Commands.Exists(command => command.Name == name && command.Type == CommandRules.ChatInput));
            throw new Impossible(exists ? $"{person.Name} may not use /{name}." : $"No bot has registered a command /{name}.");
        }

        return Live(state, offered, "/" + name);
    }

    private static RegisteredCommand Live(DiscordState state, RegisteredCommand command, string name) => state.Sessions.IsLive(command.Bot)
        ? command
        : throw new Impossible($"{name} belongs to {command.Bot.Name}, which is offline.");
}
