namespace CoachBot.Discord.Model;

/// <summary>
/// Discord's sizes, in UTF-16 units where they count characters (Discord: Message Resource, Component
/// Reference, Application Commands). A body beyond them is refused here, before it is sent.
/// </summary>
public static class DiscordLimits
{
    public const int Content = 2000;
    public const int Embeds = 10;
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4096;
    public const int EmbedFields = 25;
    public const int EmbedFieldName = 256;
    public const int EmbedFieldValue = 1024;
    public const int EmbedFooter = 2048;

    /// <summary>Titles, descriptions, field names and values, and footers of all embeds of one message together.</summary>
    public const int EmbedsTogether = 6000;

    public const int Rows = 5;
    public const int ButtonsPerRow = 5;
    public const int ButtonLabel = 80;
    public const int CustomId = 100;
    public const int SelectOptions = 25;
    public const int SelectPlaceholder = 150;
    public const int SelectOptionText = 100;

    public const int ModalTitle = 45;
    public const int ModalInputs = 5;
    public const int InputLabel = 45;
    public const int InputText = 4000;
    public const int InputPlaceholder = 100;

    public const int Choices = 25;
    public const int ChoiceText = 100;

    public const int MentionIds = 100;
    public const int Attachments = 10;
    public const int AttachmentDescription = 1024;
    public const int Nonce = 25;

    /// <summary>Bytes of one request, files included.</summary>
    public const int RequestBytes = 25 * 1024 * 1024;
}
