namespace CoachBot.Sandbox.People;

/// <summary>Something a person could not do in Discord's client, such as leaving out a required option. The message is for them.</summary>
internal sealed class Impossible(string message, string? option = null) : Exception(message)
{
    /// <summary>The option of a command that it is about, for the page to mark.</summary>
    public string? Option => option;
}
