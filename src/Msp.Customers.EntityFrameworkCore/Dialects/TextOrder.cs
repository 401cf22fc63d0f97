using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Msp.Customers.EntityFrameworkCore;

// Text is compared and sorted by code point, as in memory. Runs when the model is finalized, when the types of all columns are final.
internal sealed class TextOrder(string collation) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var ours = modelBuilder.Metadata.GetEntityTypes().Where(e => IsOurs(e.ClrType));
        foreach (var property in ours.SelectMany(e => e.GetProperties()).Where(IsText))
        {
            property.SetCollation(collation);
        }
    }

    public static bool IsOurs(Type type) => type.Assembly == typeof(Customer).Assembly || type.Assembly == typeof(TextOrder).Assembly;

    // A foreign key has the type of the key that it refers to.
    private static bool IsText(IReadOnlyProperty property) =>
        property.FindFirstPrincipal() is { } principal && principal != property
            ? IsText(principal)
            : (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);
}
