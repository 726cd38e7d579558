namespace CoachBot.Exercises.Search;

/// <summary>
/// Words and pairs of words that mean the same in every exercise's name. The general ones only: what one exercise alone is called stands in the catalogue.
/// </summary>
internal static class Synonyms
{
    /// <summary>How runners shorten exercise words when they type, and words that mean the same in every name.</summary>
    private static readonly Dictionary<string, string> Words = Read("""
        singleleg = single 1 one sl singlelegged oneleg onelegged unilateral
        doubleleg = double 2 two both
        four = 4
        four way = 4way
        leg = legged legs
        deadlift = dl
        romanian deadlift = rdl
        singleleg deadlift = sldl
        singleleg romanian deadlift = slrdl
        dumbbell = db dumbell
        kettlebell = kb
        barbell = bb
        weighted = loaded weight
        bodyweight = bw unweighted unloaded weightless
        medball = medicineball
        ball = swissball
        roller = foamroller
        rear foot raised = rfe
        raised = elevated
        incline = inclined
        band = theraband banded
        push up = pushup pressup
        step up = stepup
        step down = stepdown
        side step = sidestep
        side plank = sideplank
        walk out = walkout
        hop = bounce
        hamstring = hamstring hammy ham
        glute = gluteus gluteal glut
        squat = sqt squad
        reverse = rev
        bridge = bridging
        lunge = lunging lounge lunch
        hinge = hinging
        lift = raise raising
        lying = laying
        side lying = sidelying
        back = backward
        clamshell = clam
        side = sideway
        no = without
        with = w
        foot = feet
        """);

    /// <summary>Two words that are one: how many legs, which thing. Looked for when articles are gone, so that "on the knees" is here too.</summary>
    private static readonly Dictionary<string, string> Pairs = Read("""
        singleleg = singleleg_leg singleleg_foot
        doubleleg = doubleleg_leg doubleleg_foot
        bodyweight = body_weighted no_weighted no_dumbbell no_load
        band = resistance_band loop_band mini_band thera_band elastic_band exercise_band
        ball = stability_ball swiss_ball gym_ball exercise_ball physio_ball yoga_ball fitness_ball
        medball = medicine_ball med_ball
        roller = foam_roller foam_roll
        kneel = on_knee from_knee
        plank = front_plank
        side plank = side_bridge
        calf lift = heel_lift
        push up = press_up
        hamstring curl = leg_curl
        warm = warm_up
        each = each_side doubleleg_side per_side each_leg per_leg
        """);

    private static readonly HashSet<string> Weights = new(StringComparer.Ordinal) { "weighted", "dumbbell", "kettlebell" };

    /// <summary>Words that stand for another, each with what it stands for.</summary>
    public static IReadOnlyDictionary<string, string> OfWords => Words;

    public static IEnumerable<string> WordsOfPairs => Pairs.Keys.SelectMany(words => words.Split('_'));

    /// <summary>Whichever weights are held.</summary>
    public static IReadOnlySet<string> Loads => Weights;

    /// <summary>Whether a word makes another exercise of one, wherever it stands: on one leg, with weights.</summary>
    public static bool Changes(string word) => word == "singleleg" || Weights.Contains(word);

    public static string? Of(string word) => Words.GetValueOrDefault(word);

    public static string? Of(string word, string next) => Pairs.GetValueOrDefault($"{word}_{next}");

    /// <summary>Each line has what is meant, and the words for it.</summary>
    private static Dictionary<string, string> Read(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(" = "))
        .SelectMany(line => line[1].Split(' ').Select(word => (word, Meant: line[0])))
        .ToDictionary(pair => pair.word, pair => pair.Meant, StringComparer.Ordinal);
}
