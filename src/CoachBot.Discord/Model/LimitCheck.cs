namespace CoachBot.Discord.Model;

/// <summary>
/// Holds what we are about to send against <see cref="DiscordLimits"/>. A failure is our own bug and names the
/// field, never the text in it. What is inside components is in <see cref="ComponentCheck"/>.
/// </summary>
internal static class LimitCheck
{
    public static void NewMessage(MessageBody body, string? nonce = null)
    {
        Message(body);
        var empty = string.IsNullOrWhiteSpace(body.Content) && body.Embeds is not { Count: > 0 }
            && body.Components is not { Count: > 0 } && body.Attachments is not { Count: > 0 };
        Require(!empty, "body", "has nothing to show");
        Text(nonce, "nonce", 1, DiscordLimits.Nonce);
    }

    public static void Message(MessageBody body)
    {
        Text(body.Content, "content", 0, DiscordLimits.Content);
        Embeds(body.Embeds ?? []);
        ComponentCheck.Rows(body.Components ?? []);
        Count(body.AllowedMentions.Roles.Count, "allowed_mentions.roles", DiscordLimits.MentionIds);
        Attachments(body.Attachments ?? []);
    }

    public static void Response(InteractionResponse response)
    {
        switch (response)
        {
            case InteractionResponse.Message m:
                NewMessage(m.Body);
                break;
            case InteractionResponse.UpdateMessage u:
                Message(u.Body);
                break;
            case InteractionResponse.Autocomplete a:
                Choices(a.Choices);
                break;
            case InteractionResponse.Modal m:
                ComponentCheck.Modal(m);
                break;
        }
    }

    private static void Embeds(IReadOnlyList<Embed> embeds)
    {
        Count(embeds.Count, "embeds", DiscordLimits.Embeds);
        var together = 0;
        for (var i = 0; i < embeds.Count; i++)
        {
            var embed = embeds[i];
            together += Text(embed.Title, $"embeds[{i}].title", 0, DiscordLimits.EmbedTitle)
                + Text(embed.Description, $"embeds[{i}].description", 0, DiscordLimits.EmbedDescription)
                + Text(embed.Footer, $"embeds[{i}].footer", 0, DiscordLimits.EmbedFooter);
            Count(embed.Fields.Count, $"embeds[{i}].fields", DiscordLimits.EmbedFields);
            for (var f = 0; f < embed.Fields.Count; f++)
            {
                var (name, value) = (embed.Fields[f].Name, embed.Fields[f].Value);
                together += Text(name, $"embeds[{i}].fields[{f}].name", 1, DiscordLimits.EmbedFieldName)
                    + Text(value, $"embeds[{i}].fields[{f}].value", 1, DiscordLimits.EmbedFieldValue);
                // Discord trims both, and refuses what is then empty.
                var blank = string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(value);
                Require(!blank, $"embeds[{i}].fields[{f}]", "has nothing but spaces in it");
            }
        }

        Require(together <= DiscordLimits.EmbedsTogether, "embeds",
            $"have {together} characters together; Discord allows {DiscordLimits.EmbedsTogether}");
    }

    private static void Choices(IReadOnlyList<AutocompleteChoice> choices)
    {
        Count(choices.Count, "choices", DiscordLimits.Choices);
        for (var i = 0; i < choices.Count; i++)
        {
            Text(choices[i].Name, $"choices[{i}].name", 1, DiscordLimits.ChoiceText);
            Text(choices[i].Value, $"choices[{i}].value", 0, DiscordLimits.ChoiceText);
        }
    }

    private static void Attachments(IReadOnlyList<Attachment> files)
    {
        Count(files.Count, "attachments", DiscordLimits.Attachments);
        long bytes = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var name = files[i].FileName;
            Text(name, $"attachments[{i}].filename", 1, 100);
            Require(name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'), $"attachments[{i}].filename",
                "may hold letters, digits, dot, dash and underscore only");
            Text(files[i].Description, $"attachments[{i}].description", 0, DiscordLimits.AttachmentDescription);
            Require(files[i].ContentType.All(c => c is > ' ' and < '\x7f'), $"attachments[{i}].content_type", "is not a media type");
            bytes += files[i].Bytes.Length;
        }

        Require(files.Select(f => f.FileName).Distinct().Count() == files.Count, "attachments", "need names of their own");
        Require(bytes <= DiscordLimits.RequestBytes, "attachments", $"have {bytes} bytes; Discord allows {DiscordLimits.RequestBytes}");
    }

    /// <summary>Length of a text that may be absent.</summary>
    public static int Text(string? text, string field, int min, int max)
    {
        if (text is null) return 0;
        Require(text.Length >= min, field, $"has {text.Length} characters; Discord wants at least {min}");
        Require(text.Length <= max, field, $"has {text.Length} characters; Discord allows {max}");
        return text.Length;
    }

    public static void Count(int count, string field, int max) =>
        Require(count <= max, field, $"has {count} entries; Discord allows {max}");

    public static void Require(bool holds, string field, string problem)
    {
        if (!holds) throw new ArgumentException($"{field} {problem}.", field);
    }
}
