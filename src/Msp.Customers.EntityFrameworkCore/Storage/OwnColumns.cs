using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Msp.Customers.EntityFrameworkCore;

// Columns that a host has added to a table of the library, in properties that the aggregate itself does not have.
internal static class OwnColumns
{
    // Takes over what the host has set of its own for an object that is not tracked. Returns whether it differs from what is stored.
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
            var (stored, value) = (to.Property(property), from.Property(property).CurrentValue);
            isChanged |= !Equals(stored.CurrentValue, value);
            stored.CurrentValue = value;
        }

        return isChanged;
    }

    public static bool HasOwn(this DbContext context, object given) =>
        context.Entry(given) is var entry
        && Own(entry.Metadata).Any(p => entry.State == EntityState.Detached ? IsSet(entry, p) : entry.Property(p).IsModified);

    // A part that is replaced by another object takes what is the host's along.
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

#pragma warning disable EF1001 // Whether a property without a member was given a value is shown nowhere else.
    private static bool IsSet(EntityEntry entry, IProperty property) => !entry.GetInfrastructure().IsUnknown(property);
#pragma warning restore EF1001
}
