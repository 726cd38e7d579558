using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Questions;

/// <summary>What the bot may say to a question: answers with their sources. Read when it is first asked for.</summary>
internal sealed class Knowledge
{
    private readonly Lazy<KnowledgeFile> file = new(Read);

    public string Disclaimer => file.Value.Disclaimer;

    public IReadOnlyList<Answer> Answers => file.Value.Answers;

    /// <summary>Common questions that are none of ours, so that a likeness of words does not make one of ours of them.</summary>
    public IReadOnlyList<string> Beyond => file.Value.Beyond;

    /// <summary>Words that count as one in a question, the first standing for all.</summary>
    public IReadOnlyList<IReadOnlyList<string>> SameWords => file.Value.SameWords;

    public IReadOnlyDictionary<string, KnowledgeSource> Sources => file.Value.Sources;

    public Answer? Find(string id) => Answers.FirstOrDefault(answer => answer.Id == id);

    private static KnowledgeFile Read()
    {
        using var stream = Embedded.Open("knowledge.json");
        return JsonSerializer.Deserialize(stream, KnowledgeJson.Default.KnowledgeFile)!;
    }
}

/// <summary>knowledge.json as it stands. It is part of the program.</summary>
internal sealed record KnowledgeFile(
    string Disclaimer,
    IReadOnlyList<IReadOnlyList<string>> SameWords,
    IReadOnlyList<string> Beyond,
    IReadOnlyList<Answer> Answers,
    IReadOnlyDictionary<string, KnowledgeSource> Sources);

/// <param name="Id">Lower-case words with hyphens; stands in the ids of lists and is never changed.</param>
/// <param name="Asked">Other ways to ask it.</param>
/// <param name="Sources">Keys of <see cref="Knowledge.Sources"/>, at least one.</param>
/// <param name="Confidence">established, moderate, weak, mixed, convention or general.</param>
internal sealed record Answer(
    string Id,
    string Question,
    IReadOnlyList<string> Asked,
    [property: JsonPropertyName("answer")] string Text,
    IReadOnlyList<string> Sources,
    string Confidence)
{
    private static readonly string[] Pain = ["knee-squat", "sore", "pain-ok", "shin-bone", "tired-injured"];

    /// <summary>Belongs to what hurts; no other answer is offered to somebody in pain.</summary>
    public bool OnPain => Pain.Contains(Id);
}

internal sealed record KnowledgeSource(string Citation, string Address);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KnowledgeFile))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
