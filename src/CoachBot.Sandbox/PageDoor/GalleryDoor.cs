using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Sandbox.PageDoor;

/// <summary>What the gallery page asks: the list of pictures, and each picture's bytes.</summary>
internal sealed class GalleryDoor(Func<IReadOnlyList<GalleryEntry>> gallery)
{
    public async Task AnswerAsync(HttpContext context, string file)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        StaticPage.Protect(context.Response);
        if (file.Length == 0)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(List().ToText());
        }
        else if (gallery().SelectMany(entry => entry.Pictures).FirstOrDefault(picture => picture.FileName == file) is { } picture)
        {
            context.Response.ContentType = ContentTypes.Of(file);
            await context.Response.Body.WriteAsync(picture.Draw(context.Request.Query["theme"] == "dark"), context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("There is no such picture.");
        }
    }

    private JsonArray List() => new([.. gallery().Select(entry => (JsonNode)new JsonObject
    {
        ["title"] = entry.Title,
        ["pictures"] = new JsonArray([.. entry.Pictures.Select(picture => (JsonNode)new JsonObject
        {
            ["file"] = picture.FileName,
            ["label"] = picture.Label,
            ["alt"] = picture.AltText,
        })]),
    })]);
}
