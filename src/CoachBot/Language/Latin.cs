namespace CoachBot.Language;

/// <summary>Latin letters with something on them: how they are put together, and what they are typed as on a keyboard that has none of them.</summary>
internal static class Latin
{
    /// <summary>Marks that sit on letters, each with the letters that have one character together with it, and those characters.</summary>
    private static readonly (char Mark, string Letters, string Composed)[] Accents =
    [
        ('\u0300', "AEIOUaeiouNnWwYy", "ÀÈÌÒÙàèìòùǸǹẀẁỲỳ"),
        ('\u0301', "AEIOUYaeiouyCcLlNnRrSsZzWw", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźẂẃ"),
        ('\u0302', "AEIOUaeiouCcGgHhJjSsWwYyZz", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑ"),
        ('\u0303', "ANOanoIiUuEeYy", "ÃÑÕãñõĨĩŨũẼẽỸỹ"),
        ('\u0304', "AaEeIiOoUuYy", "ĀāĒēĪīŌōŪūȲȳ"),
        ('\u0306', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
        ('\u0307', "CcEeGgIZzAaOo", "ĊċĖėĠġİŻżȦȧȮȯ"),
        ('\u0308', "AEIOUaeiouyYWw", "ÄËÏÖÜäëïöüÿŸẄẅ"),
        ('\u030A', "AaUu", "ÅåŮů"),
        ('\u030B', "OoUu", "ŐőŰű"),
        ('\u030C', "CcDdEeNnRrSsTtZzAaIiOoUuGg", "ČčĎďĚěŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǦǧ"),
        ('\u0326', "SsTt", "ȘșȚț"),
        ('\u0327', "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
        ('\u0328', "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
    ];

    /// <summary>Small letters that no mark of the table above makes, each group after what stands for it.</summary>
    private const string Others =
        "a:ǟǡǻȁȃḁạảấầẩẫậắằẳẵặª ae:æǣǽ b:ḃḅḇƀ c:ḉ d:ďđðḋḍḏḑḓ e:ȅȇȩḕḗḙḛḝẹẻếềểễệ f:ḟ g:ǵḡǥ h:ħȟḣḥḧḩḫẖ i:ıȉȋḭḯỉị ij:ĳ j:ǰ "
        + "k:ǩḱḳḵ l:łľŀḷḹḻḽ m:ḿṁṃ n:ŉŋṅṇṉṋ o:øǿơǭȍȏȫȭȱṍṏṑṓọỏốồổỗộớờởỡợº oe:œ p:ṕṗ r:ȑȓṙṛṝṟ s:ſṡṣṥṧṩ ss:ß t:ŧṫṭṯṱẗ "
        + "th:þ u:ưǖǘǚǜȕȗṳṵṷṹṻụủứừửữự v:ṽṿ w:ẇẉẘ x:ẋẍ y:ẏẙỵỷ z:ẓẕƶ";

    private static readonly Dictionary<(char Letter, char Mark), char> Composed =
        Accents.SelectMany(accent => accent.Letters.Zip(accent.Composed, (letter, composed) => ((letter, accent.Mark), composed)))
            .ToDictionary();

    private static readonly Dictionary<char, string> Bare = MakeBare();

    /// <summary>The one character for a letter and the mark after it; null where there is none.</summary>
    public static char? Compose(char letter, char mark) => Composed.TryGetValue((letter, mark), out var composed) ? composed : null;

    /// <summary>A small letter as it is typed without accents ("é" is e, "ß" is ss); null when it is none of these.</summary>
    public static string? WithoutAccent(char letter) => Bare.GetValueOrDefault(letter);

    private static Dictionary<char, string> MakeBare()
    {
        var bare = new Dictionary<char, string>();
        foreach (var group in Others.Split(' '))
            foreach (var letter in group[(group.IndexOf(':', StringComparison.Ordinal) + 1)..])
                bare[letter] = group[..group.IndexOf(':', StringComparison.Ordinal)];
        foreach (var (_, letters, composed) in Accents)
            foreach (var (letter, whole) in letters.Zip(composed)) bare[char.ToLowerInvariant(whole)] = char.ToLowerInvariant(letter).ToString();
        return bare;
    }
}
