using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Chat;

/// <summary>Opens a refused form again, filled in with what was typed. Who may send it is asked when it is sent.</summary>
internal sealed class OpenFormAgain(RefusedForms refused) : IButtonAction
{
    public const string Name = "again";

    public string Action => Name;

    public bool OpensForm => true;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(Reply.Open(refused.Find(call.Caller) ?? throw new UserError(locale => ChatWords.In(locale).NothingToOpenAgain)));
}
