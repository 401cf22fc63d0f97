using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Msp.Customers.EntityFrameworkCore;

// Columns that a host has added to a table of the library, as shadow properties.
internal static class OwnColumns
{
    // Copies the host's own values that were set on an object that is not tracked. Returns whether there are any: the stored values are not
    // known.
    public static bool TakeOwn(this DbContext context, object kept, object given)
    {
        var (to, from) = (context.Entry(kept), context.Entry(given));
        if (ReferenceEquals(kept, given))
        {
            return Own(to.Metadata).Any(p => to.Property(p).IsModified);
        }

        var isChanged = false;
        foreach (var property in Own(to.Metadata).Where(p => IsSet(from, p)))
        {
            to.Property(property).CurrentValue = from.Property(property).CurrentValue;
            if (to.State != EntityState.Detached)
            {
                to.Property(property).IsModified = true;
            }

            isChanged = true;
        }

        return isChanged;
    }

    public static bool HasOwn(this DbContext context, object given) =>
        context.Entry(given) is var entry
        && Own(entry.Metadata).Any(p => entry.State == EntityState.Detached ? IsSet(entry, p) : entry.Property(p).IsModified);

    // Copies the host's own values to a part that replaces another object.
    public static Action KeepOwnOfParts(this DbContext context, object kept)
    {
        var parts = context
            .Entry(kept)
            .References.Where(r => r.TargetEntry is { } part && part.Metadata.IsOwned() && Own(part.Metadata).Any())
            .Select(r =>
                (Reference: r, Values: Own(r.TargetEntry!.Metadata).Select(p => (p, r.TargetEntry!.Property(p).CurrentValue)).ToList())
            )
            .ToList();
        return () =>
        {
            if (parts.Count > 0)
            {
                context.ChangeTracker.DetectChanges();
                parts.ForEach(part => part.Values.ForEach(v => part.Reference.TargetEntry!.Property(v.p).CurrentValue = v.CurrentValue));
            }
        };
    }

    private static IEnumerable<IProperty> Own(IEntityType type) =>
        type.GetProperties()
            .Where(p => p.IsShadowProperty() && p.Name != MspColumn.Name && !p.IsPrimaryKey() && !(p.IsForeignKey() && type.IsOwned()));

#pragma warning disable EF1001 // No public API returns whether a shadow property has been set.
    private static bool IsSet(EntityEntry entry, IProperty property) => !entry.GetInfrastructure().IsUnknown(property);
#pragma warning restore EF1001
}
