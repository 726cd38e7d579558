namespace CoachBot.Teams.Places;

/// <summary>The tables that are built into the program: a line each, fields parted by tabs, comments after #.</summary>
internal static class Table
{
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = Embedded.Open(name);
        using var text = new StreamReader(stream);
        while (text.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    public static IEnumerable<string> Names(string field) => field.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
