using System.Data.Common;
using CoachBot.Runtime;
using CoachBot.Storage;
using NodaTime;
using NodaTime.Text;

// Statements are bound and rows are read by code that is made when the program is built: nothing is looked up or compiled at its first use.
[module: DapperAot]
[module: TypeHandler(typeof(TeamId), typeof(IdHandler<TeamId>))]
[module: TypeHandler(typeof(UserId), typeof(IdHandler<UserId>))]
[module: TypeHandler(typeof(ChannelId), typeof(IdHandler<ChannelId>))]
[module: TypeHandler(typeof(RoleId), typeof(IdHandler<RoleId>))]
[module: TypeHandler(typeof(MessageId), typeof(IdHandler<MessageId>))]
[module: TypeHandler(typeof(CallId), typeof(IdHandler<CallId>))]
[module: TypeHandler(typeof(Instant), typeof(InstantHandler))]
[module: TypeHandler(typeof(LocalDate), typeof(LocalDateHandler))]
[module: TypeHandler(typeof(LocalTime), typeof(LocalTimeHandler))]

// The library does not say of its value that it is never null, and for these types it is not.
#pragma warning disable CS8765

namespace CoachBot.Storage;

/// <summary>Ids are signed 64-bit in the database: not every one has an unsigned type.</summary>
internal sealed class IdHandler<T> : DbValueHandler<T> where T : struct, IPlatformId<T>
{
    protected override void SetValueCore(DbParameter parameter, T value) => parameter.Value = (long)value.Value;

    protected override T Parse(object value) => T.Of((ulong)(long)value);
}

/// <summary>Instants are Unix milliseconds.</summary>
internal sealed class InstantHandler : DbValueHandler<Instant>
{
    protected override void SetValueCore(DbParameter parameter, Instant value) => parameter.Value = value.ToUnixTimeMilliseconds();

    protected override Instant Parse(object value) => Instant.FromUnixTimeMilliseconds((long)value);
}

/// <summary>Dates are ISO text.</summary>
internal sealed class LocalDateHandler : DbValueHandler<LocalDate>
{
    protected override void SetValueCore(DbParameter parameter, LocalDate value) => parameter.Value = LocalDatePattern.Iso.Format(value);

    protected override LocalDate Parse(object value) => LocalDatePattern.Iso.Parse((string)value).Value;
}

/// <summary>Times of day are hours and minutes.</summary>
internal sealed class LocalTimeHandler : DbValueHandler<LocalTime>
{
    protected override void SetValueCore(DbParameter parameter, LocalTime value) => parameter.Value = Minutes.Pattern.Format(value);

    protected override LocalTime Parse(object value) => Minutes.Pattern.Parse((string)value).Value;

    /// <summary>Apart, so that it is made when a time is first written or read: patterns take their time to make.</summary>
    private static class Minutes
    {
        public static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    }
}
