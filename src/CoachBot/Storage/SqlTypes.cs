using System.Data;
using Dapper;
using NodaTime;
using NodaTime.Text;

namespace CoachBot.Storage;

/// <summary>How our types stand in the database: instants as Unix milliseconds, dates and times as ISO text, snowflakes as signed 64-bit.</summary>
internal static class SqlTypes
{
    public static void Register()
    {
        // A built-in mapping wins over a handler, and would bind a snowflake as an unsigned type that not every database has.
        SqlMapper.RemoveTypeMap(typeof(ulong));
        SqlMapper.RemoveTypeMap(typeof(ulong?));
        SqlMapper.AddTypeHandler(new Handler<ulong>(id => (long)id, value => (ulong)Convert.ToInt64(value)));
        SqlMapper.AddTypeHandler(new Handler<Instant>(
            instant => instant.ToUnixTimeMilliseconds(), value => Instant.FromUnixTimeMilliseconds(Convert.ToInt64(value))));
        SqlMapper.AddTypeHandler(new Handler<LocalDate>(
            date => LocalDatePattern.Iso.Format(date), value => LocalDatePattern.Iso.Parse((string)value).Value));
        SqlMapper.AddTypeHandler(new Handler<LocalTime>(
            time => Minutes.Pattern.Format(time), value => Minutes.Pattern.Parse((string)value).Value));
    }

    /// <summary>Apart, so that it is made when a time is first written or read: patterns take their time to make.</summary>
    private static class Minutes
    {
        public static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    }

    private sealed class Handler<T>(Func<T, object> write, Func<object, T> read) : SqlMapper.TypeHandler<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = value is null ? DBNull.Value : write(value);

        public override T Parse(object value) => read(value);
    }
}
