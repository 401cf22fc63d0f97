using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// The checks of one table, in words that every database takes. What is null passes.
internal sealed class TableChecks(IConventionEntityType entity, StoreObjectIdentifier table, string? provider)
{
    public void IsNamed<T>(string member)
        where T : struct, Enum => Add(member, $"{Quoted(member)} IN ({string.Join(", ", Enum.GetValues<T>().Select(Literal))})");

    // More than blanks.
    public void IsText(string member) => AddNamed($"{Column(member)}_Text", $"TRIM({Quoted(member)}) <> ''");

    // SQLite keeps any text as a date; PostgreSQL has years before the first, and more than the last.
    // Its provider keeps the first and the last day as infinity.
    public void AreDates()
    {
        foreach (var member in entity.GetProperties().Where(p => !p.IsForeignKey() && IsDate(p)).Select(p => p.Name))
        {
            var date = Quoted(member);
            if (provider?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
            {
                AddNamed($"{Column(member)}_Date", $"{date} IS date({date}) AND ({date} IS NULL OR {date} >= '0001-01-01')");
            }
            else if (provider?.StartsWith("Npgsql", StringComparison.Ordinal) == true)
            {
                AddNamed($"{Column(member)}_Date", $"{date} BETWEEN '0001-01-01' AND '9999-12-31' OR {date} IN ('-infinity', 'infinity')");
            }
        }
    }

    public void IsBetween(string member, long least, long? most = null) =>
        Add(member, $"{Quoted(member)} {(most is { } m ? $"BETWEEN {Text(least)} AND {Text(m)}" : $">= {Text(least)}")}");

    public void IsNotBefore(string member, string other) =>
        AddNamed($"{Column(member)}_{Column(other)}", $"{Quoted(member)} >= {Quoted(other)}");

    public void AreTogether(string member, string other) =>
        Add(
            member,
            $"({Quoted(member)} IS NULL AND {Quoted(other)} IS NULL) OR ({Quoted(member)} IS NOT NULL AND {Quoted(other)} IS NOT NULL)"
        );

    // There where another column has a value, and nowhere else.
    public void IsThereWhere<T>(string member, string other, T value)
        where T : struct, Enum =>
        Add(
            member,
            $"({Quoted(member)} IS NOT NULL AND {Quoted(other)} = {Literal(value)}) OR ({Quoted(member)} IS NULL AND {Quoted(other)} <> {Literal(value)})"
        );

    // Zero and unlimited are different things. An amount of zero needs another part beside it, which has a member.
    public void IsAmountUnless(string credits, string isUnlimited, string? orZeroWith = null, string member = "") =>
        Add(
            credits,
            $"(CAST({Quoted(isUnlimited)} AS int) = 1 AND {Quoted(credits)} = 0) OR "
                + $"(CAST({Quoted(isUnlimited)} AS int) = 0 AND {Quoted(credits)} BETWEEN 1 AND {Text(Credits.Max.Micros)})"
                + (orZeroWith is null ? "" : $" OR ({Quoted(credits)} = 0 AND {QuotedOf(orZeroWith, member)} IS NOT NULL)")
        );

    private static bool IsDate(IConventionProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(LocalDate);

    private void Add(string member, string sql) => AddNamed(Column(member), sql);

    private void AddNamed(string name, string sql) => entity.AddCheckConstraint($"CK_{table.Name}_{name}", sql);

    private string Quoted(string member) => $"\"{Column(member)}\"";

    private string QuotedOf(string part, string member) =>
        $"\"{entity.FindNavigation(part)!.TargetEntityType.FindProperty(member)!.GetColumnName(table)}\"";

    private string Column(string member) => entity.FindProperty(member)!.GetColumnName(table)!;

    private static string Literal<T>(T value)
        where T : struct, Enum => $"'{value}'";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
