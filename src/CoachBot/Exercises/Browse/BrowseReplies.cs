using CoachBot.Chat.Saying;
using CoachBot.Exercises.Own;

namespace CoachBot.Exercises.Browse;

internal static class BrowseReplies
{
    /// <summary>As many as a phone shows without scrolling.</summary>
    private const int OnAPage = 10;

    private const int MostInASelect = 25;

    public static Reply List(BrowseFilter filter, Shelf shelf)
    {
        var found = shelf.Exercises.Where(filter.Takes).ToList();
        if (found.Count == 0) return Nothing(filter);
        var pages = (found.Count + OnAPage - 1) / OnAPage;
        // The list may have become shorter since the button was made.
        var page = Math.Min(filter.Page, pages - 1);
        var shown = found.Skip(page * OnAPage).Take(OnAPage).ToList();
        var count = found.Count == 1 ? "1 exercise" : $"{found.Count} exercises";
        return new Reply
        {
            Text = $"**{Title(filter, shelf)}** · {count}{(pages > 1 ? $", page {page + 1} of {pages}" : "")}\n{string.Join('\n', shown.Select(Line))}",
            Select = PickExercise.Of(shown, "Open one"),
            Buttons = pages == 1 ? [] :
            [
                // The last word only keeps the ids of the two apart.
                new Button("Back", BrowsePages.Name, [.. (filter with { Page = Math.Max(page - 1, 0) }).Words, "back"]) { Disabled = page == 0 },
                new Button("More", BrowsePages.Name, [.. (filter with { Page = page + 1 }).Words, "more"]) { Disabled = page == pages - 1 },
            ],
        };
    }

    public static Reply About(Topic topic)
    {
        var shown = topic.Exercises.Take(MostInASelect).ToList();
        return new Reply
        {
            Text = $"**{topic.Title}** · {(topic.Exercises.Count == 1 ? "1 exercise" : $"{topic.Exercises.Count} exercises")}\n{string.Join('\n', shown.Take(OnAPage).Select(Line))}"
                + (shown.Count > OnAPage ? "\nMore are in the list below." : ""),
            Select = PickExercise.Of(shown, "Open one"),
        };
    }

    private static Reply Nothing(BrowseFilter filter) => Reply.Of(filter.Family == BrowseFilter.OwnFamily
        ? "Your team has added no exercises that fit. Coaches add them with `/exercise-admin add`."
        : "No exercise fits all of that. Leave one of the choices out and try again.");

    private static string Title(BrowseFilter filter, Shelf shelf) => string.Join(", ", new[]
    {
        filter.Family switch
        {
            null => "All exercises",
            BrowseFilter.OwnFamily => "Added by your team",
            var id => shelf.Families.FirstOrDefault(family => family.Id == id)?.Name ?? "Exercises",
        },
        filter.Level is { } level ? $"{level.ToString().ToLowerInvariant()} only" : "",
        filter.Kit is { } kit ? $"with {Kits.All.First(k => k.Kit == kit).Label}" : "",
    }.Where(part => part.Length > 0));

    private static string Line(IExercise exercise)
    {
        var line = $"- **{Markup.Escape(exercise.Name)}** · {exercise.Level.ToString().ToLowerInvariant()}";
        return exercise is OwnExercise ? $"{line} · added by your team" : line;
    }
}
