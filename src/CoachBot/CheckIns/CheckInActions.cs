namespace CoachBot.CheckIns;

/// <summary>What the buttons and the form of this slice are called in signed ids; never given another meaning.</summary>
internal static class CheckInActions
{
    public const string Done = "done";
    public const string Undo = "undo";

    /// <summary>Opens the form for what was done.</summary>
    public const string Write = "work";

    /// <summary>The form itself.</summary>
    public const string Written = "work-form";
}
