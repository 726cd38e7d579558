namespace CoachBot.CheckIns.Reading;

/// <summary>The words that people write around exercises.</summary>
internal static class WorkLexicon
{
    public static readonly HashSet<string> Reps = Set(
        "rep reps repetition repetitions steps repeticion repeticiones repetición répétition répétitions repetição repetições repeticoes wdh "
        + "wiederholung wiederholungen");
    public static readonly HashSet<string> Seconds = Set(
        "s sec secs second seconds sek sekunde sekunden seg segs segundo segundos seconde secondes");
    public static readonly HashSet<string> Minutes = Set("min mins minute minutes mn minuto minutos minuten");
    public static readonly HashSet<string> Hours = Set("h hr hrs hour hours");
    public static readonly HashSet<string> Kilograms = Set("kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes");
    public static readonly HashSet<string> Pounds = Set("lb lbs pound pounds");
    public static readonly HashSet<string> Distances =
        Set("metre metres meter meters mtr mtrs km kms yd yds yard yards ft feet mi mile miles lap laps cm inch inches rm am pm cal cals kcal calorie "
            + "calories bpm watt watts");
    public static readonly HashSet<string> Sets = Set("set sets series serie séries série satz sätze saetze");
    public static readonly HashSet<string> Rounds = Set("round rounds rd rds rnd rnds circuit circuits ronda rondas vuelta vueltas tour tours runde runden");
    public static readonly HashSet<string> AsManyAsPossible = Set("amrap max maximum failure fail");
    public static readonly HashSet<string> Shortened = Set("sec secs min mins rep");
    public static readonly HashSet<string> Hold = Set("hold holds held pause pauses paused");
    public static readonly HashSet<string> Rest = Set("rest rests resting break breaks recovery recover off");
    public static readonly HashSet<string> Effort = Set("rpe effort difficulty hardness intensity");
    public static readonly HashSet<string> Each = Set("each ea per e every both pro je cada por par chaque");
    /// <summary>How a time that stands beside repetitions was used: "3 s lower", "eccentric 5 s".</summary>
    public static readonly HashSet<string> Paces = Set("lower lowering lowers eccentric ecc down up negative negatives concentric squeeze top bottom");

    /// <summary>Between two numbers they multiply.</summary>
    public static readonly HashSet<string> Multiply = Set("by times mal por fois veces vezes de");

    public static readonly HashSet<string> SideNouns = Set(
        "side sides leg legs arm arms foot feet hand hands s l seite seiten bein lado lados pierna brazo perna braço côté cote jambe bras");
    public static readonly HashSet<string> Left = Set("left l lt links izquierda izq gauche esquerda");
    public static readonly HashSet<string> Right = Set("right r rt rechts derecha droite direita");
    public static readonly HashSet<string> BodyWeight = Set("bw bodyweight unweighted weightless");
    public static readonly HashSet<string> Using = Set("with w using use used holding at mit con avec com à");

    /// <summary>What a weight is of, after its number: "16 kg kettlebell", "10 kg dumbbells".</summary>
    public static readonly HashSet<string> Implements =
        Set("kettlebell kettlebells kb kbs dumbbell dumbbells dumbell dumbells db dbs barbell bar bb bell bells plate plates vest weight weights ball load");

    /// <summary>They part one exercise from the next.</summary>
    public static readonly HashSet<string> Conjunctions = Set("and then plus followed next finally also afterwards after und y et e dann danach luego puis");

    /// <summary>They say nothing about what was done.</summary>
    public static readonly HashSet<string> Fillers = Set(
        "a an the of my our i we im i'm i've ive did do done doing just some for had got was were in total today exercise exercises workout session "
        + "strength by with w ish it that this on at to so about around approx approximately ca circa roughly x ish exactly only more again now finished "
        + "started first second third last lastly completed complete performed including plus and then reps rep hi hey coach please log logged hold holds "
        + "times");

    /// <summary>A remark beside the work: it is left out, and said so.</summary>
    public static readonly HashSet<string> Remarks = Set(
        "felt feel feels feeling good great easy easier hard harder tough ok okay fine nice heavy heavier light lighter tired slow slowly fast quick "
        + "quickly fun lol haha yay super very really too bit little kinda sorta pretty perfect form technique well better best worse bad boring intense "
        + "brutal killer crushed smashed nailed yesterday morning afternoon evening tonight home gym school practice before during because but not was no "
        + "problem straight unbroken alternating alt bilateral bilaterally controlled strict supersetted superset superset each between sets set per side "
        + "thanks thx");

    /// <summary>Training that is no strength work: it is left out, and said so.</summary>
    public static readonly HashSet<string> OtherTraining = Set(
        "warm warmup warming warmed cool cooldown cooling cooled ran run running runs jog jogged jogging bike biked biking cycling cycled swim swam "
        + "swimming walk walked stretch stretched stretching stretches mobility drills strides foam rolled rolling sprints "
        + "sprint intervals hike hiked hiking yoga");

    /// <summary>They stand beside other training: "warm up", "long run".</summary>
    public static readonly HashSet<string> BesideOtherTraining = Set("up down long short tempo track roll off k then at pace");

    /// <summary>What an exercise can be done without.</summary>
    public static readonly HashSet<string> Kit = Set("weight weights load band bands kit equipment bar shoes roller ball rest problem problems pain");

    /// <summary>"no squats", "skipped squats".</summary>
    public static readonly HashSet<string> NotDone = Set("no skip skipped skipping not missed without didnt didn't forgot");

    public static readonly HashSet<string> Weekdays = Set(
        "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday");

    /// <summary>Headings of a plan, before a colon or a number: "Day 1:", "Circuit A:", "Warm-up:".</summary>
    public static readonly HashSet<string> Headings = Set(
        "day days week block circuit giant legday legs glutes abs arms conditioning gym routine program programme mobility today superset ss part session "
        + "workout warm warmup up down main core finisher cooldown cool strength emom tabata section phase ex exercise lower upper hips set complex w d");

    /// <summary>Number words; "a" and "an" count only before "dozen", "couple", "minute".</summary>
    public static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fourty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["dozen"] = 12,
        ["couple"] = 2,
    };

    /// <summary>After one of these a number or number word is part of a name: "one leg squat", "4-way hip".</summary>
    public static readonly HashSet<string> NumberedNouns = Set("leg legs legged arm arms armed way ways footed handed point");

    /// <summary>"side plank", "side lying leg raise": no "each side" then.</summary>
    public static readonly HashSet<string> BehindSideInNames = Set(
        "plank planks bridge lying lunge lunges step steps leg bend bends shuffle shuffles kick kicks stepping");

    /// <summary>Words that end in x before a number.</summary>
    public static readonly HashSet<string> EndInX = Set("box max flex relax complex fix mix ex six");

    /// <summary>Whether a unit follows directly or after a space; asked where a comma may be a decimal one.</summary>
    public static bool StartsWithUnit(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length])) length++;
        var word = text[..length].ToString().ToLowerInvariant();
        return Kilograms.Contains(word) || Pounds.Contains(word) || Minutes.Contains(word) || word == "m";
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
