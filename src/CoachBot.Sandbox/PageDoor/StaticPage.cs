using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Chat;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Sandbox.PageDoor;

/// <summary>The chat page's files, out of the assembly.</summary>
internal static class StaticPage
{
    private const string NoPageYet = "The sandbox is running, but it was built without its page. "
        + "Its API is under /api/v10, its gateway under /gateway.";
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <returns>False if there is no such file.</returns>
    public static async Task<bool> TryServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var name = path switch { "/" => "index.html", "/gallery" => "gallery.html", _ => path.TrimStart('/') };
        await using var file = typeof(StaticPage).Assembly.GetManifestResourceStream("Page/" + name);
        if (file is null && path != "/") return false;
        Protect(context.Response);
        if (file is null)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(NoPageYet);
            return true;
        }

        context.Response.ContentType = ContentTypes.Of(name);
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
        return true;
    }

    public static async Task ServeAttachmentAsync(HttpContext context, StoredFile file)
    {
        Protect(context.Response);
        context.Response.ContentType = file.ContentType;
        // What a bot uploads must not run as a page of this origin.
        if (!file.ContentType.StartsWith("image/", StringComparison.Ordinal) || file.ContentType.Contains("svg", StringComparison.Ordinal))
            context.Response.Headers.ContentDisposition = "attachment";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    public static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
