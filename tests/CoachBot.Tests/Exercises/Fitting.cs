using CoachBot.Chat.Discord;
using CoachBot.Chat.Saying;
using D = CoachBot.Discord.Model;

namespace CoachBot.Tests.Exercises;

/// <summary>A reply as the message that goes out, held against the limits of Discord's documentation ("Embed Limits", "Component Reference").</summary>
internal static class Fitting
{
    private static readonly Rendering Rendering = Some.Rendering();

    /// <returns>The rows under the message.</returns>
    public static IReadOnlyList<D.ActionRow> Fits(this Reply reply)
    {
        var body = Rendering.Body(reply);
        Assert.InRange(body.Content?.Length ?? 0, 0, 2000);
        foreach (var embed in body.Embeds ?? [])
        {
            Assert.InRange(embed.Title!.Length, 1, 256);
            Assert.InRange(embed.Description!.Length, 1, 4096);
            Assert.InRange(embed.Fields.Count, 0, 25);
            Assert.All(embed.Fields, field =>
            {
                Assert.InRange(field.Name.Trim().Length, 1, 256);
                Assert.True(field.Value.Trim().Length is >= 1 and <= 1024, $"{embed.Title}, {field.Name}: {field.Value.Length} characters");
            });
            Assert.InRange(embed.Footer?.Length ?? 0, 0, 2048);
            var all =
                embed.Title.Length + embed.Description.Length + (embed.Footer?.Length ?? 0) + embed.Fields.Sum(field => field.Name.Length + field.Value.Length);
            Assert.True(all <= 6000, $"{embed.Title}: {all} characters");
        }
        Assert.All(body.Attachments ?? [], file => Assert.InRange(file.Description?.Length ?? 0, 1, 1024));

        var rows = (body.Components ?? []).Cast<D.ActionRow>().ToList();
        Assert.InRange(rows.Count, 0, 5);
        Assert.All(rows, row => Assert.InRange(row.Components.Count, 1, 5));
        var buttons = rows.SelectMany(row => row.Components).OfType<D.Button>().ToList();
        var selects = rows.SelectMany(row => row.Components).OfType<D.StringSelect>().ToList();
        Assert.All(buttons, button => Assert.InRange(button.Label!.Length, 1, 80));
        Assert.All(selects, select =>
        {
            Assert.InRange(select.Options.Count, 1, 25);
            Assert.Equal(select.Options.Count, select.Options.Select(option => option.Value).Distinct().Count());
            Assert.All(select.Options, option =>
                Assert.True(option.Label.Length is >= 1 and <= 100 && option.Value.Length is >= 1 and <= 100 && (option.Description?.Length ?? 0) <= 100));
        });
        var ids = buttons.Select(button => button.CustomId!).Concat(selects.Select(select => select.CustomId)).ToList();
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 100));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        return rows;
    }
}
