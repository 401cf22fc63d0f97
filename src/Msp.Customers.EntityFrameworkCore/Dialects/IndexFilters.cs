using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Msp.Customers.EntityFrameworkCore;

// Limits indexes to the rows that need them. Runs when the model is finalized, because a host can rename columns before.
internal sealed class IndexFilters : IModelFinalizingConvention
{
    public const string Annotation = "MspCustomers:Filter";

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(e => TextOrder.IsOurs(e.ClrType)))
        {
            foreach (var index in entity.GetIndexes())
            {
                if (
                    index.RemoveAnnotation(Annotation)?.Value is string condition
                    && StoreObjectIdentifier.Create(entity, StoreObjectType.Table) is { } table
                )
                {
                    index.SetFilter($"\"{index.Properties[^1].GetColumnName(table)}\" {condition}");
                }
            }
        }
    }
}
