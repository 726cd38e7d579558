using System.Runtime.InteropServices;
using CoachBot.Storage;
using CoachBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CoachBot.Tests.Storage;

/// <summary>The database's file: whose it is, who may read it, and what happens when somebody takes it away.</summary>
public sealed partial class FileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coachbot-test");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Place => Path.Combine(folder.FullName, "coachbot.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void ASecondProgramIsRefusedThroughASymbolicLink()
    {
        using var first = SqliteDatabase.Open(At(Place));
        Assert.Equal(75, Refused(File.CreateSymbolicLink(Place + ".link", Place).FullName).ExitCode);
    }

    [Fact]
    public void ASecondProgramIsRefusedThroughALinkedFolder()
    {
        using var first = SqliteDatabase.Open(At(Place));
        var link = Directory.CreateSymbolicLink(folder.FullName + "-link", folder.FullName);
        Assert.Equal(75, Refused(Path.Combine(link.FullName, "coachbot.db")).ExitCode);
        link.Delete();
    }

    [Fact]
    public void ASecondProgramIsRefusedThroughAHardLink()
    {
        using var first = SqliteDatabase.Open(At(Place));
        Assert.Equal(0, Link(Place, Place + ".twin"));
        Assert.Equal(75, Refused(Place + ".twin").ExitCode);
    }

    [Fact]
    public void ASecondProgramIsRefusedAfterEveryOtherFileInTheFolderWasDeleted()
    {
        using var first = SqliteDatabase.Open(At(Place));
        foreach (var file in folder.EnumerateFiles().Where(file => file.FullName != Place)) file.Delete();
        Assert.Equal(75, Refused(Place).ExitCode);
    }

    [Fact]
    public void TheFilesAreTheUsersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var database = SqliteDatabase.Open(At(Place));
        foreach (var file in folder.EnumerateFiles()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
        Assert.Empty(SqliteFile.Warnings(At(Place).ConnectionString));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    public void AFileThatEverybodyMayReadIsSaid(string part)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var database = SqliteDatabase.Open(At(Place));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Place + part, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains(Place + part, Assert.Single(SqliteFile.Warnings(At(Place).ConnectionString)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create table notes (text text); insert into notes values ('mine')")]
    [InlineData("create table SchemaVersions (ScriptName text, Applied text); insert into SchemaVersions values ('0001_another_program.sql', ''); "
        + "create table notes (text text)")]
    public void ADatabaseOfAnotherProgramIsRefusedAndLeftAsItIs(string schema)
    {
        using (var other = new SqliteConnection($"Data Source={Place};Pooling=false"))
        {
            other.Open();
            other.Execute(schema);
        }
        var before = File.ReadAllBytes(Place);
        var failure = Refused(Place);
        Assert.Equal(78, failure.ExitCode);
        Assert.Contains("of another program", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Place));
        Assert.Equal([Place], folder.EnumerateFiles().Select(file => file.FullName));
    }

    [Fact]
    public void ALockOfAnotherProgramAtTheStartIsNamed()
    {
        SqliteDatabase.Open(At(Place)).Dispose();
        using var other = new SqliteConnection($"Data Source={Place};Pooling=false");
        other.Open();
        other.Execute("begin immediate");
        var failure = Refused(Place);
        Assert.Equal(75, failure.ExitCode);
        Assert.Contains("Another program holds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PathsThatCannotBeFilesAreRefusedInOneSentence()
    {
        Directory.CreateDirectory(Place);
        Assert.Equal(78, Refused(Place).ExitCode);
        File.WriteAllText(Place + ".file", "");
        Assert.Equal(78, Refused(Path.Combine(Place + ".file", "coachbot.db")).ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    public async Task NothingIsAcknowledgedAfterAFileWasDeleted(string part)
    {
        using var database = SqliteDatabase.Open(At(Place));
        Assert.Null(await database.TryToWriteAsync(Ct));
        File.Delete(Place + part);
        await IsGoneAsync(database);
    }

    [Fact]
    public async Task NothingIsAcknowledgedAfterTheFileWasReplaced()
    {
        using var database = SqliteDatabase.Open(At(Place));
        File.Copy(Place, Place + ".backup");
        File.Move(Place + ".backup", Place, overwrite: true);
        await IsGoneAsync(database);
    }

    [Fact]
    public void ACheckChangesNothingAndSaysWhatAStartWould()
    {
        SqliteDatabase.Check(At(Path.Combine(folder.FullName, "new", "coachbot.db")));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        File.WriteAllText(Place, new string('x', 5000));
        Assert.Equal(74, Assert.Throws<StartupFailure>(() => SqliteDatabase.Check(At(Place))).ExitCode);
        File.Delete(Place);
        using var first = SqliteDatabase.Open(At(Place));
        Assert.Equal(75, Assert.Throws<StartupFailure>(() => SqliteDatabase.Check(At(Place))).ExitCode);
        Assert.Equal(78, Assert.Throws<StartupFailure>(() => SqliteDatabase.Check(At("/proc/coachbot/x.db"))).ExitCode);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    private static StorageOptions At(string path) => new() { ConnectionString = $"Data Source={path}" };

    private static StartupFailure Refused(string path)
    {
        var failure = Assert.Throws<StartupFailure>(() => SqliteDatabase.Open(At(path)));
        Assert.DoesNotContain('\n', failure.Message);
        return failure;
    }

    private static async Task IsGoneAsync(Database database)
    {
        for (var tries = 0; tries < 2; tries++)
        {
            var refused =
                await Assert.ThrowsAsync<StorageRefused>(() => database.WriteAsync(sql => { sql.Execute("insert into refused_starts (at) values (1)"); }, Ct));
            Assert.Equal(StorageRefusal.Gone, refused.Reason);
            Assert.Equal(StorageRefusal.Gone, await database.TryToWriteAsync(Ct));
        }
    }
}
