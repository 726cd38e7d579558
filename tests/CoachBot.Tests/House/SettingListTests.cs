using System.Text;
using System.Text.Json;
using CoachBot.Operations;
using CoachBot.Runtime.Settings;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.House;

/// <summary>Every setting that a module declares stands in appsettings.json with a comment, and in the README, each time with its default.</summary>
public sealed class SettingListTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Sources.Root(), ".."));

    private static readonly IReadOnlyList<Setting> Declared = Settings.Of(new ConfigurationBuilder().Build()).Read.Declared;

    [Fact]
    public void EverySettingStandsInTheFileWithItsDefaultAndAComment()
    {
        var written = Commented(File.ReadAllBytes(Path.Combine(Repository, "appsettings.json")))
            .Where(line => !line.Key.StartsWith("Logging:", StringComparison.Ordinal)).ToList();
        Assert.Equal("", Difference(written.Select(line => (line.Key, line.Value))));
        Assert.Equal("", string.Join(", ", written.Where(line => !line.HasComment).Select(line => $"{line.Key} has no comment")));
    }

    [Fact]
    public void EverySettingStandsInTheReadmeWithItsDefault()
    {
        var rows = from line in File.ReadLines(Path.Combine(Repository, "README.md"))
                   where line.StartsWith("| `", StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal)
                   let cells = line.Split('|', StringSplitOptions.TrimEntries)
                   from key in cells[1].Split(',', StringSplitOptions.TrimEntries).Select(key => key.Trim('`'))
                   where Declared.Any(setting => key.StartsWith(setting.Section + ":", StringComparison.Ordinal))
                   select (key, cells[2] == "empty" ? "" : cells[2].Trim('`'));
        Assert.Equal("", Difference(rows));
    }

    [Fact]
    public void NoSettingIsDeclaredTwice() => Assert.Equal(
        Declared.Count, Declared.Select(setting => setting.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    /// <summary>Which settings a list lacks, or gives another default, and what stands there that nothing declares.</summary>
    private static string Difference(IEnumerable<(string Key, string Standard)> listed)
    {
        var declared = Declared.Select(setting => (setting.Key, setting.Standard)).ToList();
        var all = listed.ToList();
        return string.Join('\n', declared.Except(all).Select(setting => $"missing: {setting.Key}, default \"{setting.Standard}\"")
            .Concat(all.Except(declared).Select(line => $"not so: {line.Key}, default \"{line.Standard}\"")));
    }

    /// <summary>Every value of the file, with its full key, and whether a comment stands right before it.</summary>
    private static List<(string Key, string Value, bool HasComment)> Commented(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
        var found = new List<(string, string, bool)>();
        var names = new Stack<string>();
        var name = "";
        var comment = false;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Comment:
                    comment = true;
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.StartObject:
                    names.Push(name);
                    comment = false;
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                default:
                    var path = names.Reverse().Skip(1).Append(name);
                    found.Add((string.Join(':', path), Encoding.UTF8.GetString(reader.ValueSpan), comment));
                    comment = false;
                    break;
            }
        }
        return found;
    }
}
