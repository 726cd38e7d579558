using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.CheckIns;

/// <summary>The one-tap check-in under a reminder: "done today" for whoever taps.</summary>
internal sealed class DoneButton(CheckInDesk desk) : IButtonAction
{
    public string Action => CheckInActions.Done;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) => desk.LogAsync(call.Id, call.Caller, new TypedCheckIn(), ct);
}
