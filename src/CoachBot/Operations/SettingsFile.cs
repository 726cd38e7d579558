using Microsoft.Extensions.Configuration;

namespace CoachBot.Operations;

/// <summary>Where settings are written: appsettings.json beside the program, and environment variables over it.</summary>
internal static class SettingsFile
{
    private const string Name = "appsettings.json";

    /// <exception cref="StartupFailure">The file cannot be read or is not JSON.</exception>
    public static IConfigurationRoot Load(string? folder = null)
    {
        folder ??= AppContext.BaseDirectory;
        try
        {
            MustBeAFile(new FileInfo(Path.Combine(folder, Name)));
            return new ConfigurationBuilder().SetBasePath(folder).AddJsonFile(Name, optional: true).AddEnvironmentVariables().Build();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Whatever cannot be opened or parsed comes as InvalidDataException, too; the cause inside says which.
            var cause = problem.GetBaseException();
            var what = cause is IOException or UnauthorizedAccessException ? "Let this user read it." : "Mend that place in the file.";
            throw Unreadable(cause.Message.ReplaceLineEndings(" "), what);
        }
    }

    /// <summary>What is there and is no file would be taken for a file that is not there, and its settings for defaults.</summary>
    private static void MustBeAFile(FileInfo file)
    {
        if (Directory.Exists(file.FullName)) throw Unreadable($"{file.FullName} is a folder.", "Put the file in its place, or remove the folder.");
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { Exists: false } target)
            throw Unreadable($"{file.FullName} is a link to {target.FullName}, which is not there.", "Mend or remove the link.");
    }

    private static StartupFailure Unreadable(string why, string what) => new(ExitCode.Configuration, $"{Name} cannot be read: {why} {what}");
}
