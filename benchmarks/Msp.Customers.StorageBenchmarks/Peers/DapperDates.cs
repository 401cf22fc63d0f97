using System.Data;
using System.Globalization;
using Dapper;

namespace Msp.Customers.StorageBenchmarks.Peers;

// A date is stored as a date in PostgreSQL and as text in SQLite.
internal sealed class DapperDates : SqlMapper.TypeHandler<DateOnly>
{
    public override DateOnly Parse(object value) => value as DateOnly? ?? DateOnly.Parse((string)value, CultureInfo.InvariantCulture);

    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;
}
