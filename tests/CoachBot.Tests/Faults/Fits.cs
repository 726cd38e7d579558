using CoachBot.Discord.Model;

namespace CoachBot.Tests.Faults;

/// <summary>Discord's limits for a message, written down a second time (Discord: Message Resource, Component Reference).</summary>
internal static class Fits
{
    public static void Discord(MessageBody body)
    {
        Assert.InRange(body.Content?.Length ?? 0, 0, 2000);
        var together = 0;
        foreach (var embed in body.Embeds ?? [])
        {
            together += Length(embed.Title, 256) + Length(embed.Description, 4096) + Length(embed.Footer, 2048);
            Assert.InRange(embed.Fields.Count, 0, 25);
            foreach (var part in embed.Fields)
            {
                Assert.NotEmpty(part.Name);
                Assert.NotEmpty(part.Value);
                together += Length(part.Name, 256) + Length(part.Value, 1024);
            }
        }
        Assert.InRange(together, 0, 6000);
        Assert.InRange(body.Components?.Count ?? 0, 0, 5);
        var ids = new HashSet<string>();
        foreach (var component in (body.Components ?? []).Cast<ActionRow>().SelectMany(row => row.Components))
        {
            if (component is not Button button) continue;
            Assert.InRange(button.Label!.Length, 1, 80);
            Assert.InRange(button.CustomId!.Length, 1, 100);
            Assert.True(ids.Add(button.CustomId));
        }
        foreach (var file in body.Attachments ?? []) Assert.InRange(file.Description?.Length ?? 0, 0, 1024);
    }

    private static int Length(string? text, int most)
    {
        Assert.InRange(text?.Length ?? 0, 0, most);
        return text?.Length ?? 0;
    }
}
