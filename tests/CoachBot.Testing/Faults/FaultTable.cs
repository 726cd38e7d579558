using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

using CoachBot.Testing.Faults;

using Xunit;

namespace CoachBot.Testing.Faults;

/// <summary>
/// The fault matrix (matrix.txt: a row's id and what is injected) and which of its rows this run has proved. At the
/// end it is printed, and written to <c>TestResults/faults.NAME.tsv</c> beside the tests: <c>dotnet test</c> shows no
/// output of tests that pass, so <c>.ci/run</c> shows the table of all test programs together.
/// </summary>
public sealed class FaultTable : IDisposable
{
    private static readonly ConcurrentDictionary<(string Row, string Test), bool> Outcomes = new();

    /// <summary>Id and what is injected, in order.</summary>
    public static IReadOnlyList<(string Row, string Injected)> Matrix { get; } = ReadMatrix();

    public static void Note(string row, MethodInfo test, bool passed)
    {
        if (Matrix.All(known => known.Row != row)) throw new ArgumentException($"The fault matrix has no row {row}; see matrix.txt.");
        Outcomes.AddOrUpdate((row, $"{test.DeclaringType!.Name}.{test.Name}"), passed, (_, sofar) => sofar && passed);
    }

    public void Dispose()
    {
        var table = new StringBuilder();
        foreach (var (row, injected) in Matrix)
        {
            var tests = Outcomes.Where(outcome => outcome.Key.Row == row).OrderBy(outcome => outcome.Key.Test, StringComparer.Ordinal).ToList();
            foreach (var (key, passed) in tests)
                table.Append(CultureInfo.InvariantCulture, $"{row}\t{(passed ? "passed" : "FAILED")}\t{key.Test}\t{injected}\n");
        }

        if (table.Length == 0) return;
        Console.Write(table);
        var program = Assembly.GetEntryAssembly()!.GetName().Name;
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults"));
        File.WriteAllText(Path.Combine(folder.FullName, $"faults.{program}.tsv"), table.ToString());
    }

    private static List<(string Row, string Injected)> ReadMatrix()
    {
        using var matrix = new StreamReader(typeof(FaultTable).Assembly.GetManifestResourceStream("matrix.txt")!);
        return [.. matrix.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];
    }
}
