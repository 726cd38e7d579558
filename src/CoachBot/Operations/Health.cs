using CoachBot.Chat;
using CoachBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quartz;

namespace CoachBot.Operations;

/// <summary>Whether the process lives, and whether it can serve. Liveness never depends on Discord: an outage there must not restart us here.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", context => context.Response.WriteAsync("ok\n"));
        app.MapGet("/readyz", ReadyAsync);
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var gateway = services.GetRequiredService<IChatPlatform>().IsReady;
        var database = await CanAsync(async ct => await services.GetRequiredService<Database>().ReadAsync(sql => sql.ExecuteScalar<long>("select count(*) from teams"), ct) >= 0, context.RequestAborted);
        var scheduler = await CanAsync(async ct => await (await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct)).GetStatus(ct) == SchedulerStatus.Running, context.RequestAborted);
        context.Response.StatusCode = gateway && database && scheduler ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync($"gateway: {Word(gateway)}\ndatabase: {Word(database)}\nscheduler: {Word(scheduler)}\n");
    }

    private static async Task<bool> CanAsync(Func<CancellationToken, Task<bool>> check, CancellationToken ct)
    {
        try
        {
            return await check(ct);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return false;
        }
    }

    private static string Word(bool ok) => ok ? "ready" : "not ready";
}
