using CoachBot.Runtime;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CoachBot.Tests.Runtime;

public sealed class ShortMemoryTests
{
    private readonly FakeTimeProvider time = new();
    private readonly ShortMemory<int, string> memory;

    public ShortMemoryTests() => memory = new ShortMemory<int, string>(time, most: 3, kept: Duration.FromHours(1));

    [Fact]
    public void KeptValuesAreFoundUntilTheyExpire()
    {
        memory.Keep(1, "squat");
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("squat", memory.Find(1));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(memory.Find(1));
    }

    [Fact]
    public void TheOldestGoesWhenThereIsTooMuch()
    {
        for (var i = 1; i <= 4; i++)
        {
            memory.Keep(i, $"text {i}");
            time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Null(memory.Find(1));
        Assert.Equal(["text 2", "text 3", "text 4"], [memory.Find(2), memory.Find(3), memory.Find(4)]);
    }

    [Fact]
    public void TheNewestOfOneKeyTakesNobodysPlace()
    {
        for (var i = 1; i <= 3; i++) memory.Keep(i, "first");
        memory.Keep(1, "second");
        Assert.Equal(["second", "first", "first"], [memory.Find(1), memory.Find(2), memory.Find(3)]);
    }

    [Fact]
    public void ForgottenValuesAreGone()
    {
        memory.Keep(1, "squat");
        memory.Forget(1);
        Assert.Null(memory.Find(1));
    }
}
