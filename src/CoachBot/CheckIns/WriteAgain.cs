using System.Globalization;
using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using CoachBot.Runtime;
using NodaTime.Text;

namespace CoachBot.CheckIns;

/// <summary>Opens the form for what was done, filled in with what was typed as long as that is remembered.</summary>
internal sealed class WriteAgain(UnreadTexts texts) : IButtonAction
{
    public string Action => CheckInActions.Write;

    public bool OpensForm => true;

    public static Button Button(CallId call, NodaTime.LocalDate day, UserId athlete, CheckInWords words) =>
        new(words.WriteAgain, CheckInActions.Write, call.Value.ToString("x", CultureInfo.InvariantCulture),
            WorkForm.Word(day))
        { Owner = athlete, Style = ButtonStyle.Primary };

    public Task<Reply> PressAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Arguments is not [var id, var day]
            || !ulong.TryParse(id, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var typed))
            throw new UserError(locale => CheckInWords.In(locale).OutOfDate);
        _ = call.Caller.RequireTeam();
        var athlete = call.Caller.RequirePerson();
        var text = texts.Find((new CallId(typed), athlete));
        return Task.FromResult(Reply.Open(new Form(WorkForm.FormSpec, day, id)
        {
            Owner = athlete,
            Values = text is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["what"] = text },
        }));
    }
}

/// <summary>Takes what was written again for a day that is logged already.</summary>
internal sealed class WorkForm(CheckInDesk desk, UnreadTexts texts) : IFormAction
{
    private static readonly LocalDatePattern DayWord = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static readonly FormSpec FormSpec = new(CheckInActions.Written, CheckInWords.In(Locale.English).WorkFormTitle,
        new FieldSpec("what", CheckInWords.In(Locale.English).WorkFormLabel)
        {
            Paragraph = true,
            Max = CheckInCommand.LongestWhat,
            Placeholder = CheckInWords.In(Locale.English).WorkFormExample
        });

    public FormSpec Spec => FormSpec;

    public static string Word(NodaTime.LocalDate day) => DayWord.Format(day);

    public async Task<Reply> SubmitAsync(FormCall call, CancellationToken ct)
    {
        if (call.Arguments is not [var word, var id] || !DayWord.Parse(word).TryGetValue(default, out var day))
            throw new UserError(locale => CheckInWords.In(locale).OutOfDate);
        var reply = await desk.LogAsync(call.Id, call.Caller, new TypedCheckIn { Day = day, What = call.Text("what") }, ct);
        if (ulong.TryParse(id, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var typed))
            texts.Forget((new CallId(typed), call.Caller.RequirePerson()));
        return reply with { Replaces = call.OnPrivateMessage };
    }
}
