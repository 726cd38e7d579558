using System.Globalization;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.CheckIns;

/// <summary>Takes a check-in back; only the athlete herself sees this button and may press it.</summary>
internal sealed class UndoButton(CheckInDesk desk) : IButtonAction
{
    public string Action => CheckInActions.Undo;

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct) =>
        desk.UndoAsync(call.Id, call.Caller, long.Parse(call.Arguments[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), ct);
}
