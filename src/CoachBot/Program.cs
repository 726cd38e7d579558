using CoachBot;
using CoachBot.Operations;

try
{
    return await CommandLine.RunAsync(args);
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
