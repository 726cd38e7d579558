using System.Globalization;
using System.Text;

namespace CoachBot.Discord.Tests.Chaos;

/// <summary>Measures memory, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>
/// Row A20 in numbers. COACHBOT_FUZZ_SEED and COACHBOT_FUZZ_FRAMES change what is run; a failure names the seed and
/// the frame's number, which together make the same frame again.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FrameFuzzTests
{
    private const int Workers = 2;
    private static readonly ulong Seed = Setting("COACHBOT_FUZZ_SEED", 20_261_123);
    private static readonly ulong Frames = Setting("COACHBOT_FUZZ_FRAMES", 1_000_000);

    /// <summary>About 5 kB are allocated for a frame of 1 to 3 kB, all of it short-lived.</summary>
    private const long AllocationsPerFrame = 20 * 1024;

    private const long Growth = 8 * 1024 * 1024;

    [Fact]
    public void TheMaterialItselfIsWhole()
    {
        foreach (var frame in (byte[][])[.. FrameShapes.OfInteractions, .. FrameShapes.OfEvents, .. FrameShapes.OfOrders])
            Assert.True(Envelope.Read(frame).Whole, Encoding.UTF8.GetString(frame));
        foreach (var frame in FrameShapes.OfInteractions) Assert.NotNull(Interaction.Parse(Envelope.Read(frame).Data));
    }

    [Fact, Fault("A20")]
    public async Task A20_TakesAMillionDamagedFramesWithoutCrashHangOrGrowth()
    {
        // What is made once (code, pools, tables) is made before the measure.
        await RunAsync(Seed + 1, Frames / 50 / Workers);
        var (before, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetTotalAllocatedBytes(precise: true));
        var lines = await RunAsync(Seed, Frames / Workers);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        var handled = lines.Sum(l => l.Handled);
        var summary = $"{Frames} frames: {handled} interactions handled, {lines.Sum(l => l.Lines)} log lines, {lines.Sum(l => l.Connections)} connections, "
            + $"{allocated / (long)Frames} B allocated per frame, {grown} B grown";
        TestContext.Current.SendDiagnosticMessage(summary);
        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        Assert.True(handled > (long)Frames / 20, summary);
        Assert.True(allocated / (long)Frames < AllocationsPerFrame, summary);
        Assert.True(grown < Growth, summary);
        Assert.All(lines, l => Assert.Empty(l.Alarms));
    }

    private static ulong Setting(string name, ulong usual) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;

    private static async Task<FuzzedConnection[]> RunAsync(ulong seed, ulong frames) =>
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(seed, (ulong)worker * frames, frames))));

    private static async Task<FuzzedConnection> WorkAsync(ulong seed, ulong first, ulong count)
    {
        var line = new FuzzedConnection();
        var mutator = new FrameMutator(seed);
        for (var number = first; number < first + count; number++)
        {
            var frame = mutator.Make(number);
            try
            {
                await line.TakeAsync(frame);
                // Often enough that no person of the frames ever has more in flight than one person may.
                if (number % 64 == 63) await line.ProveAliveAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(
                    $"Frame {number} of seed {seed}: {Encoding.UTF8.GetString(frame.Span)} ({Convert.ToHexString(frame.Span)})", e);
            }
        }

        await line.DisposeAsync();
        return line;
    }
}
