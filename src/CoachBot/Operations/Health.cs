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
        var refusal = await services.GetRequiredService<Database>().TryToWriteAsync(context.RequestAborted);
        var scheduler = await CanAsync(async ct => await (await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct)).GetStatus(ct) == SchedulerStatus.Running, context.RequestAborted);
        context.Response.StatusCode = gateway && refusal is null && scheduler ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync($"gateway: {Word(gateway)}\ndatabase: {Word(refusal)}\nscheduler: {Word(scheduler)}\n");
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

    private static string Word(StorageRefusal? refusal) => refusal switch
    {
        null => Word(true),
        StorageRefusal.Full => "cannot write: the disk is full",
        StorageRefusal.ReadOnly => "cannot write: it may only be read",
        StorageRefusal.Io => "cannot write: the disk fails",
        StorageRefusal.Locked => "cannot write: another program holds it",
        StorageRefusal.Gone => "cannot write: its file was deleted, moved or replaced",
        StorageRefusal.Away => "cannot write: its server does not answer",
        StorageRefusal.Crowded => "cannot write: its server has no connection left",
        _ => "cannot write: it is damaged",
    };

    private static string Word(bool ok) => ok ? "ready" : "not ready";
}
