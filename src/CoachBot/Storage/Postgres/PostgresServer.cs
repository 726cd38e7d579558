using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace CoachBot.Storage.Postgres;

/// <summary>The database that a connection string names: how it is connected to, and what is wrong with it in one sentence, never with the password.</summary>
internal sealed class PostgresServer
{
    private const int UsualConnections = 20;

    /// <summary>Names the lock; any number that nobody else uses in this database.</summary>
    private const long Ours = 727002;

    private static readonly NpgsqlConnectionStringBuilder Usual = new();

    private readonly NpgsqlConnectionStringBuilder text;

    /// <exception cref="StartupFailure">It is no connection string.</exception>
    public PostgresServer(string connectionString)
    {
        try
        {
            text = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            // Npgsql's own words may repeat a part of the text, and that may be the password.
            throw Failure("Storage__ConnectionString cannot be read. Write it as Host=db.example.org;Database=coachbot;Username=coachbot;Password=...");
        }
        if (string.IsNullOrWhiteSpace(text.Host))
            throw Failure("Storage__ConnectionString names no server. Add Host=, such as Host=db.example.org;Database=coachbot;Username=coachbot.");
        // What the operator wrote stands; these take the place of the library's own defaults. Somebody who taps a button is to hear within three seconds
        // that nothing was saved.
        if (text.Timeout == Usual.Timeout) text.Timeout = 2;
        if (text.CommandTimeout == Usual.CommandTimeout) text.CommandTimeout = 5;
        if (text.MaxPoolSize == Usual.MaxPoolSize) text.MaxPoolSize = UsualConnections;
        if (text.MaxAutoPrepare == Usual.MaxAutoPrepare) text.MaxAutoPrepare = 100;
        text.ApplicationName ??= "coachbot";
        // A look through a whole small table would be held against every write to it: with serializable transactions, looks go through the index.
        if (string.IsNullOrEmpty(text.Options)) text.Options = "-c enable_seqscan=off";
        text.IncludeErrorDetail = false;
        text.PersistSecurityInfo = false;
    }

    /// <summary>As a person is told of it.</summary>
    public string Name => $"{text.Database ?? text.Username} on {text.Host}";

    public string ConnectionString => text.ConnectionString;

    public int MostConnections => text.MaxPoolSize;

    /// <summary>Before anything is changed in it: a database of another program is not adopted.</summary>
    public void MustBeOurs(DbConnection connection)
    {
        if (PostgresMigrator.HasMade(connection)) return;
        throw Failure(
            $"The database {Name} holds tables of another program. Nothing was changed. Set Storage__ConnectionString to a database of CoachBot's own.");
    }

    /// <summary>
    /// Keeps a second program out: what one remembers of the database, it would not hear that the other changed. The server gives the lock back when the
    /// connection ends, however the program ends.
    /// </summary>
    public NpgsqlConnection Claim()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        try
        {
            connection.Open();
            if (connection.ExecuteScalar<bool>("select pg_try_advisory_lock(@Ours)", new { Ours })) return connection;
            throw new StartupFailure(ExitCode.DatabaseInUse,
                $"Another CoachBot uses the database {Name}. Stop it, or set Storage__ConnectionString to another database.");
        }
        catch (Exception problem)
        {
            connection.Dispose();
            throw Explain(problem);
        }
    }

    /// <summary>What a person who starts the program is told.</summary>
    public StartupFailure Explain(Exception problem) => problem switch
    {
        StartupFailure failure => failure,
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => Failure(
            $"The server {text.Host} does not let {text.Username} in. Look after Username and Password in Storage__ConnectionString, "
            + "and the server's pg_hba.conf."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => Failure(
            $"The server {text.Host} has no database {text.Database}. Make it (createdb {text.Database}), or name another in Storage__ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => Failure(
            $"{text.Username} may not make or change tables in the database {Name}. Let it own the database: "
            + $"alter database {text.Database} owner to {text.Username}."),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => Failure(
            $"The server {text.Host} has no connection left. Raise its max_connections, or lower Maximum Pool Size in Storage__ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => Failure(
            $"The database {Name} may only be read. Name the server that writes in Storage__ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => new StartupFailure(
            ExitCode.DatabaseCorrupt,
            $"The database {Name} is damaged. Nothing was changed. Put a backup in its place, or name another in Storage__ConnectionString."),
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } or TimeoutException => Failure(
            $"The server {text.Host}:{text.Port} does not answer. Look after Host and Port in Storage__ConnectionString, and whether PostgreSQL runs there."),
        // The server's own words name tables and roles, never a password.
        PostgresException refused => Failure($"The database {Name} refused: {refused.MessageText} ({refused.SqlState}). Look after Storage__ConnectionString."),
        _ => Failure($"The database {Name} cannot be opened ({problem.GetBaseException().GetType().Name}). Look after Storage__ConnectionString."),
    };

    private static StartupFailure Failure(string text) => new(ExitCode.Configuration, text);
}
