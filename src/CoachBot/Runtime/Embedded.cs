namespace CoachBot.Runtime;

/// <summary>The files that the program was built with.</summary>
internal static class Embedded
{
    public static Stream Open(string name) => typeof(Embedded).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program was built without its {name}.");
}
