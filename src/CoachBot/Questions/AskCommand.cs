using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Safety;

namespace CoachBot.Questions;

/// <summary><c>/ask</c>: an answer from what the bot knows, with its sources, or "I don't know". What is typed is kept nowhere and logged nowhere.</summary>
internal sealed class AskCommand(Knowledge knowledge, SafetyDesk safety, Lazy<QuestionIndex> index) : ICommand
{
    private const string ForEveryone = "everyone";
    private const int Offered = 3;

    /// <summary>Less alike than this, a question is not worth offering.</summary>
    private const double WorthOffering = 0.2;

    public CommandSpec Spec { get; } = new(
        "ask",
        "Ask about strength training for runners; the answer says where it comes from",
        new OptionSpec("question", "Such as: how many sets should I do?") { Required = true, Min = 1, Max = 300 },
        new OptionSpec("share", "Who sees the answer? Left out: only you") { Choices = [new Choice("only me", "me"), new Choice("everyone", ForEveryone)] });

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var question = call.Text("question")!;
        // A person in trouble is heard before any question is looked for, and answered alone, whoever was to see the answer.
        if (safety.Hear(question) is { } sign)
        {
            var reply = await safety.AnswerAsync(sign, call.Caller, ct);
            return sign == Sign.Pain ? AskReplies.WithMore(reply, Near(question).Where(answer => answer.OnPain)) : reply;
        }
        var share = call.Text("share") == ForEveryone && call.Caller.TeamId is not null;
        if (index.Value.Ask(question) is { } answer) return AskReplies.Answered(answer, knowledge) with { Private = !share };
        return AskReplies.Unknown([.. Near(question)]);
    }

    private IEnumerable<Answer> Near(string question) =>
        index.Value.Best(question, Offered + 1).Where(match => match.Score >= WorthOffering).Select(match => match.Answer).OfType<Answer>().Take(Offered);
}

/// <summary>Gives the answer to the question that was picked.</summary>
internal sealed class PickAnswer(Knowledge knowledge) : ISelectAction
{
    public const string Name = "answer";

    public string Action => Name;

    public static IReadOnlyList<SelectOption> Options(IEnumerable<Answer> answers) => [.. answers.Select(answer => new SelectOption(answer.Question, answer.Id))];

    public Task<IReadOnlyList<SelectOption>> OptionsAsync(Caller caller, IReadOnlyList<string> arguments, CancellationToken ct) => Task.FromResult(Options(knowledge.Answers));

    public Task<Reply> ChooseAsync(SelectCall call, CancellationToken ct) =>
        Task.FromResult(AskReplies.Answered(knowledge.Find(call.Value)!, knowledge) with { Replaces = call.OnPrivateMessage });
}
