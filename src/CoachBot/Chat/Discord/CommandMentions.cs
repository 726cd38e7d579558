using System.Text.RegularExpressions;

namespace CoachBot.Chat.Discord;

/// <summary>
/// Makes the commands that our texts name ones to tap: <c>`/setup zone:`</c> becomes <c>&lt;/setup:id&gt; `zone:`</c> (Reference, "Message Formatting").
/// Until the server has told the ids, and for what is no command of ours, they stay as they are.
/// </summary>
internal sealed partial class CommandMentions(CommandCatalogue catalogue)
{
    private volatile IReadOnlyDictionary<string, ulong> ids = new Dictionary<string, ulong>();

    /// <param name="registered">Ids by the first word of a command; 0 where the server did not tell.</param>
    public void Know(IReadOnlyDictionary<string, ulong> registered) => ids = registered;

    public string? In(string? text) => text is null || ids.Count == 0 ? text : Named().Replace(text, Mention);

    private string Mention(Match match)
    {
        var words = match.Groups["command"].Value.Split(' ', 3);
        var name = words.Length > 1 && catalogue.FullNames.Contains($"{words[0]} {words[1]}") ? $"{words[0]} {words[1]}" : words[0];
        if (!catalogue.FullNames.Contains(name) || ids.GetValueOrDefault(words[0]) is not (> 0 and var id)) return match.Value;
        var rest = match.Groups["command"].Value[name.Length..].Trim();
        return rest.Length == 0 ? $"</{name}:{id}>" : $"</{name}:{id}> `{rest}`";
    }

    [GeneratedRegex("`/(?<command>[^`\n]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
