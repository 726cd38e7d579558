using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Safety;

namespace CoachBot.Questions;

/// <summary><c>/ask</c>: an answer from what the bot knows, with its sources, or "I don't know". What is typed is kept nowhere and logged nowhere.</summary>
internal sealed class AskCommand(Knowledge knowledge, SafetyDesk safety, Lazy<QuestionIndex> index) : ICommand
{
    private const string ForEveryone = "everyone";
    private const int Offered = 3;

    /// <summary>Less alike than this, a question is not worth offering.</summary>
    private const double WorthOffering = 0.2;

    public CommandSpec Spec { get; } = Describe(QuestionWords.In(Locale.English));

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var question = call.Text("question")!;
        var reader = call.Caller.Locale;
        // A person in trouble is heard before any question is looked for, and answered privately, even when the answer was to be shared.
        if (safety.Hear(question) is { } sign)
        {
            var reply = await safety.AnswerAsync(sign, call.Caller, ct);
            return sign == Sign.Pain ? AskReplies.WithMore(reply, Near(question).Where(answer => answer.OnPain), reader) : reply;
        }
        var share = call.Text("share") == ForEveryone && call.Caller.TeamId is not null;
        if (index.Value.Ask(question) is { } answer) return AskReplies.Answered(answer, knowledge, reader) with { Private = !share };
        return AskReplies.Unknown([.. Near(question)], reader);
    }

    private IEnumerable<Answer> Near(string question) =>
        index.Value.Best(question, Offered + 1).Where(match => match.Score >= WorthOffering).Select(match => match.Answer).OfType<Answer>().Take(Offered);

    private static CommandSpec Describe(QuestionWords words) => new(
        "ask",
        words.Ask,
        new OptionSpec("question", words.Question) { Required = true, Min = 1, Max = 300 },
        new OptionSpec("share", words.Share) { Choices = [new Choice(words.OnlyMe, "me"), new Choice(words.Everyone, ForEveryone)] });
}

/// <summary>Gives the answer to the question that was picked.</summary>
internal sealed class PickAnswer(Knowledge knowledge) : ISelectAction
{
    public const string Name = "answer";

    public string Action => Name;

    public static IReadOnlyList<SelectOption> Options(IEnumerable<Answer> answers) =>
        [.. answers.Select(answer => new SelectOption(answer.Question, answer.Id))];

    public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Task.FromResult(Options(knowledge.Answers));

    public Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct) =>
        Task.FromResult(AskReplies.Answered(knowledge.Find(call.Value)!, knowledge, call.Caller.Locale) with { Replaces = call.OnPrivateMessage });
}
