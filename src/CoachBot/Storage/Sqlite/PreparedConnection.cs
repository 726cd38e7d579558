using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CoachBot.Storage.Sqlite;

/// <summary>
/// A connection that keeps its statements prepared. Dapper makes a new command for each call, and for our short statements reading
/// the text costs SQLite more than running it. One user at a time, as <see cref="Database"/> sees to.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection connection) : DbConnection
{
    /// <summary>Far more than the program has statements; a list in a query makes a new text for each length.</summary>
    private const int MostKept = 256;

    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    /// <summary>Says nothing: the connection inside was opened with its own.</summary>
    [AllowNull]
    public override string ConnectionString { get => ""; set => throw new NotSupportedException(); }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public OpenFile File { get; } = new(connection);

    /// <summary>No transaction is open: none was begun, or SQLite took it back, as it does when the disk is full.</summary>
    public bool IsAutoCommit => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => connection.Open();

    public override void Close() => connection.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new Statement(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in idle.Values) command.Dispose();
            connection.Dispose();
        }
        base.Dispose(disposing);
    }

    private SqliteCommand Take(string text)
    {
        if (idle.Remove(text, out var kept)) return kept;
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (idle.Count >= MostKept || !idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    /// <summary>Becomes a kept command once its text is known.</summary>
    private sealed class Statement(PreparedConnection owner) : DbCommand
    {
        private SqliteCommand? command;

        [AllowNull]
        public override string CommandText
        {
            get => command?.CommandText ?? "";
            set
            {
                if (command is not null) owner.Return(command);
                command = owner.Take(value ?? "");
            }
        }

        /// <summary>The connection's own holds: Dapper sets none as zero, which would be without end.</summary>
        public override int CommandTimeout { get => Command.CommandTimeout; set { } }

        public override CommandType CommandType { get => CommandType.Text; set { } }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get => owner; set { } }

        protected override DbParameterCollection DbParameterCollection => Command.Parameters;

        protected override DbTransaction? DbTransaction { get => null; set { } }

        private SqliteCommand Command => command ?? throw new InvalidOperationException("The statement has no text yet.");

        public override void Cancel() => Command.Cancel();

        public override void Prepare() => Command.Prepare();

        public override int ExecuteNonQuery() => Command.ExecuteNonQuery();

        public override object? ExecuteScalar() => Command.ExecuteScalar();

        protected override DbParameter CreateDbParameter() => Command.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Command.ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing && command is not null)
            {
                owner.Return(command);
                command = null;
            }
            base.Dispose(disposing);
        }
    }
}
