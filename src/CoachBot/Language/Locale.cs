namespace CoachBot.Language;

/// <summary>In which language, and in which country's manner, a person reads.</summary>
/// <param name="Tag">As BCP 47 has it, such as <c>en-GB</c>.</param>
internal readonly record struct Locale(string Tag)
{
    public static readonly Locale English = new("en-US");
}
