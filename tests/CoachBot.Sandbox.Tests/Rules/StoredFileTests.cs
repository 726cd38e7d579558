using CoachBot.Sandbox.Chat;

namespace CoachBot.Sandbox.Tests.Rules;

public sealed class StoredFileTests
{
    [Fact]
    public void KnowsHowLargeAPictureIs()
    {
        byte[] gif = [.. "GIF89a"u8, 0xE0, 0x01, 0x06, 0x01, 0xF7, 0, 0];
        Assert.Equal((480, 262), File(gif).Size);
        Assert.Null(File("GIF"u8.ToArray()).Size);
        Assert.Null(File("a text that is long enough"u8.ToArray()).Size);
    }

    private static StoredFile File(byte[] bytes) => new(1, "file", null, "application/octet-stream", bytes, new Uri("http://127.0.0.1/"));
}
