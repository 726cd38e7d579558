using CoachBot;
using CoachBot.Operations;

try
{
    // Without a word there is nothing to parse, and nothing of the parser is loaded.
    return args.Length == 0
        ? await Verbs.RunAsync(CancellationToken.None)
        : await CommandLine.RunAsync(args);
}
catch (OperationCanceledException)
{
    // Asked to stop while it was still starting.
    return ExitCode.Success;
}
catch (StartupFailure failure)
{
    Console.Error.WriteLine(failure.Message);
    return failure.ExitCode;
}
