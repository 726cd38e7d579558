using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Chat.Saying;
using CoachBot.Language;
using NodaTime;

namespace CoachBot.StrengthDays;

/// <param name="SaysHalf">It was typed with am, pm, or the part of the day.</param>
internal readonly record struct TypedTime(LocalTime Time, bool SaysHalf)
{
    private const int MorningBegins = 5;
    private const int NightBegins = 22;

    /// <summary>
    /// Nobody posts to a team of runners in the night without meaning it, and a "3:30" without am or pm is in the afternoon nearly always: such a time is
    /// asked about before anything is saved.
    /// </summary>
    public bool IsDoubtful => (!SaysHalf && Time.Hour < 10) || Time.Hour is < MorningBegins or >= NightBegins;

    /// <summary>The same on the clock's face, in the other half of the day.</summary>
    public LocalTime OtherHalf => Time.PlusHours(12);
}

/// <summary>
/// Reads a time of day as coaches write it: "15:30", "3:30 pm", "3pm", "1530", "15h30", "15 Uhr", "half past 3", "3:30 in the afternoon", "noon".
/// </summary>
internal static partial class TimeReader
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly Dictionary<string, string> MinuteWords = new()
    {
        ["fifteen"] = "15",
        ["twenty"] = "20",
        ["thirty"] = "30",
        ["forty"] = "40",
        ["forty five"] = "45",
        ["fifty"] = "50",
    };

    /// <exception cref="UserError">Says why it is none.</exception>
    public static TypedTime Read(string typed)
    {
        var text = Spoken(TypedText.Plain(typed).Trim().TrimEnd('.', '!'));
        if (text is "noon" or "midday" or "mittag" or "mittags" or "mediodia" or "midi" or "meio dia" or "meio-dia") return new TypedTime(LocalTime.Noon, true);
        if (text is "midnight" or "mitternacht" or "medianoche" or "minuit" or "meia noite" or "meia-noite") return new TypedTime(LocalTime.Midnight, true);
        if (TwoTimes().IsMatch(text)) throw Refused(words => words.TwoTimes(typed));
        var match = Clock().Match(text);
        if (!match.Success) throw WhyNot(typed, text);
        var hour = Number(match.Groups["h"]);
        var minute = match.Groups["m"].Success ? Number(match.Groups["m"]) : 0;
        var half = Half(match);
        if (match.Groups["m"] is { Success: true, Length: 1 }) throw Refused(words => words.MinutesHaveTwoDigits(typed));
        if (match.Groups["s"].Success && Number(match.Groups["s"]) > 0) throw Refused(words => words.NoSeconds(typed));
        if (hour == 24 && minute == 0) throw Refused(words => words.MidnightIsZero);
        if (hour > 23) throw Refused(words => words.NoSuchHour(hour));
        if (minute > 59) throw Refused(words => words.NoSuchMinute(minute));
        if (half == 'a' && hour > 12) throw Refused(words => words.AmGoesToTwelve(typed));
        if (half == 'p' && hour == 0) throw Refused(words => words.AmGoesToTwelve(typed));
        if (half != ' ' && hour <= 12) hour = (hour % 12) + (half == 'p' ? 12 : 0);
        return new TypedTime(new LocalTime(hour, minute), half != ' ');
    }

    /// <summary>"Half past three" becomes 3:30, "Viertel nach drei" is left to the refusal.</summary>
    private static string Spoken(string text)
    {
        text = NumberWord().Replace(text, word => (Array.IndexOf(Numbers, word.Value) + 1).ToString(CultureInfo.InvariantCulture));
        text = MinuteWord().Replace(text, word => $"{word.Groups["h"].Value}:{MinuteWords[word.Groups["m"].Value.Replace('-', ' ')]}");
        text = Past().Replace(text, past => $"{past.Groups["h"].Value}:{(past.Groups["half"].Success ? "30" : "15")}");
        text = QuarterTo().Replace(text, to => $"{Before(to.Groups["h"])}:45");
        text = Halb().Replace(text, half => $"{Before(half.Groups["h"])}:30");
        return YMedia().Replace(text, "${h}:30");
    }

    private static int Before(Group hour) => Number(hour) switch { 0 => 23, 1 => 12, var next => next - 1 };

    private static char Half(Match match)
    {
        if (match.Groups["half"].Success) return match.Groups["half"].Value[0];
        return match.Groups["am"].Success ? 'a' : match.Groups["pm"].Success ? 'p' : ' ';
    }

    private static UserError WhyNot(string typed, string text)
    {
        if (WithMore().Match(text) is { Success: true } more)
        {
            var rest = more.Groups["rest"].Value.Trim();
            if (WeekdayNames.All.Any(names => names.Read(rest.TrimEnd('.')) is not null)) return Refused(words => words.DaysGoElsewhere(typed));
            return Refused(words => words.ZonesGoElsewhere(typed));
        }
        return Refused(words => text.Any(char.IsAsciiDigit) ? words.NoTime(typed) : words.NoTimeOnTheClock(typed));
    }

    private static UserError Refused(Func<StrengthDayWords, string> say) => new(locale => say(StrengthDayWords.In(locale)));

    private static int Number(Group digits) => int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Halves =
        @"(?<half>[ap])\.?\s?m\.?|(?<am>in the morning|de la manana|da manha|du matin|morgens|vormittags|fruh|morning)"
        + @"|(?<pm>in the (?:afternoon|evening)|at night|de la (?:tarde|noche)|da (?:tarde|noite)|de l.?apres.midi|du soir"
        + @"|nachmittags|abends|afternoon|evening)";

    [GeneratedRegex(
        @"^(?:(?:at|um|a las?|las?|as|a)\s+)?(?:(?<h>\d{1,2})(?:\s*(?:[:.,h]|uhr)\s*(?<m>\d{1,2})(?:[:.](?<s>\d{2}))?)?|(?<h>\d{1,2})(?<m>\d{2}))"
        + @"\s*(?:h|hs|hrs|uhr|horas|heures|o.?clock)?\s*(?:" + Halves + @")?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\d[^\d]*(?:-|\bto\b|\bbis\b|\bund\b|\band\b|\bor\b|,\s|[;/&])\s*\d{1,2}(?:[:.]\d\d|\s*[ap]\.?m|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoTimes();

    [GeneratedRegex(@"^\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*\(?(?<rest>\p{L}[\p{L}/_ +\d.]*)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithMore();

    [GeneratedRegex(@"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"\b(?<h>\d{1,2})\s+(?<m>fifteen|twenty|thirty|forty[\s-]five|forty|fifty)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MinuteWord();

    [GeneratedRegex(@"\b(?:(?<half>half)|(?:a\s+)?quarter)\s+(?:past|after)\s+(?<h>\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:a\s+)?quarter\s+(?:to|of|before)\s+(?<h>\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterTo();

    [GeneratedRegex(@"\bhalb\s+(?<h>\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Halb();

    [GeneratedRegex(@"(?<h>\d{1,2})\s+(?:y media|e meia|et demie)\b", RegexOptions.CultureInvariant)]
    private static partial Regex YMedia();
}
