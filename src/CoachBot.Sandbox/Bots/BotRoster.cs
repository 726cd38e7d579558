using System.Text;

namespace CoachBot.Sandbox.Bots;

/// <summary>Every bot that has shown a token since the start.</summary>
internal sealed class BotRoster
{
    private readonly List<Bot> bots = [];

    public static string CoachBotToken { get; } =
        Convert.ToBase64String(Encoding.ASCII.GetBytes(World.CoachBotId.ToString())).TrimEnd('=') + ".sandbox.coachbot";

    public Bot CoachBot { get; } = new(CoachBotToken, World.CoachBotId, "CoachBot");

    public IReadOnlyList<Bot> All => bots;

    public Bot? Known(string token) => bots.Find(bot => bot.Token == token);

    /// <summary>The bot of this token, known from now on.</summary>
    public Bot Of(string token)
    {
        if (Known(token) is { } known) return known;
        var bot = token == CoachBotToken ? CoachBot : Guest(token);
        bots.Add(bot);
        return bot;
    }

    public Bot? WithId(ulong id) => id == CoachBot.Id ? CoachBot : bots.FirstOrDefault(bot => bot.Id == id);

    private Bot Guest(string token)
    {
        var id = Bot.IdOf(token);
        // Two tokens with the same head would be one application; each token is a bot of its own here.
        while (WithId(id) is not null) id += 1UL << 22;
        return new Bot(token, id, $"Guest bot {bots.Count(bot => bot != CoachBot) + 1}");
    }
}
