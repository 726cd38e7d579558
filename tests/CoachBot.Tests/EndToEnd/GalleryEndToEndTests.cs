using System.Text.Json.Nodes;
using CoachBot.Operations;
using SkiaSharp;

namespace CoachBot.Tests.EndToEnd;

public sealed class GalleryEndToEndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheSandboxShowsEveryPictureInBothThemes()
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-e2e");
        var settings = new Settings
        {
            Sandbox = new() { Url = new Uri("http://127.0.0.1:0") },
            Http = new() { Urls = [new Uri("http://127.0.0.1:0")] },
            Storage = new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "coachbot.db")}" },
        };
        await using (var bot = await CoachBotHost.StartAsync(settings, TimeProvider.System, configuration: null, Ct))
        {
            using var http = new HttpClient { BaseAddress = bot.Sandbox!.PageUrl };
            var entries = JsonNode.Parse(await http.GetStringAsync("page/gallery", Ct))!.AsArray();
            Assert.Equal(69, entries.Count);
            var pictures = entries.SelectMany(entry => entry!["pictures"]!.AsArray()).Select(picture => picture!).ToArray();
            Assert.Equal(69 + 69 + 34, pictures.Length);
            Assert.Equal(pictures.Length, pictures.Select(picture => (string)picture["file"]!).Distinct().Count());
            Assert.Equal(pictures.Length, pictures.Select(picture => (string)picture["alt"]!).Distinct().Count());
            foreach (var file in (string[])["glute-bridge.png", "glute-bridge.gif", "glute-bridge-fault.png"])
            {
                var (light, dark) =
                    (await http.GetByteArrayAsync($"page/gallery/{file}?theme=light", Ct), await http.GetByteArrayAsync($"page/gallery/{file}?theme=dark", Ct));
                using var bright = SKBitmap.Decode(light);
                using var dim = SKBitmap.Decode(dark);
                Assert.Equal((bright.Width, bright.Height), (dim.Width, dim.Height));
                Assert.True(bright.GetPixel(30, 10).Green > dim.GetPixel(30, 10).Green + 100);
            }
        }
        folder.Delete(recursive: true);
    }
}
