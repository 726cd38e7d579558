using System.Text.Json;
using System.Text.Json.Serialization;

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
        using var stream = typeof(Knowledge).Assembly.GetManifestResourceStream("knowledge.json")
            ?? throw new InvalidOperationException("The program was built without its knowledge.");
        return JsonSerializer.Deserialize(stream, KnowledgeJson.Default.KnowledgeFile)!;
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
internal sealed record Answer(string Id, string Question, IReadOnlyList<string> Asked, [property: JsonPropertyName("answer")] string Text, IReadOnlyList<string> Sources, string Confidence);

/// <summary>Something that must not wait for an answer about training.</summary>
/// <param name="Level">emergency, same-day, see-professional, ask-first or ease-off.</param>
/// <param name="Message">Fixed words: what to do and whom to see, never what it is.</param>
/// <param name="Phrases">How people say it.</param>
internal sealed record SafetySign(string Id, string Level, string Message, IReadOnlyList<string> Phrases, IReadOnlyList<string> Sources);

internal sealed record KnowledgeSource(string Citation, string Address);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(KnowledgeFile))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
