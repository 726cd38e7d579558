using Microsoft.Extensions.Configuration;

namespace CoachBot.Runtime.Settings;

/// <summary>
/// Reads settings. Each is declared once, by the property that holds it: its key, its default, how it is read, and what to write instead of
/// what cannot be read. Which settings there are, what is wrong with them and how they may be shown is known from here: nobody else lists them.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<Setting> declared = [];
    private readonly List<SettingProblem> problems = [];
    private readonly List<string> warnings = [];

    /// <summary>As if nothing were set: every setting has its default.</summary>
    public static SettingsReader Nothing => new(new ConfigurationBuilder().Build());

    /// <summary>All settings that were asked for so far, in that order.</summary>
    public IReadOnlyList<Setting> Declared => declared;

    /// <summary>All that is wrong, at once.</summary>
    public IReadOnlyList<SettingProblem> Problems => problems;

    /// <summary>What works, but should be changed.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Settings in our sections that nothing declares: a slip of the pen, or another version's.</summary>
    public IReadOnlyList<string> Unknown =>
    [
        .. from section in declared.Select(setting => setting.Section).Distinct(StringComparer.OrdinalIgnoreCase)
           from entry in configuration.GetSection(section).AsEnumerable()
           where entry.Value is not null && !declared.Any(setting => setting.Key.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))
           select entry.Key,
    ];

    /// <summary>What is written there, without the blanks around it; empty when it is not set.</summary>
    public string Text(string key) => configuration[key]?.Trim() ?? "";

    /// <param name="standard">The default, as it would be written.</param>
    /// <param name="hint">What to do when it cannot be read.</param>
    public T Value<T>(string key, string standard, Reading<T> read, string hint)
    {
        var text = Declare(key, standard);
        if (read(text, out var value)) return value;
        problems.Add(new SettingProblem(key, text, hint));
        read(standard, out value);
        return value;
    }

    /// <summary>Several values with semicolons between them, each of which is named when it is wrong.</summary>
    public IReadOnlyList<T> List<T>(string key, string standard, Reading<T> read, string hint)
    {
        var values = Split(Declare(key, standard));
        return values.Count > 0 ? values : Split(standard);

        List<T> Split(string text)
        {
            var found = new List<T>();
            foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (read(part, out var value)) found.Add(value);
                else problems.Add(new SettingProblem(key, part, hint));
            }
            return found;
        }
    }

    /// <summary>
    /// A secret: never shown, and it may stand in a file of its own, which the setting's twin names (<c>Discord:TokenFile</c>). Whoever sets the twin means
    /// that instead of the default.
    /// </summary>
    /// <param name="what">What the file has to hold, such as "the bot's token".</param>
    /// <param name="shown">How much of it may be shown; left out, nothing.</param>
    public string Secret(string key, string standard, string what, Func<string, bool> isGood, string hint, Func<string, string>? shown = null)
    {
        shown ??= secret => secret.Length > 0 ? "(hidden)" : "";
        var secret = Declare(key, standard, shown);
        var (field, twin) = (key, key + "File");
        if (Declare(twin, "") is { Length: > 0 } file)
        {
            if (IsReadByAll(file))
            {
                warnings.Add($"{twin} = \"{file}\": everybody on this machine can read {what}. "
                    + "Give the file to the bot's user alone: chown it, then chmod 600.");
            }
            if (secret != standard) problems.Add(new SettingProblem(twin, file, $"{key} is set as well. Keep one of the two."));
            else if (FromFile(twin, file, what) is { } read) (secret, field) = (read, twin);
        }
        if (isGood(secret)) return secret;
        problems.Add(new SettingProblem(field, shown(secret), hint));
        return standard;
    }

    /// <summary>Checks settings that are somebody else's to read, in a section whose names are free.</summary>
    /// <param name="which">The keys that are looked at.</param>
    public void Check(string section, Func<string, bool> which, Func<string, bool> isGood, string hint)
    {
        foreach (var (key, value) in configuration.GetSection(section).AsEnumerable())
        {
            if (value is not null && which(key) && !isGood(value)) problems.Add(new SettingProblem(key, value, hint));
        }
    }

    /// <returns>What is written, or the default.</returns>
    private string Declare(string key, string standard, Func<string, string>? shown = null)
    {
        var text = Text(key) is { Length: > 0 } written ? written : standard;
        declared.Add(new Setting(key, standard, shown is null ? text : shown(text)));
        return text;
    }

    private static bool IsReadByAll(string file) =>
        !OperatingSystem.IsWindows() && File.Exists(file) && File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead);

    /// <returns>Null when it cannot be had; then why is among the problems.</returns>
    private string? FromFile(string twin, string file, string what)
    {
        try
        {
            var secret = File.ReadAllText(file).Trim().Trim('\uFEFF');
            if (secret.Length == 0)
            {
                problems.Add(new SettingProblem(twin, file, $"The file is empty. Put {what} into it."));
                return null;
            }
            return secret;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(new SettingProblem(twin, file, "The file cannot be read. Name a file that this user may read."));
            return null;
        }
    }
}
