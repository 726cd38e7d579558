using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;
using CoachBot.Sandbox.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Sandbox.Api;

/// <summary>
/// Discord's REST API: finds the route, the bot and the rate limit, runs the route inside the lock, and writes the answer.
/// </summary>
internal sealed class ApiDoor(LocalDiscord discord)
{
    private static readonly string[] Versions = ["v9", "v10"];

    private readonly Route[] routes =
    [
        .. AccountRoutes.All, .. GuildRoutes.All, .. CommandRoutes.All, .. MessageRoutes.All, .. InteractionRoutes.All,
    ];

    /// <param name="path">What follows /api.</param>
    public async Task AnswerAsync(HttpContext context, string path)
    {
        var request = context.Request;
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (segments.Length > 0 && Versions.Contains(segments[0])) segments = segments[1..];
        var template = "/" + string.Join('/', segments);
        Bot? bot = null;
        JsonNode? body = null;
        ApiAnswer answer;
        try
        {
            // Literal segments win: messages/@original before messages/{message_id}.
            var found = routes.Where(route => route.Method == request.Method)
                .Select(route => (Route: route, Values: route.Match(segments)))
                .Where(match => match.Values is not null)
                .OrderBy(match => match.Values!.Count)
                .FirstOrDefault();
            if (found.Values is null)
            {
                discord.Log.LogWarning("REST: the sandbox does not know {Method} {Path}", request.Method, Named(template));
                throw new Refusal(404, 0, $"The sandbox does not know {request.Method} {Named(template)}");
            }

            template = found.Route.Template;
            bot = Authorised(request, found.Route.NeedsBot);
            IReadOnlyList<Upload> uploads;
            (body, uploads) = await RequestBody.ReadAsync(request, context.RequestAborted);
            answer = discord.Locked(state => Run(found.Route, context.Response, new ApiCall
            {
                Discord = state,
                Path = found.Values,
                Query = request.Query,
                Caller = bot,
                Body = body,
                Uploads = uploads,
            }));
        }
        catch (Refusal refusal)
        {
            if (refusal.Status == 400)
                discord.Log.LogWarning("REST: refused {Method} {Path}: {Body}", request.Method, template, refusal.Body().ToText());
            answer = new ApiAnswer(refusal.Status, refusal.Body());
        }

        discord.Traffic.Rest(bot, request.Method, template, answer.Status, body, answer.Body);
        context.Response.StatusCode = answer.Status;
        if (answer.Body is null) return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body.ToText(), context.RequestAborted);
    }

    private static ApiAnswer Run(Route route, HttpResponse response, ApiCall call)
    {
        var usage = call.Discord.Limits.Take($"{call.Caller?.Id}/{route.BucketKey(call.Path)}", $"{route.Method} {route.Template}",
            route.Limit);
        foreach (var (name, value) in usage.Headers()) response.Headers[name] = value;
        if (!usage.Refused) return route.Handle(call);
        return new ApiAnswer(StatusCodes.Status429TooManyRequests, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = usage.RetryAfter,
            ["global"] = false,
        });
    }

    private Bot? Authorised(HttpRequest request, bool needsBot)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase) ? header[4..].Trim() : "";
        if (token.Length == 0) return needsBot ? throw Refusal.Unauthorized() : null;
        return discord.Locked(state => needsBot ? state.Bots.Of(token) : state.Bots.Known(token));
    }

    // Interaction tokens are part of paths and stay out of logs and answers.
    private static string Named(string path) =>
        string.Join('/', path.Split('/').Select(segment => segment.Length > 40 ? "***" : segment));
}
