using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.Safety;

internal static class SafetyReplies
{
    private const int Red = 0xC62828;
    private const int Violet = 0x6A3FA0;
    private const int Amber = 0xB26A00;

    /// <param name="help">The numbers of the team's country; null where it is not known.</param>
    public static Reply For(Sign sign, CountryHelp? help, Locale reader)
    {
        var words = SafetyWords.In(reader);
        return new Reply
        {
            Private = true,
            Card = new Card(words.Title(sign), words.Body(sign))
            {
                Colour = ColourOf(sign),
                Fields = [new CardField(words.CallTitle, string.Join('\n', Lines(sign, help, words)))],
                Footer = words.Kept,
            },
        };
    }

    private static int ColourOf(Sign sign) => sign switch
    {
        <= Sign.Bleeding and not (Sign.Suicide or Sign.Abuse) => Red,
        <= Sign.SelfHarm or Sign.Eating => Violet,
        <= Sign.Injury => Red,
        _ => Amber,
    };

    private static IEnumerable<string> Lines(Sign sign, CountryHelp? help, SafetyWords words)
    {
        yield return help is null ? words.EmergencyAnywhere : words.Emergency(help.Emergency?.Call);
        HelpKind[] kinds = sign switch
        {
            Sign.Suicide or Sign.SelfHarm or Sign.Bleeding => [HelpKind.Crisis, HelpKind.Child],
            Sign.Abuse => [HelpKind.Child, HelpKind.Abuse, HelpKind.Crisis],
            Sign.Eating => [HelpKind.Eating, HelpKind.Child, HelpKind.Crisis],
            _ => [],
        };
        if (kinds.Length == 0) yield break;
        var lines = help is null ? [] : kinds.SelectMany(kind => help.Lines.Where(line => line.For == kind)).Distinct().Take(3).ToList();
        foreach (var line in lines) yield return words.Line(line.Name, line.Call, line.Text);
        if (lines.Count == 0) yield return words.NoLine;
    }
}
