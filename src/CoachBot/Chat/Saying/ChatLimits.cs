using CoachBot.Chat.Asking;

namespace CoachBot.Chat.Saying;

/// <summary>How much fits, as the strictest platform we speak to has it; asked here and nowhere else. Lengths are UTF-16 characters.</summary>
internal static class ChatLimits
{
    /// <summary>Choices under an option that is being typed into, and options of a select.</summary>
    public const int Choices = 25;

    /// <summary>A choice's name and its value.</summary>
    public const int Choice = 100;

    /// <summary>What stands on a button.</summary>
    public const int ButtonLabel = 80;

    /// <summary>One field of a form.</summary>
    public const int Field = 4000;

    /// <summary>An answer's text that leaves room for what is said beside it; one that is longer has it said another time.</summary>
    public const int TextBesideAnAside = 900;
}
