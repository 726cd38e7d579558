using CoachBot.Chat.Saying;
using CoachBot.Language;
using NodaTime;

namespace CoachBot.Teams;

/// <summary>What is said about a team's settings, and about who may do what.</summary>
internal class TeamWords
{
    private static readonly TeamWords English = new();

    /// <summary>English is the only language for now; a second one is a subclass, named here.</summary>
    public static TeamWords In(Locale locale) => English;

    public virtual string OnlyCoaches =>
        "Only coaches can do this. A coach is somebody with the team's coach role, or with the Manage Server permission. Please ask yours.";

    public virtual string OnlyManagers => "Only somebody with the Manage Server permission can say who the coaches are. Please ask the server's owner.";

    public virtual string EveryoneIsNoCoachRole =>
        "@everyone cannot be the coach role: then every athlete would be a coach. Pick a role that only coaches have.";

    /// <param name="nearest">Places that it may be; there may be none.</param>
    public virtual string UnknownZone(string typed, IReadOnlyList<string> nearest) =>
        $"I don't know the time zone {Markup.Quote(typed)}. Name one by its city, such as {Either(nearest.Count > 0 ? nearest : ["New York", "London"])} "
        + "A small town is not on my list: name a larger one nearby.";

    public virtual string ZoneIsAmbiguous(string typed, IReadOnlyList<string> meant) =>
        $"{Markup.Quote(typed)} can be more than one time zone. Please say which one: {Either(meant)}";

    /// <param name="there">Cities with this offset; there may be none.</param>
    public virtual string ZoneIsAnOffset(string typed, IReadOnlyList<string> there) =>
        $"{Markup.Quote(typed)} is not a place, so I cannot know when clocks change for summer time there. "
        + (there.Count > 0 ? $"Name a city instead, such as {Either(there)}" : "Name a city instead.");

    public virtual string AskZone =>
        Markup.Strong("Which time zone is your team in?") + " Pick the city whose clock is yours, and reminders come on the minute.";

    public virtual string ZonePlaceholder => "Your team's time zone";

    public virtual string TakeCoachRoleBack => "No coach role";

    public virtual string UnknownCountry(string typed, IEnumerable<string> nearest) => string.Join(" or ", nearest) is { Length: > 0 } names
        ? $"I'm not sure which country {Markup.Quote(typed)} is. Do you mean {names}? Please write its whole name."
        : $"I don't know the country {Markup.Quote(typed)}. Write its English name, such as Canada or Germany.";

    /// <param name="now">The time there, as a clock shows it.</param>
    public virtual string ZoneChoice(string zone, string now) => $"{zone} (now {now})";

    public virtual string Setup => "Coaches: show or change the team's settings";

    public virtual string ZoneOption => "The team's time zone, by city";

    public virtual string CountryOption => "The team's country: whose emergency numbers and helplines are shown";

    public virtual string CoachRoleOption => "The role whose members are coaches";

    public virtual string CardsOption => "Who sees the card that /exercise answers with, unless the asker says otherwise";

    public virtual string CardsForTheAsker => "only the person who asks";

    public virtual string CardsForEveryone => "everyone in the channel";

    public virtual string WeekStartsOption => "The first day of the team's week";

    public virtual string Day(IsoDayOfWeek day) => day.ToString();

    public virtual string Settings(Team team) =>
        $"{Markup.Strong("Your team's settings")}\n{Lines(team)}\n"
        + Markup.Small($"Change one: {Markup.Command("setup zone:New York")}, {Markup.Command("setup coach-role:@Coaches")}");

    public virtual string Changed(Team team) => $"{Markup.Strong("Saved. Your team's settings now")}\n{Lines(team)}";

    protected virtual string Lines(Team team) => string.Join('\n',
        $"Time zone: {team.ZoneId ?? "not set yet, so UTC is used"}",
        $"Country for emergency numbers: {(team.Country ?? Countries.OfZone(team.ZoneId)) switch
        {
            null => "not set yet",
            var code => $"{Countries.Name(code)}{(team.Country is null ? ", guessed from the time zone" : "")}",
        }}",
        $"Coaches: everyone who may manage the server{(team.CoachRoleId is { } role ? $", and {Markup.Mention(role)}" : "")}",
        $"Exercise cards: {(team.CardsForEveryone ? "everyone in the channel sees them" : "only the person who asks sees them")}",
        $"Week starts on: {Day(team.WeekStart)}");

    /// <summary>To end a sentence with; a name may end in a dot of its own.</summary>
    protected static string Either(IReadOnlyList<string> places)
    {
        var all = places.Count == 1 ? places[0] : $"{string.Join("; ", places.SkipLast(1))} or {places[^1]}";
        return all.EndsWith('.') ? all : all + ".";
    }
}
