using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MutualAid.Core.Data;

/// <summary>UTC in and out, to the microsecond: the finest that both databases keep.</summary>
internal sealed class UtcTime()
    : ValueConverter<DateTime, DateTime>(
        time => new DateTime(time.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc)
    );

/// <summary>Quantities as whole thousandths: SQLite neither sorts nor adds decimals.</summary>
internal sealed class Thousandths() : ValueConverter<decimal, long>(value => (long)(value * 1000m), value => value / 1000m);
