using System.Diagnostics;
using CoachBot.Storage;
using CoachBot.Storage.Sqlite;

namespace CoachBot.Tests.Storage;

/// <summary>A disk of one megabyte. It can only be made by root; elsewhere these tests say that they were skipped.</summary>
public sealed class SmallDiskTests : IDisposable
{
    private readonly DirectoryInfo disk = Directory.CreateTempSubdirectory("coachbot-disk");
    private readonly bool isMounted;

    public SmallDiskTests() => isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.FullName);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StorageOptions Options => new() { ConnectionString = $"Data Source={Path.Combine(disk.FullName, "coachbot.db")}" };

    public void Dispose()
    {
        if (isMounted) Run("umount", disk.FullName);
        disk.Delete(recursive: true);
    }

    [Fact]
    public async Task AFullDiskIsNoticedAndOneWithRoomAgainIsToo()
    {
        NeedsADisk();
        using var database = SqliteDatabase.Open(Options);
        Assert.Null(await database.TryToWriteAsync(Ct));
        Fill();
        Assert.Equal(StorageRefusal.Full, await database.TryToWriteAsync(Ct));
        var refused = await Assert.ThrowsAsync<StorageRefused>(() =>
            database.WriteAsync(sql => { sql.Execute("insert into secrets (name, value) values ('x', zeroblob(100000))"); }, Ct));
        Assert.Equal(StorageRefusal.Full, refused.Reason);
        Free();
        Assert.Null(await database.TryToWriteAsync(Ct));
    }

    [Fact]
    public void AStartOnAFullDiskNamesTheCause()
    {
        NeedsADisk();
        SqliteDatabase.Open(Options).Dispose();
        Fill();
        Assert.Contains("is full", Refused().Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(disk.FullName, "coachbot.db"));
        Fill("more");
        Assert.Contains("is full", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADiskThatMayOnlyBeReadIsNoticedAndAStartNamesTheCause()
    {
        NeedsADisk();
        SqliteDatabase.Open(Options).Dispose();
        Assert.True(Run("mount", "-o", "remount,ro", disk.FullName));
        Assert.Equal(78, Refused().ExitCode);
        Assert.Equal(78, Assert.Throws<StartupFailure>(() => SqliteDatabase.Check(Options)).ExitCode);
        await Task.CompletedTask;
    }

    private StartupFailure Refused()
    {
        var failure = Assert.Throws<StartupFailure>(() => SqliteDatabase.Open(Options));
        Assert.Equal(78, failure.ExitCode);
        Assert.DoesNotContain('\n', failure.Message);
        return failure;
    }

    private void NeedsADisk() => Assert.SkipUnless(isMounted, "No small disk could be mounted here; that needs root on Linux.");

    private void Fill(string name = "ballast")
    {
        using var ballast = File.Create(Path.Combine(disk.FullName, name));
        try
        {
            while (true)
            {
                ballast.Write(new byte[4096]);
                ballast.Flush(flushToDisk: true);
            }
        }
        catch (IOException)
        {
            // Full, as it shall be.
        }
    }

    private void Free() => File.Delete(Path.Combine(disk.FullName, "ballast"));

    private static bool Run(string program, params string[] words)
    {
        try
        {
            using var run = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
            run.WaitForExit();
            return run.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
