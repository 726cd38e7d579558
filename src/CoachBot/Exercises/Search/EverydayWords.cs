namespace CoachBot.Exercises.Search;

/// <summary>
/// Words that are one slip away from an exercise's name and yet mean themselves. Found by asking the search for every word of Debian's list of American
/// English (74,744), and for 25,000 each of the French, German, Spanish and Portuguese ones; what was no word of an exercise stands here.
/// </summary>
internal static class EverydayWords
{
    private static readonly HashSet<string> All = Read("""
        abridge abridges bend abundo almaja almejam almena assada binge binges bracken bride brides bridgea bridgeas bridget bridle bridles brie brig
        brigade brigades brigs brinde brow brows bucken bulgar bulgari bulgaria calm calms cams claim claims clama clamo clamp clamps clans conches
        conchs coquillo crow crows deadliest debug desplate entaillas estofadas flexes footsore fridge fridges fuentes fundos glut gluts glutting grow
        grows hamming hing hings hipper hipping hopper hoppers inge kludge kludges lagartijera lams lancha lange lank lateralling launch logo logos
        longe lounge lounged lounges lounging luge luges lunch lunche lunched lunches lunching lune lunes lung lungs mallets molletas mullets palanche
        pallor passades pentes pintes plan planck planco plane planes plano plans plonk plonks plunge plunges plunk plunks poente pontoes prow prows
        pumente ridge ridges rowing sidewalk sidewalks slams squad squads steppe steppes steppst swat thirst thirsts tinge trust trusts ventes
        """);

    /// <summary>Found by asking for each word of the 873 exercises in Free Exercise DB, which is in the public domain.</summary>
    private static readonly HashSet<string> Others = Read("""
        bell bend bike chin hack high pass plie power round slam spider start wheel wide wind
        """);

    /// <summary>Whether it means itself when it stands alone. Beside other words of a name it may be what a phone made of ours: "side lounge".</summary>
    public static bool Has(string normalised) => All.Contains(normalised);

    /// <summary>Whether it says of other exercises what our words don't: a hack squat is no back squat.</summary>
    public static bool OfOthers(string word) => Others.Contains(word);

    private static HashSet<string> Read(string words) => new(words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
