using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Exercises.Shelves;
using CoachBot.Language;

namespace CoachBot.Exercises.Browse;

/// <summary><c>/exercises</c>: the library by family, or as a list by family, level, muscle and equipment, to open one from.</summary>
internal sealed class BrowseCommand(Library library, Catalogue catalogue) : ICommand
{
    public CommandSpec Spec { get; } = Describe(catalogue, ExerciseWords.In(Locale.English));

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string Word(string option) => call.Text(option) ?? BrowseFilter.Any;
        var filter = BrowseFilter.Read([Word("family"), Word("level"), Word("equipment"), "0", Word("muscle")])!;
        var shelf = await library.OfAsync(call.Caller.TeamId, ct);
        var words = ExerciseWords.In(call.Caller.Locale);
        return filter.IsEverything ? BrowseReplies.Families(shelf, words) : BrowseReplies.List(filter, shelf, words);
    }

    private static CommandSpec Describe(Catalogue catalogue, ExerciseWords words) => new(
        "exercises",
        words.Browse,
        new OptionSpec("family", words.WhichFamily)
        {
            Choices = [.. catalogue.Families.Select(family => new Choice(family.Name, family.Id)), new(words.AddedByTeam, BrowseFilter.TeamFamily)],
        },
        new OptionSpec("level", words.WhichLevel) { Choices = Choices<Level>(words.LevelInLine) },
        new OptionSpec("equipment", words.WhatDoYouHave) { Choices = Choices<Kit>(words.Kit) },
        new OptionSpec("muscle", words.WhichMuscle) { Choices = Choices<MuscleGroup>(words.Muscle) });

    private static IReadOnlyList<Choice> Choices<T>(Func<T, string> name) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(name(value), BrowseFilter.Word(value)))];
}
