namespace CoachBot.Sandbox.People;

/// <summary>Something a person could not do in Discord's client, such as leaving out a required option. The message is for that person.</summary>
internal sealed class Impossible(string message) : Exception(message);
