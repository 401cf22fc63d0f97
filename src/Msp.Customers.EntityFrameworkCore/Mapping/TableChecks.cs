using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// The check constraints of one table, in SQL that every database accepts. A null value passes.
internal sealed class TableChecks(IConventionEntityType entity, StoreObjectIdentifier table)
{
    public void IsNamed<T>(string member)
        where T : struct, Enum => Add(member, $"{Quoted(member)} IN ({string.Join(", ", Enum.GetValues<T>().Select(Literal))})");

    // The text has other characters than spaces.
    public void IsText(string member) => AddNamed($"{ColumnOf(member)}_Text", $"TRIM({Quoted(member)}) <> ''");

    public void AreDates(DatabaseDialect? dialect)
    {
        foreach (var member in entity.GetProperties().Where(p => !p.IsForeignKey() && IsDate(p)).Select(p => p.Name))
        {
            if (dialect?.DateCheck(Quoted(member)) is { } check)
            {
                AddNamed($"{ColumnOf(member)}_Date", check);
            }
        }
    }

    public void IsBetween(string member, long least, long? most = null) =>
        Add(member, $"{Quoted(member)} {(most is { } m ? $"BETWEEN {Text(least)} AND {Text(m)}" : $">= {Text(least)}")}");

    public void IsNotBefore(string member, string other) =>
        AddNamed($"{ColumnOf(member)}_{ColumnOf(other)}", $"{Quoted(member)} >= {Quoted(other)}");

    public void AreTogether(string member, string other) =>
        Add(
            member,
            $"({Quoted(member)} IS NULL AND {Quoted(other)} IS NULL) OR ({Quoted(member)} IS NOT NULL AND {Quoted(other)} IS NOT NULL)"
        );

    // The column has a value exactly when another column has the given value.
    public void IsThereWhere<T>(string member, string other, T value)
        where T : struct, Enum =>
        Add(
            member,
            $"({Quoted(member)} IS NOT NULL AND {Quoted(other)} = {Literal(value)}) OR "
                + $"({Quoted(member)} IS NULL AND {Quoted(other)} <> {Literal(value)})"
        );

    // An amount is unlimited or at least one millionth. Zero is valid only beside another part that has a value.
    public void IsAmountUnless(string credits, string isUnlimited, string? orZeroWith = null, string member = "") =>
        Add(
            credits,
            $"(CAST({Quoted(isUnlimited)} AS int) = 1 AND {Quoted(credits)} = 0) OR "
                + $"(CAST({Quoted(isUnlimited)} AS int) = 0 AND {Quoted(credits)} BETWEEN 1 AND {Text(Credits.Max.Micros)})"
                + (orZeroWith is null ? "" : $" OR ({Quoted(credits)} = 0 AND {QuotedOf(orZeroWith, member)} IS NOT NULL)")
        );

    private static bool IsDate(IConventionProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(LocalDate);

    private void Add(string member, string sql) => AddNamed(ColumnOf(member), sql);

    private void AddNamed(string name, string sql) => entity.AddCheckConstraint($"CK_{table.Name}_{name}", sql);

    private string Quoted(string member) => $"\"{ColumnOf(member)}\"";

    private string QuotedOf(string part, string member) =>
        $"\"{entity.FindNavigation(part)!.TargetEntityType.FindProperty(member)!.GetColumnName(table)}\"";

    private string ColumnOf(string member) => entity.FindProperty(member)!.GetColumnName(table)!;

    private static string Literal<T>(T value)
        where T : struct, Enum => $"'{value}'";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
