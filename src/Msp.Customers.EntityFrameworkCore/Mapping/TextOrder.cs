using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Msp.Customers.EntityFrameworkCore;

// Text is compared and sorted by code point, as in memory. SQLite does so by default, PostgreSQL in a collation of that name.
internal static class TextOrder
{
    public static void OrderTextByCodePoint(this ModelBuilder model)
    {
        // Npgsql annotates each model from the start. This package has no reference to the provider.
        if (!model.Model.GetAnnotations().Any(a => a.Name.StartsWith("Npgsql:", StringComparison.Ordinal)))
        {
            return;
        }

        foreach (
            var property in model.Model.GetEntityTypes().Where(e => e.ClrType.IsOurs()).SelectMany(e => e.GetProperties()).Where(IsText)
        )
        {
            property.SetCollation("C");
        }
    }

    public static bool IsOurs(this Type type) => type.Assembly == typeof(Customer).Assembly || type.Assembly == typeof(UsageRow).Assembly;

    // A foreign key has the type of the key that it refers to.
    private static bool IsText(IReadOnlyProperty property) =>
        property.FindFirstPrincipal() is { } principal && principal != property
            ? IsText(principal)
            : (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);
}
