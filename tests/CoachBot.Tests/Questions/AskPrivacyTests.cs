using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CoachBot.Questions;
using CoachBot.Safety;
using CoachBot.Teams;
using CoachBot.Tests.Chat;
using CoachBot.Tests.EndToEnd;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.Questions;

/// <summary>
/// What is typed into <c>/ask</c> is logged nowhere and is no label of a metric or a trace. That it is not stored is asked of the whole bot, beside.
/// </summary>
public sealed class AskPrivacyTests
{
    private const string Word = "plankarolla";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"my coach touched me {Word}")]
    [InlineData($"will I get bulky {Word}")]
    [InlineData($"{Word}")]
    public async Task NothingTypedIsLoggedMeasuredOrTraced(string typed)
    {
        var seen = new ConcurrentQueue<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(traces);
        using var database = new TestDatabase();
        var knowledge = new Knowledge();
        var desk = new SafetyDesk(new SafetyEar(), new HelpLines(), new TeamStore(database.Database));

        await using var bot = await SmallBot.StartAsync(new AskCommand(knowledge, desk, new Lazy<QuestionIndex>(() => new QuestionIndex(knowledge))));
        (await bot.Maya.TypeAsync($"/ask question:{typed}", Ct)).Shown();

        Assert.Contains(seen, line => line.Contains("ask", StringComparison.Ordinal));
        Assert.DoesNotContain(seen.Concat(bot.Logs.Lines.Select(line => line.Text)), line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (instrument.Meter.Name == "CoachBot") seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
        }
    }
}
