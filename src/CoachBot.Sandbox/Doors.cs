using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Gateway;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.PageDoor;
using CoachBot.Sandbox.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Sandbox;

/// <summary>Sends every request to its door: /api, /gateway, /cdn, /page, or the page's own files.</summary>
internal sealed class Doors(LocalDiscord discord, Hands hands, GalleryDoor gallery, CancellationToken stopping)
{
    private const string Failed = "The sandbox failed; its log says where.";

    private readonly ApiDoor api = new(discord);
    private readonly GatewayDoor gateway = new(discord, stopping);
    private readonly PageEndpoints page = new(discord, hands, new EventStream(discord, stopping));

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (LoopbackOnly.Refusal(context.Request) is { } reason)
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                await context.Response.WriteAsync(reason);
                return;
            }

            await RouteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            // The caller has left.
        }
        catch (Exception bug)
        {
            // The sandbox's own fault must not look like Discord's answer, nor vanish.
            // The exception's own message may hold what somebody typed: neither the log nor the answer repeats it.
            discord.Log.LogError("The sandbox failed at {Method} /{Door}: {Kind}{Stack}",
                context.Request.Method, context.Request.Path.Value?.Split('/')[1], bug.GetType().Name,
                Environment.NewLine + bug.StackTrace);
            if (context.Response.HasStarted) return;
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(new JsonObject { ["message"] = Failed, ["code"] = 0, ["error"] = Failed }.ToText());
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api", out var rest)) await api.AnswerAsync(context, rest.Value ?? "");
        else if (path.StartsWithSegments("/gateway")) await gateway.AcceptAsync(context);
        else if (path.StartsWithSegments("/page/gallery", out rest)) await gallery.AnswerAsync(context, (rest.Value ?? "").Trim('/'));
        else if (path.StartsWithSegments("/page", out rest)) await page.AnswerAsync(context, (rest.Value ?? "").Trim('/'));
        else if (Attachment(path) is { } file) await StaticPage.ServeAttachmentAsync(context, file);
        else if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            || !await StaticPage.TryServeAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("There is nothing here.");
        }
    }

    private StoredFile? Attachment(PathString path)
    {
        var parts = (path.Value ?? "").Split('/');
        if (parts is not ["", "cdn", "attachments", var channel, var id, var name]) return null;
        if (!Snowflakes.TryParse(channel, out var channelId) || !Snowflakes.TryParse(id, out var fileId)) return null;
        return discord.Locked(state => state.Messages.File(channelId, fileId, name));
    }
}
