using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Sandbox.Tests.PageDoor;

public sealed class GalleryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThePageAndItsFilesAreServed()
    {
        await using var sandbox = await Start.SandboxAsync();
        using var http = new HttpClient { BaseAddress = sandbox.PageUrl };
        Assert.Contains("gallery.js", await http.GetStringAsync("gallery", Ct));
        Assert.Equal("text/javascript", (await http.GetAsync("gallery.js", Ct)).Content.Headers.ContentType!.MediaType);
        Assert.Equal("text/css", (await http.GetAsync("style/gallery.css", Ct)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task ListsWhatIsOfferedAndDrawsAPictureOnlyWhenSomebodyLooks()
    {
        var looked = new List<string>();
        GalleryPicture Picture(string file) => new(file, "Motion", $"Words of {file}", dark =>
        {
            looked.Add($"{file} {dark}");
            return Encoding.ASCII.GetBytes(dark ? "dark bytes" : "light bytes");
        });
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Url = new Uri("http://127.0.0.1:0"),
                Gallery = () =>
                [new GalleryEntry("Bridge", [Picture("bridge.png"), Picture("bridge.gif")])]
            }, Ct);
        using var http = new HttpClient { BaseAddress = sandbox.PageUrl };
        var list = JsonNode.Parse(await http.GetStringAsync("page/gallery", Ct))!;
        Assert.Equal("""[{"title":"Bridge","pictures":[{"file":"bridge.png","label":"Motion","alt":"Words of bridge.png"},{"file":"bridge.gif","label":"Motion","alt":"Words of bridge.gif"}]}]""", list.ToJsonString());
        Assert.Empty(looked);

        var light = await http.GetAsync("page/gallery/bridge.gif?theme=light", Ct);
        Assert.Equal(("image/gif", "light bytes"),
            (light.Content.Headers.ContentType!.MediaType, await light.Content.ReadAsStringAsync(Ct)));
        Assert.Equal("nosniff", light.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("dark bytes", await http.GetStringAsync("page/gallery/bridge.png?theme=dark", Ct));
        Assert.Equal(["bridge.gif False", "bridge.png True"], looked);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("page/gallery/other.png", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync("page/gallery/bridge.png", null, Ct)).StatusCode);
    }

    [Fact]
    public async Task WithoutAnyItIsEmpty()
    {
        await using var sandbox = await Start.SandboxAsync();
        using var http = new HttpClient { BaseAddress = sandbox.PageUrl };
        Assert.Equal("[]", await http.GetStringAsync("page/gallery", Ct));
    }
}
