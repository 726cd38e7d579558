using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;

namespace CoachBot.Questions;

/// <summary>What is answered never repeats what was typed: a question may be about a person.</summary>
internal static partial class AskReplies
{
    private const int MostText = 1024;

    public static Reply Answered(Answer answer, Knowledge knowledge) => new() { Card = Card(answer, knowledge) };

    /// <summary>Under what comes first, the questions that were perhaps meant as well.</summary>
    public static Reply WithMore(Reply first, IEnumerable<Answer> more) => first with { Select = Offer([.. more], "More about this") };

    /// <param name="nearest">What may have been meant; may be empty.</param>
    public static Reply Unknown(IReadOnlyList<Answer> nearest) => new()
    {
        Text = "I don't know that one, so I won't guess. I can answer questions about strength for runners, and `/exercise` shows how an exercise is done."
            + (nearest.Count > 0 ? " Is it one of these?" : "")
            + "\nIf you or somebody else is hurt or in danger, tell an adult you trust or call your local emergency number.",
        Select = Offer(nearest, "Is it one of these?"),
    };

    private static Select? Offer(IReadOnlyList<Answer> answers, string placeholder) =>
        answers.Count == 0 ? null : new Select(PickAnswer.Name) { Placeholder = placeholder, Options = PickAnswer.Options(answers) };

    private static Card Card(Answer answer, Knowledge knowledge) => new(answer.Question, answer.Text)
    {
        Fields = [new("How sure we are", Sure(answer.Confidence)), new("Where this comes from", Sources(answer, knowledge))],
        Footer = knowledge.Disclaimer,
    };

    private static string Sure(string confidence) => confidence switch
    {
        "established" => "Well established: guidelines or many studies agree.",
        "moderate" => "Fairly sure: several studies point this way.",
        "weak" => "Not very sure: there are few studies, or small ones.",
        "mixed" => "Unsure: studies do not agree.",
        "convention" => "A coaching custom that works in practice; the exact numbers are not from a study.",
        _ => "General knowledge.",
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
