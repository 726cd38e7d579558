namespace CoachBot.Questions;

/// <summary>What the bot may say to a question: answers with their sources, and what comes first when somebody describes a warning sign. Read when it is first asked for.</summary>
internal sealed class Knowledge
{
    private readonly Lazy<KnowledgeFile> file = new(Read);

    public string Disclaimer => file.Value.Disclaimer;

    public IReadOnlyList<Answer> Answers => file.Value.Answers;

    /// <summary>Common questions that are none of ours, so that a likeness of words does not make one of ours of them.</summary>
    public IReadOnlyList<string> Beyond => file.Value.Beyond;

    /// <summary>Words that count as one in a question, the first standing for all.</summary>
    public IReadOnlyList<IReadOnlyList<string>> SameWords => file.Value.SameWords;

    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<SafetySign> Signs => file.Value.Signs;

    public IReadOnlyDictionary<string, KnowledgeSource> Sources => file.Value.Sources;

    public Answer? Find(string id) => Answers.FirstOrDefault(answer => answer.Id == id);

    private static KnowledgeFile Read()
    {
        using var document = JsonFields.Embedded("knowledge.json");
        var json = document.RootElement;
        return new KnowledgeFile(
            json.Text("disclaimer"),
            json.List("sameWords", words => words.List(word => word.GetString()!)),
            json.Texts("beyond"),
            json.List("answers", answer => new Answer(
                answer.Text("id"), answer.Text("question"), answer.Texts("asked"), answer.Text("answer"), answer.Texts("sources"), answer.Text("confidence"))),
            json.List("signs", sign => new SafetySign(
                sign.Text("id"), sign.Text("level"), sign.Text("message"), sign.Texts("phrases"), sign.Texts("sources"))),
            json.Map("sources", source => new KnowledgeSource(source.Text("citation"), source.Text("address"))));
    }
}

internal sealed record KnowledgeFile(
    string Disclaimer,
    IReadOnlyList<IReadOnlyList<string>> SameWords,
    IReadOnlyList<string> Beyond,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<SafetySign> Signs,
    IReadOnlyDictionary<string, KnowledgeSource> Sources);

/// <param name="Id">Lower-case words with hyphens; stands in the ids of lists and is never changed.</param>
/// <param name="Asked">Other ways to ask it.</param>
/// <param name="Sources">Keys of <see cref="Knowledge.Sources"/>, at least one.</param>
/// <param name="Confidence">established, moderate, weak, mixed, convention or general.</param>
internal sealed record Answer(string Id, string Question, IReadOnlyList<string> Asked, string Text, IReadOnlyList<string> Sources, string Confidence);

/// <summary>Something that must not wait for an answer about training.</summary>
/// <param name="Level">emergency, same-day, see-professional, ask-first or ease-off.</param>
/// <param name="Message">Fixed words: what to do and whom to see, never what it is.</param>
/// <param name="Phrases">How people say it.</param>
internal sealed record SafetySign(string Id, string Level, string Message, IReadOnlyList<string> Phrases, IReadOnlyList<string> Sources);

internal sealed record KnowledgeSource(string Citation, string Address);
