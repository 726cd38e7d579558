namespace CoachBot.Exercises.Cards;

/// <summary>The sides of an exercise's card. Their names, in lower case, stand in the ids of buttons: they are never changed.</summary>
internal enum CardView
{
    /// <summary>What to know while doing it, on one screen of a phone.</summary>
    Short,

    /// <summary>All of it.</summary>
    How,
    Faults,
    Why,
    Motion,
    Beginner,
    Intermediate,
    Advanced,
}

internal static class CardViews
{
    public static string Word(this CardView view) => view switch
    {
        CardView.Short => "short",
        CardView.How => "how",
        CardView.Faults => "faults",
        CardView.Why => "why",
        CardView.Motion => "motion",
        CardView.Beginner => "beginner",
        CardView.Intermediate => "intermediate",
        _ => "advanced",
    };

    public static CardView? Read(string word) => Enum.GetValues<CardView>().Cast<CardView?>().FirstOrDefault(view => view!.Value.Word() == word);
}
