using CoachBot.Discord.Tests.Fakes;

namespace CoachBot.Discord.Tests.Rest;

/// <summary>REST alone against a scripted server, on a clock that stands still until a test lets time pass.</summary>
internal sealed class RestFixture : IAsyncDisposable
{
    /// <param name="address">Where to send to; null for the scripted server.</param>
    public RestFixture(string? address = null, double random = 0, HttpMessageHandler? handler = null)
    {
        Rest = new DiscordRest(
            new DiscordOptions { Token = RunningBot.Token, ApiBaseUrl = address is null ? Discord.RestBase : new Uri(address) },
            Clock, Logs, new Jitter(new FixedRandom(random)), handler);
    }

    public FakeDiscord Discord { get; } = new();

    public TestClock Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public DiscordRest Rest { get; }

    public Interaction Interaction { get; } = new() { Id = 3, ApplicationId = 6, Type = InteractionType.Command, Token = RunningBot.InteractionToken };

    public static MessageBody Hello { get; } = new() { Content = "hello" };

    /// <summary>A card, and every kind of component that a message can carry.</summary>
    public static MessageBody Full { get; } = new()
    {
        Embeds =
        [
            new Embed
            {
                Title = "Squat", Description = "d", Color = 0x00ff00, Fields = [new EmbedField("n", "v")], Footer = "f",
                ImageUrl = "attachment://squat.png",
            },
        ],
        Components =
        [
            new ActionRow([
                new Button { Label = "Done", CustomId = "a", Style = ButtonStyle.Success },
                new Button { Label = "More", CustomId = "b", Disabled = true }]),
            new ActionRow([new StringSelect { CustomId = "c", Placeholder = "p", Options = [new SelectOption("l", "v", "d", true)] }]),
        ],
    };

    /// <summary>Answers in turn; when they are used up, as usual.</summary>
    public void Answers(params FakeReply[] replies)
    {
        var next = -1;
        Discord.Answer = _ => Interlocked.Increment(ref next) is var i && i < replies.Length ? replies[i] : null;
    }

    /// <summary>Lets time pass in small steps until the call is over; gives the time it took.</summary>
    public async Task<TimeSpan> RunAsync(Task call)
    {
        var started = Clock.GetTimestamp();
        await Patience.UntilAsync(() => call.IsCompleted, "the end of the call", () =>
        {
            // Only while the sender waits on purpose: a request under way must not run into its timeout.
            if (Clock.IsWaitedFor(d => d != TimeSpan.FromSeconds(10) && d != TimeSpan.FromSeconds(30) && d.TotalSeconds is not (1.5 or 2.5)))
                Clock.Advance(TimeSpan.FromMilliseconds(50));
        });
        return Clock.GetElapsedTime(started);
    }

    public Task RequestsAsync(int count) => Patience.UntilAsync(() => Discord.Requests.Count >= count, $"{count} requests");

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        await Discord.DisposeAsync();
        Assert.All(Logs.Lines, l => Assert.DoesNotContain(RunningBot.Token, l, StringComparison.Ordinal));
        Assert.All(Logs.Lines, l => Assert.DoesNotContain(RunningBot.InteractionToken, l, StringComparison.Ordinal));
    }
}
