using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CoachBot.Storage.Sqlite;

/// <summary>
/// Writes that wait for the one writing connection are committed together: reaching the disk is what a write costs, and a full team tapping
/// Done after practice shares that cost. Each has a savepoint of its own, so that one that fails takes nothing else with it. Whoever finds nobody
/// writing writes at once, without a change of thread, and takes along what came in meanwhile. Until its turn has come each can be given up,
/// also while somebody else holds the file: nobody who is told to stop waits for that.
/// </summary>
internal sealed class WriteQueue(PreparedConnection connection)
{
    /// <summary>So that the first of a batch does not wait long for the last.</summary>
    private const int MostTogether = 64;

    private readonly Queue<IWrite> waiting = new();
    private readonly Lock gate = new();
    private bool busy;
    private bool closed;
    private TaskCompletionSource? drained;

    /// <summary>Returns when the work is on the disk.</summary>
    public Task<T> RunAsync<T>(Func<DbConnection, T> work, CancellationToken ct)
    {
        var write = new Write<T>(work, ct);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(Database));
            waiting.Enqueue(write);
            if (busy) return write.Done;
            busy = true;
        }
        WriteBatch();
        return write.Done;
    }

    /// <summary>Takes no more, and waits for what is under way.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            if (!busy) return;
            drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        drained.Task.GetAwaiter().GetResult();
    }

    private void WriteBatch()
    {
        List<IWrite> batch;
        lock (gate)
        {
            batch = new List<IWrite>(Math.Min(waiting.Count, MostTogether));
            while (batch.Count < MostTogether && waiting.TryDequeue(out var next)) batch.Add(next);
        }
        Commit(batch);
        lock (gate)
        {
            if (waiting.Count == 0)
            {
                busy = false;
                drained?.SetResult();
                return;
            }
        }
        // Who came first has waited long enough; the others' turn is somebody else's.
        ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.WriteBatch(), this, preferLocal: false);
    }

    private void Commit(List<IWrite> batch)
    {
        batch.RemoveAll(write => write.IsGivenUp);
        if (batch.Count == 0) return;
        try
        {
            // IMMEDIATE: a transaction that read first could not be upgraded when another connection wrote meanwhile.
            connection.Execute("begin immediate");
            foreach (var write in batch) Run(write, alone: batch.Count == 1);
            connection.Execute("commit");
            if (connection.File.IsGone)
                throw new StorageRefused(StorageRefusal.Gone, new FileNotFoundException("The database's file was deleted, moved or replaced."));
        }
        catch (Exception problem)
        {
            var why = SqliteRefusals.Translate(problem);
            foreach (var write in batch) write.Fail(why);
            Rollback();
        }
        foreach (var write in batch) write.Finish();
    }

    private void Rollback()
    {
        try
        {
            if (!connection.IsAutoCommit) connection.Execute("rollback");
        }
        catch (SqliteException)
        {
            // The next batch cannot begin then, says why, and comes here again.
        }
    }

    private void Run(IWrite write, bool alone)
    {
        if (!write.Begin()) return;
        if (!alone) connection.Execute("savepoint one");
        try
        {
            write.Run(connection);
        }
        catch (Exception problem) when (!alone && !connection.IsAutoCommit)
        {
            write.Fail(problem);
            connection.Execute("rollback to one");
        }
        if (!alone) connection.Execute("release one");
    }

    private interface IWrite
    {
        /// <summary>Before its turn; nothing of it happens.</summary>
        bool IsGivenUp { get; }

        /// <returns>False when it was given up.</returns>
        bool Begin();

        void Run(DbConnection sql);

        void Fail(Exception problem);

        /// <summary>Tells who waits how it ended.</summary>
        void Finish();
    }

    private sealed class Write<T> : IWrite
    {
        private const int Waiting = 0;
        private const int Begun = 1;
        private const int GivenUp = 2;

        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Func<DbConnection, T> work;
        private readonly CancellationTokenRegistration given;
        private T result = default!;
        private Exception? problem;
        private int state;

        public Write(Func<DbConnection, T> work, CancellationToken ct)
        {
            this.work = work;
            given = ct.UnsafeRegister(static (write, why) => ((Write<T>)write!).GiveUp(why), this);
        }

        public Task<T> Done => done.Task;

        public bool IsGivenUp => Volatile.Read(ref state) == GivenUp;

        public bool Begin() => Interlocked.CompareExchange(ref state, Begun, Waiting) == Waiting;

        public void Run(DbConnection sql) => result = work(sql);

        public void Fail(Exception why) => problem ??= why;

        public void Finish()
        {
            given.Dispose();
            // One that never had its turn may be given up this very moment.
            if (problem is not null) done.TrySetException(problem);
            else if (!IsGivenUp) done.SetResult(result);
        }

        private void GiveUp(CancellationToken why)
        {
            if (Interlocked.CompareExchange(ref state, GivenUp, Waiting) == Waiting) done.TrySetCanceled(why);
        }
    }
}
