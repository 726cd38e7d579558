using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Chat;

internal interface ICommand
{
    CommandSpec Spec { get; }

    Task<Reply> HandleAsync(CommandCall call, CancellationToken ct);
}

/// <summary>Offers choices while a person types. At most 25 are shown; must be quick, there is no second chance.</summary>
internal interface ISuggests
{
    Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken ct);
}
