using System.Security.Cryptography;

namespace CoachBot.Storage;

/// <summary>Keys that the program makes for itself and keeps in the database, so that what it signed stays good after a restart.</summary>
internal sealed class Secrets(Database database)
{
    private const int Bytes = 32;

    public Task<byte[]> GetOrMakeAsync(string name, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            // As an object: an array would be taken for a list of values.
            object value = RandomNumberGenerator.GetBytes(Bytes);
            sql.Execute("insert into secrets (name, value) values (@name, @value) on conflict (name) do nothing", new { name, value });
            return sql.ExecuteScalar<byte[]>("select value from secrets where name = @name", new { name })!;
        },
        ct);
}
