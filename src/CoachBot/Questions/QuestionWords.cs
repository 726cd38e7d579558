using CoachBot.Language;

namespace CoachBot.Questions;

/// <summary>All that is said around the answers; the answers themselves stand in <c>knowledge.json</c>.</summary>
internal class QuestionWords
{
    private static readonly QuestionWords English = new();

    /// <summary>English is the only language for now; a second one is a subclass, named here.</summary>
    public static QuestionWords In(Locale locale) => English;

    public virtual string Ask => "Ask about strength training for runners; the answer says where it comes from";

    public virtual string Question => "Such as: how many sets should I do?";

    public virtual string Share => "Who sees the answer? Left out: only you";

    public virtual string OnlyMe => "only me";

    public virtual string Everyone => "everyone";

    public virtual string Unknown =>
        "I don't know that one, so I won't guess. I can answer questions about strength for runners, and `/exercise` shows how an exercise is done.";

    public virtual string IsItOneOfThese => "Is it one of these?";

    public virtual string HurtOrInDanger =>
        "If you or somebody else is hurt or in danger, tell an adult you trust or call your local emergency number.";

    public virtual string MoreAboutThis => "More about this";

    public virtual string HowSure => "How sure we are";

    public virtual string WhereFrom => "Where this comes from";

    /// <param name="confidence">As <c>knowledge.json</c> has it.</param>
    public virtual string Sure(string confidence) => confidence switch
    {
        "established" => "Well established: guidelines or many studies agree.",
        "moderate" => "Fairly sure: several studies point this way.",
        "weak" => "Not very sure: there are few studies, or small ones.",
        "mixed" => "Unsure: studies do not agree.",
        "convention" => "A coaching custom that works in practice; the exact numbers are not from a study.",
        _ => "General knowledge.",
    };
}
