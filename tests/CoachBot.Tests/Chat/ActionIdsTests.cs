using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using FsCheck.Xunit;

namespace CoachBot.Tests.Chat;

public sealed class ActionIdsTests
{
    private static readonly ActionIds Ids = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    [Fact]
    public void AButtonReadsAsItWasMade()
    {
        var made = Ids.Make(new Button("Easier", "ex", "glute-bridge") { Owner = new UserId(240000000000000001) });
        var read = Ids.Read(made);
        Assert.NotNull(read);
        Assert.Equal(("ex", new UserId(240000000000000001)), (read.Action, read.Owner!.Value));
        Assert.Equal(["glute-bridge"], read.Arguments);
        Assert.True(made.Length <= 100);
    }

    [Fact]
    public void NoChangedLetterIsAccepted()
    {
        var made = Ids.Make(new Button("Undo", "undo", "1f") { Owner = new UserId(7) });
        for (var i = 0; i < made.Length; i++)
        {
            Assert.Null(Ids.Read(made[..i] + (char)(made[i] ^ 1) + made[(i + 1)..]));
            Assert.Null(Ids.Read(made[..i]));
        }
    }

    [Fact]
    public void AnotherProgramsIdIsRefused()
    {
        var other = new ActionIds(new byte[32]);
        Assert.Null(Ids.Read(other.Make(new Button("Done", "done"))));
        Assert.Null(Ids.Read("v0:done::"));
        Assert.Null(Ids.Read(""));
        Assert.Null(Ids.Read("🏃"));
    }

    [Property]
    public bool AnyTextIsReadWithoutHarm(string? text) => Ids.Read(text ?? "") is null;
}
