using System.Data.Common;
using Dapper;
using NodaTime;

namespace CoachBot.Storage;

/// <summary>Statements on one connection; those of a write share one transaction.</summary>
internal sealed class Sql(DbConnection connection)
{
    public int Execute(string statement, object? values = null) => connection.Execute(statement, values);

    public T? Scalar<T>(string query, object? values = null) => connection.ExecuteScalar<T>(query, values);

    public T? FirstOrDefault<T>(string query, object? values = null) => connection.QueryFirstOrDefault<T>(query, values);

    public IReadOnlyList<T> List<T>(string query, object? values = null) => connection.Query<T>(query, values).AsList();

    /// <summary>Notes that a call of the chat platform is having its effect. To be called first, in the effect's own transaction.</summary>
    /// <exception cref="Chat.RepeatedCall">It had its effect before; the platform delivered it again.</exception>
    public void Claim(ulong callId, Instant now)
    {
        var added = Execute("insert into seen_interactions (id, seen_at) values (@callId, @now) on conflict (id) do nothing", new { callId, now });
        if (added == 0) throw new Chat.RepeatedCall();
    }

    public bool WasClaimed(ulong callId) => Scalar<long>("select count(*) from seen_interactions where id = @callId", new { callId }) > 0;
}
