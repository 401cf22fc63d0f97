using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Msp.Customers.EntityFrameworkCore;

// Limits indexes to the rows that need them. Runs when the model is finalized, because a host can rename tables and columns before. The
// condition begins with the name of a property of the entity, or of the entity that owns it in the same table.
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
                    var (property, rest) = (condition.Split(' ', 2)[0], condition.Split(' ', 2)[1]);
                    var column = entity.FindProperty(property) ?? entity.FindOwnership()!.PrincipalEntityType.FindProperty(property)!;
                    index.SetFilter($"\"{column.GetColumnName(table)}\" {rest}");
                    if (index.Name is { } name)
                    {
                        index.SetDatabaseName($"IX_{table.Name}_{name}");
                    }
                }
            }
        }
    }
}
