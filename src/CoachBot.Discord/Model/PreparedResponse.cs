namespace CoachBot.Discord.Model;

/// <summary>
/// A response that was checked and written once, files and all, and can be sent to any number of interactions. Made by
/// <see cref="DiscordRest.Prepare"/>.
/// </summary>
public sealed class PreparedResponse
{
    internal PreparedResponse(ReadOnlyMemory<byte> body, string contentType) => (Body, ContentType) = (body, contentType);

    internal ReadOnlyMemory<byte> Body { get; }

    internal string ContentType { get; }
}
