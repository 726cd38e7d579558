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
