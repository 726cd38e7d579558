using System.Text.Json.Nodes;
using CoachBot.Sandbox.Guilds;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Sandbox.PageDoor;

/// <summary>Server-sent events for one person's page: messages they can see, and hints to ask for the state again.</summary>
internal sealed class EventStream(LocalDiscord discord, CancellationToken stopping)
{
    public async Task ServeAsync(HttpContext context, Person person)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var queue = System.Threading.Channels.Channel.CreateUnbounded<string>();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        discord.Locked(state => state.News.Happened += Note);
        try
        {
            await context.Response.WriteAsync(": listening\n\n", ending.Token);
            await context.Response.Body.FlushAsync(ending.Token);
            await foreach (var text in queue.Reader.ReadAllAsync(ending.Token))
            {
                await context.Response.WriteAsync(text, ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the sandbox stops.
        }
        finally
        {
            discord.Locked(state => state.News.Happened -= Note);
        }

        void Note(News news)
        {
            if (Event(news, person) is { } text) queue.Writer.TryWrite(text);
        }
    }

    private string? Event(News news, Person person) => news switch
    {
        News.MessageShown shown when Sight.Sees(discord.World, person, shown.Message) => Text("message", shown.Message.Json),
        News.MessageDeleted deleted when Sight.Sees(discord.World, person, deleted.Message) => Text("delete", new JsonObject
        {
            ["id"] = deleted.Message.Id.ToString(),
            ["channel_id"] = deleted.Message.ChannelId.ToString(),
        }),
        News.CommandsChanged => Text("commands", new JsonObject()),
        News.BotsChanged => Text("bots", new JsonObject()),
        _ => null,
    };

    private static string Text(string name, JsonObject data) => $"event: {name}\ndata: {data.ToText()}\n\n";
}
