using System.Text.Json;
using CoachBot.Pictures.Poses;

namespace CoachBot.Exercises;

/// <summary>Reads catalogue.json, which is part of the program.</summary>
internal static class CatalogueReader
{
    public static CatalogueFile Read()
    {
        using var document = JsonFields.Embedded("catalogue.json");
        var json = document.RootElement;
        var stop = json.GetProperty("stopRule");
        return new CatalogueFile(
            json.Text("disclaimer"),
            json.Text("twoForTwo"),
            json.Text("underEighteen"),
            new StopRule(stop.Text("text"), stop.Texts("sources")),
            json.Map("supervision", text => text.GetString()!),
            json.List("families", family => new Family(family.Text("id"), family.Text("name"), family.GetProperty("origin").As<Origin>())),
            json.Map<IReadOnlyList<string>>("ambiguous", ids => ids.List(id => id.GetString()!)),
            json.Map("sources", source => new Source(source.Text("citation"), source.Text("address"))),
            json.List("exercises", ReadExercise));
    }

    private static Exercise ReadExercise(JsonElement json) => new()
    {
        Id = json.Text("id"),
        Name = json.Text("name"),
        Aliases = json.Texts("aliases"),
        Misspellings = json.Texts("misspellings"),
        Names = json.Map<IReadOnlyList<string>>("names", names => names.List(name => name.GetString()!)),
        Family = json.Text("family"),
        Level = json.GetProperty("level").As<Level>(),
        Difficulty = json.Number("difficulty"),
        Unilateral = json.GetProperty("unilateral").GetBoolean(),
        Muscles = ReadMuscles(json.GetProperty("muscles")),
        Why = json.Text("why"),
        Equipment = json.Texts("equipment"),
        WithoutEquipment = json.Text("withoutEquipment"),
        Setup = json.Text("setup"),
        Steps = json.Texts("steps"),
        Cues = json.Texts("cues"),
        Faults = json.List("faults", fault => new FaultAndFix(fault.Text("fault"), fault.Text("fix"))),
        Tempo = json.Text("tempo"),
        DoseType = json.GetProperty("doseType").As<DoseType>(),
        Dose = ReadDoses(json.GetProperty("dose")),
        Load = json.Text("load"),
        Mastery = ReadMastery(json.GetProperty("mastery")),
        StopSigns = json.Texts("stopSigns"),
        Regressions = json.Texts("regressions"),
        Progressions = json.Texts("progressions"),
        Prerequisites = json.Texts("prerequisites"),
        Supervision = json.Text("supervision"),
        Sources = json.Texts("sources"),
        Pose = PoseReader.Read(json.GetProperty("pose")),
    };

    private static Muscles ReadMuscles(JsonElement json) => new(json.Texts("primary"), json.Texts("secondary"));

    private static DoseLevels ReadDoses(JsonElement json) => new(ReadDose(json.GetProperty("beginner")), ReadDose(json.GetProperty("intermediate")), ReadDose(json.GetProperty("advanced")));

    private static Dose ReadDose(JsonElement json) => new(json.Text("text"), ReadRange(json.GetProperty("restSeconds")), ReadRange(json.GetProperty("effort")));

    private static FromTo ReadRange(JsonElement json) => new(json.Number("from"), json.Number("to"));

    private static Mastery ReadMastery(JsonElement json) => new(json.Text("goal"), json.Number("effort"), json.Text("quality"));
}
