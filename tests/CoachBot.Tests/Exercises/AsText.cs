using System.Text;
using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Exercises;

/// <summary>A reply as a page to read and approve.</summary>
internal static class AsText
{
    public static string Of(Reply reply)
    {
        var text = new StringBuilder();
        text.AppendLine(reply.Private ? "[only the caller sees this]" : "[everyone sees this]");
        if (reply.Text is not null) text.AppendLine(reply.Text);
        if (reply.Card is { } card)
        {
            text.AppendLine($"# {card.Title} (#{card.Colour:x6})").AppendLine(card.Body);
            foreach (var field in card.Fields) text.AppendLine().AppendLine($"## {field.Name}").AppendLine(field.Value);
            text.AppendLine().AppendLine($"({card.Footer})");
            if (card.Picture is { } picture) text.AppendLine($"[{picture.FileName}: {picture.AltText}]");
        }
        if (reply.Select is { } select)
            text.AppendLine($"[{select.Placeholder}: {string.Join(" | ", select.Options.Select(o => $"{o.Label}{(o.Default ? "*" : "")}"))}] {select.Action} "
                + $"{string.Join(' ', select.Arguments)}");
        foreach (var button in reply.Buttons)
            text.AppendLine($"[{button.Label}] {button.Action} {string.Join(' ', button.Arguments)}{(button.Disabled ? " (disabled)" : "")}");
        return text.ToString();
    }
}
