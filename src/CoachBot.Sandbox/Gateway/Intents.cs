namespace CoachBot.Sandbox.Gateway;

/// <summary>Discord: events/gateway, "List of Intents".</summary>
[Flags]
internal enum Intents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    MessageContent = 1 << 15,

    /// <summary>Every bit that Discord has given a meaning; any other closes the connection with 4013.</summary>
    Known = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25),
}
