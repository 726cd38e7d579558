using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Discord.Model;
using Button = CoachBot.Chat.Saying.Button;
using ButtonStyle = CoachBot.Chat.Saying.ButtonStyle;
using D = CoachBot.Discord.Model;

namespace CoachBot.Chat.Discord;

/// <summary>Our replies as Discord's messages.</summary>
internal sealed class Rendering(ActionIds ids, CommandMentions commands)
{
    private const int ButtonsInARow = 5;

    public MessageBody Body(Reply reply)
    {
        var picture = reply.Card?.Picture;
        var body = new MessageBody
        {
            Content = Fitting(commands.In(reply.Text)),
            Embeds = reply.Card is { } card ? [Embed(card)] : null,
            Components = reply.Select is null && reply.Buttons.Count == 0 ? null : [.. Rows(reply.Select), .. Rows(reply.Buttons)],
            Attachments = picture is null ? null : [new Attachment(picture.FileName, picture.Bytes, picture.AltText, MediaType(picture.FileName))],
            Flags = (reply.Private ? MessageFlags.Ephemeral : MessageFlags.None) | (reply.Refuses ? MessageFlags.SuppressEmbeds : MessageFlags.None),
        };
        // An update keeps what is left out, and what stood there before is to go.
        return reply.Replaces
            ? body with { Content = body.Content ?? "", Embeds = body.Embeds ?? [], Components = body.Components ?? [], Attachments = body.Attachments ?? [] }
            : body;
    }

    public MessageBody Body(Post post) => new()
    {
        Content = Fitting(commands.In(post.Text)),
        Components = Rows(post.Buttons),
        AllowedMentions = post.MentionedRole is { } role ? new AllowedMentions { Roles = [role.Value] } : AllowedMentions.None,
    };

    public InteractionResponse.Modal Modal(Form form) => new(
        ids.Make(form),
        form.Spec.Title,
        [
            .. form.Spec.Fields.Select(field => new TextInput
            {
                CustomId = field.Id,
                Label = field.Label,
                Paragraph = field.Paragraph,
                Required = field.Required,
                MinLength = field.Min,
                MaxLength = field.Max,
                Placeholder = field.Placeholder,
                Value = form.Values.GetValueOrDefault(field.Id),
            }),
        ]);

    /// <summary>For a server that does not take files: everything but the picture.</summary>
    public static MessageBody WithoutPicture(MessageBody body) => body with
    {
        Attachments = [],
        Embeds = [.. (body.Embeds ?? []).Select(embed => embed with { ImageUrl = null })],
    };

    /// <summary>As many whole lines as Discord takes. A long list that is cut says more than an error does.</summary>
    private static string? Fitting(string? text)
    {
        if (text is null || text.Length <= DiscordLimits.Content) return text;
        var room = DiscordLimits.Content - 2;
        var end = text.LastIndexOf('\n', room);
        if (end <= 0) end = char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
        return text[..end] + "\n…";
    }

    private Embed Embed(Card card) => new()
    {
        Title = card.Title,
        Description = commands.In(card.Body),
        Color = card.Colour,
        Fields = [.. card.Fields.Select(field => new EmbedField(field.Name, commands.In(field.Value)!))],
        Footer = card.Footer,
        ImageUrl = card.Picture is { } picture ? $"attachment://{picture.FileName}" : null,
    };

    private IEnumerable<Component> Rows(Select? select) => select is null ? [] :
    [
        new ActionRow([new StringSelect
        {
            CustomId = ids.Make(select),
            Placeholder = select.Placeholder,
            Options = [.. select.Options.Select(option => new D.SelectOption(option.Label, option.Value, option.Description, option.Default))],
        }]),
    ];

    private static string MediaType(string fileName) => fileName.EndsWith(".gif", StringComparison.Ordinal) ? "image/gif" : "image/png";

    private List<Component> Rows(IReadOnlyList<Button> buttons) =>
        [.. InRows(buttons).Select(row => new ActionRow([.. row.Select(Component (button) => Component(button))]))];

    private static List<List<Button>> InRows(IReadOnlyList<Button> buttons)
    {
        var rows = new List<List<Button>>();
        foreach (var button in buttons)
        {
            if (rows.Count == 0 || button.StartsRow || rows[^1].Count == ButtonsInARow) rows.Add([]);
            rows[^1].Add(button);
        }
        return rows;
    }

    private D.Button Component(Button button) => new()
    {
        Label = button.Label,
        CustomId = ids.Make(button),
        Disabled = button.Disabled,
        Style = button.Style switch
        {
            ButtonStyle.Primary => D.ButtonStyle.Primary,
            ButtonStyle.Success => D.ButtonStyle.Success,
            ButtonStyle.Danger => D.ButtonStyle.Danger,
            _ => D.ButtonStyle.Secondary,
        },
    };
}
