using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;

namespace CoachBot.Exercises.Browse;

internal static class BrowseReplies
{
    /// <summary>As many as a phone shows without scrolling.</summary>
    private const int OnAPage = 10;

    /// <summary>The whole library: its families, each with how many it has, to open one from.</summary>
    public static Reply Families(Shelf shelf, ExerciseWords words) => new()
    {
        Text = $"{words.Families(words.Count(shelf.Exercises.Count))}\n"
            + string.Join('\n', Groups(shelf, words).Select(family => $"- {Markup.Strong(family.Name)} · {family.Count}")),
        Select = FamilySelect(shelf, words),
    };

    public static Select FamilySelect(Shelf shelf, ExerciseWords words) =>
        new(ExerciseActions.Family) { Placeholder = words.PickAFamily, Options = FamilyOptions(shelf, words) };

    public static IReadOnlyList<SelectOption> FamilyOptions(Shelf shelf, ExerciseWords words) =>
        [.. Groups(shelf, words).Select(family => new SelectOption(family.Name, family.Id, words.Count(family.Count)))];

    public static Reply List(BrowseFilter filter, Shelf shelf, ExerciseWords words)
    {
        var found = filter.Of(shelf);
        if (found.Count == 0) return Reply.Of(filter.Family == BrowseFilter.TeamFamily ? words.TeamAddedNone : words.NothingFits);
        var pages = (found.Count + OnAPage - 1) / OnAPage;
        // The list may have become shorter since the button was made.
        var page = Math.Min(filter.Page, pages - 1);
        var shown = found.Skip(page * OnAPage).Take(OnAPage).ToList();
        return new Reply
        {
            Text = $"{Markup.Strong(Title(filter, shelf, words))} · {words.Count(found.Count)}{(pages > 1 ? words.PageOf(page + 1, pages) : "")}\n"
                + string.Join('\n', shown.Select(exercise => Line(exercise, words))),
            Select = ExerciseList.Of(shown, words),
            Buttons = pages == 1 ? [] :
            [
                // The last word only keeps the ids of the two apart.
                new Button(words.Back, ExerciseActions.Pages, [.. (filter with { Page = Math.Max(page - 1, 0) }).Words, "back"]) { Disabled = page == 0 },
                new Button(words.More, ExerciseActions.Pages, [.. (filter with { Page = page + 1 }).Words, "more"]) { Disabled = page == pages - 1 },
            ],
        };
    }

    private static IEnumerable<(string Id, string Name, int Count)> Groups(Shelf shelf, ExerciseWords words) => shelf.Families
        .Select(family => (family.Id, family.Name, Count: new BrowseFilter { Family = family.Id }.Of(shelf).Count))
        .Append((BrowseFilter.TeamFamily, words.AddedByTeam, shelf.Added.Count))
        .Where(family => family.Count > 0);

    private static string Title(BrowseFilter filter, Shelf shelf, ExerciseWords words) => filter switch
    {
        { Family: null, Level: null, Kit: { } kit, Muscle: null } => words.ExercisesThatNeed(words.Kit(kit)),
        { Family: null, Level: null, Kit: null, Muscle: { } muscle } => words.ExercisesThatWork(words.Muscle(muscle)),
        _ => string.Join(", ", new[]
        {
            filter.Family switch
            {
                null => words.AllExercises,
                BrowseFilter.TeamFamily => words.AddedByTeam,
                var id => shelf.Families.FirstOrDefault(family => family.Id == id)?.Name ?? words.OtherExercises,
            },
            filter.Level is { } level ? words.LevelOnly(level) : "",
            filter.Muscle is { } muscle ? words.For(words.Muscle(muscle)) : "",
            filter.Kit is { } kit ? words.With(words.Kit(kit)) : "",
        }.Where(part => part.Length > 0)),
    };

    private static string Line(Exercise exercise, ExerciseWords words)
    {
        var line = $"- {Markup.Strong(Markup.Escape(exercise.Name))} · {words.LevelInLine(exercise.Level)}";
        return exercise.ByTeam ? $"{line} · {words.AddedByTeamInLine}" : line;
    }
}
