using CoachBot;
using CoachBot.Launch;

try
{
    return await CommandLine.RunAsync(args);
}
catch (OperationCanceledException)
{
    // Asked to stop while it was still starting.
    return ExitCode.Success;
}
catch (Exception problem)
{
    var failure = StartChecks.Explain(problem);
    Console.Error.WriteLine(failure.Message);
    return failure.ExitCode;
}
