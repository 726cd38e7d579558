using System.CommandLine;

namespace CoachBot.Launch;

/// <summary>The words of the command line.</summary>
internal static class CommandLine
{
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args) =>
        // The host itself listens for SIGTERM and Ctrl+C, and drains what is in flight.
        Words().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });

    private static RootCommand Words()
    {
        var run = new Command("run", "Run the bot (the default): on Discord when a token is set, otherwise in a sandbox with a chat page");
        run.SetAction((_, ct) => Verbs.RunAsync(ct));
        var check = new Command("check-config", "Read the settings, say what is wrong with them, and stop");
        check.SetAction(_ => Verbs.CheckConfig());
        var migrate = new Command("migrate", "Make the database, or bring it up to date, and stop");
        migrate.SetAction(_ => Verbs.Migrate());
        var to = new Option<string>("--to") { Required = true, Description = "The connection string of an empty database, on a server or in a file" };
        var copy = new Command("copy", "Copy the whole database into another, empty one, and stop") { to };
        copy.SetAction((words, ct) => Verbs.CopyAsync(words.GetValue(to)!, ct));
        var healthcheck = new Command("healthcheck", "Ask a running bot whether it lives; for containers");
        healthcheck.SetAction((_, ct) => Verbs.HealthcheckAsync(ct));

        var root = new RootCommand("CoachBot helps running teams do their strength work. "
            + "Settings: appsettings.json beside the program, or environment variables such as Discord__Token.")
        {
            run, check, migrate, copy, healthcheck,
        };
        root.SetAction((_, ct) => Verbs.RunAsync(ct));
        return root;
    }
}
