using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using CoachBot.Language;

namespace CoachBot.Questions;

/// <summary>What is answered never repeats what was typed: a question may be about a person.</summary>
internal static partial class AskReplies
{
    private const int MostText = 1024;

    public static Reply Answered(Answer answer, Knowledge knowledge, Locale reader) => new() { Card = Card(answer, knowledge, QuestionWords.In(reader)) };

    /// <summary>Under what comes first, the questions that were perhaps meant as well.</summary>
    public static Reply WithMore(Reply first, IEnumerable<Answer> more, Locale reader) =>
        first with { Select = Offer([.. more], QuestionWords.In(reader).MoreAboutThis) };

    /// <param name="nearest">What may have been meant; may be empty.</param>
    public static Reply Unknown(IReadOnlyList<Answer> nearest, Locale reader)
    {
        var words = QuestionWords.In(reader);
        return new Reply
        {
            Text = $"{words.Unknown}{(nearest.Count > 0 ? $" {words.IsItOneOfThese}" : "")}\n{words.HurtOrInDanger}",
            Select = Offer(nearest, words.IsItOneOfThese),
        };
    }

    private static Select? Offer(IReadOnlyList<Answer> answers, string placeholder) =>
        answers.Count == 0 ? null : new Select(PickAnswer.Name) { Placeholder = placeholder, Options = PickAnswer.Options(answers) };

    private static Card Card(Answer answer, Knowledge knowledge, QuestionWords words) => new(answer.Question, answer.Text)
    {
        Fields = [new(words.HowSure, words.Sure(answer.Confidence)), new(words.WhereFrom, Sources(answer, knowledge))],
        Footer = knowledge.Disclaimer,
    };

    private static string Sources(Answer answer, Knowledge knowledge)
    {
        var linked = Bullets(answer.Sources.Select(id => Link(knowledge.Sources[id])));
        return linked.Length <= MostText ? linked : Bullets(answer.Sources.Select(id => Markup.Escape(knowledge.Sources[id].Citation)));
    }

    private static string Link(KnowledgeSource source) => Address().Match(source.Address) is { Success: true } address
        ? $"[{Markup.Escape(source.Citation)}]({address.Value})"
        : Markup.Escape(source.Citation);

    private static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));

    [GeneratedRegex(@"https?://[^\s)]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
