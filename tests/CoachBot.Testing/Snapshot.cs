using System.Runtime.CompilerServices;

namespace CoachBot.Testing;

/// <summary>
/// Compares a text with the approved one beside the test. UPDATE_SNAPSHOTS=1 approves what is there now; read the difference before committing it.
/// </summary>
public static class Snapshot
{
    /// <exception cref="InvalidOperationException">The text differs; what was received lies beside the approved file.</exception>
    public static void Match(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var approved = Path.ChangeExtension(testFile, $"{test}.approved.txt");
        var received = Path.ChangeExtension(testFile, $"{test}.received.txt");
        var now = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(approved, now);
        var wanted = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (now == wanted) return;
        File.WriteAllText(received, now);
        var line = now.Split('\n').Zip(wanted.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();
        throw new InvalidOperationException(
            $"{Path.GetFileName(received)} differs from the approved text from line {line + 1} on:\n{string.Join('\n', now.Split('\n').Skip(line).Take(3))}");
    }
}
