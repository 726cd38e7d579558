using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CoachBot.Tests.House;

/// <summary>
/// The floors of the house (src/README.md), read from the compiled program: nothing knows what stands above it, and no two folders need each other.
/// </summary>
public sealed class FloorTests
{
    private const string Root = "CoachBot";

    /// <summary>Lowest first. Slices share one floor; what one may know of another stands in <see cref="Neighbours"/>.</summary>
    private static readonly string[][] Floors =
    [
        ["Runtime"], ["Storage"], ["Language"], ["Chat.Saying"], ["Chat.Asking"], ["Chat"], ["Chat.Discord"], ["Teams"], ["Safety"],
        ["Exercises", "TeamExercises", "Questions", "CheckIns", "StrengthDays"], ["Operations"], [""], ["Launch"],
    ];

    /// <summary>A slice asks these others, each for its reason: a check-in names exercises, a reminder carries the check-in's button.</summary>
    private static readonly string[] Neighbours = ["CheckIns -> Exercises", "StrengthDays -> CheckIns", "TeamExercises -> Exercises"];

    private static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(CoachBotHost).Assembly).Build();

    [Fact]
    public void NothingKnowsWhatStandsAboveIt() => Assert.Equal("", string.Join('\n',
        from door in Doors()
        where Floor(door.To) > Floor(door.From)
        select $"{door.Type} -> {door.Target}"));

    [Fact]
    public void SlicesKnowOnlyTheirNamedNeighbours()
    {
        var slices = Floors[^4];
        var doors = from door in Doors()
                    let own = door.From.Split('.')[0]
                    let to = door.To.Split('.')[0]
                    where own != to && slices.Contains(own) && slices.Contains(to)
                    select $"{own} -> {to}";
        Assert.Empty(doors.Distinct().Except(Neighbours));
    }

    /// <summary>A slice's module names all that is in it, as the host names all slices; it is left out.</summary>
    [Fact]
    public void NoTwoFoldersNeedEachOther()
    {
        var needs = Doors().Where(door => !door.Type.EndsWith("Module", StringComparison.Ordinal)).Select(door => (door.From, door.To)).ToHashSet();
        // Who needs nobody who is left goes; a circle is what stays.
        while (needs.RemoveWhere(need => needs.All(other => other.From != need.To)) > 0) { }
        Assert.Equal("", string.Join(", ", needs.Select(need => $"{need.From} -> {need.To}").Order()));
    }

    [Fact]
    public void TheConnectorTheSandboxAndThePicturesKnowNobodyHere()
    {
        System.Reflection.Assembly[] projects =
            [typeof(CoachBot.Discord.DiscordClient).Assembly, typeof(CoachBot.Sandbox.SandboxServer).Assembly,
                typeof(CoachBot.Pictures.Drawing.PoseCard).Assembly];
        foreach (var project in projects)
            Assert.DoesNotContain(project.GetReferencedAssemblies(), name => name.Name!.StartsWith(Root, StringComparison.Ordinal));
    }

    [Fact]
    public void OnlyTheDiscordRoomAndTheHostKnowTheConnector() => Assert.Empty(
        from door in Doors("CoachBot.Discord")
        where door.From is not ("Chat.Discord" or "")
        select $"{door.Type} -> {door.Target}");

    /// <summary>Every folder is on a floor: a new one is to be given its place here.</summary>
    [Fact]
    public void EveryFolderHasItsFloor() => Assert.DoesNotContain(Program.Types.Select(Room).OfType<string>().Distinct(), room => Floor(room) < 0);

    /// <summary>From a room of the program to another room, or to a type of another assembly of ours.</summary>
    private static IEnumerable<(string Type, string From, string To, string Target)> Doors(string? assembly = null) =>
        from type in Program.Types
        let own = Room(type)
        where own is not null
        from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
        where assembly is null ? Room(target) is { } to && to != own : AssemblyOf(target) == assembly
        select (type.FullName, own, Room(target) ?? "", target.FullName);

    /// <summary>The folder, as the namespace after CoachBot; null for what is not written by us or not in the program.</summary>
    private static string? Room(IType type) =>
        AssemblyOf(type) != Root || type.Namespace?.FullName is not { } name ? null
            : name == Root ? ""
            : name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..]
            : null;

    /// <summary>A type that is only named, in a program that is not read, has no assembly.</summary>
    private static string? AssemblyOf(IType type) => type.Assembly?.Name.Split(',')[0];

    private static int Floor(string room) =>
        Array.FindIndex(Floors, floor => floor.Contains(room)) is var whole and >= 0
            ? whole
            : Array.FindIndex(Floors, floor => floor.Contains(room.Split('.')[0]));
}
