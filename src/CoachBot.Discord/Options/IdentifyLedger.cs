namespace CoachBot.Discord.Options;

/// <summary>
/// Keeps the moments at which the bot identified, so that a program that dies and is started again and again counts them
/// all: Discord resets the token of a bot that identifies 1000 times in 24 hours. What it throws is logged and costs nothing else.
/// </summary>
/// <param name="Since">The moments kept since the given one, in any order.</param>
/// <param name="Add">Keeps one more. Called on a thread of its own.</param>
public sealed record IdentifyLedger(
    Func<DateTimeOffset, CancellationToken, Task<IReadOnlyList<DateTimeOffset>>> Since,
    Func<DateTimeOffset, CancellationToken, Task> Add);
