namespace CoachBot.Discord.Model;

/// <summary>Discord: Receiving and Responding, "Interaction Type". Numbers not listed here are kept as they are.</summary>
public enum InteractionType
{
    Unknown = 0,
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>Discord: Application Commands, "Application Command Option Type".</summary>
public enum OptionType
{
    Unknown = 0,
    SubCommand = 1,
    SubCommandGroup = 2,
    Text = 3,
    WholeNumber = 4,
    TrueFalse = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}
