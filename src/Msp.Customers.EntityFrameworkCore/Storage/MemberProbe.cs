using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Msp.Customers.EntityFrameworkCore;

// Finds the member of one aggregate that cannot be read, by reading each member separately.
internal static class MemberProbe
{
    // Returns null when each member can be read separately.
    public static async Task<string?> FindAsync<T>(IQueryable<T> one, IEntityType type, CancellationToken cancellationToken)
        where T : class
    {
        var root = Expression.Parameter(typeof(T));
        foreach (var part in PartsOf(type, root, ""))
        {
            var query = one.Select(Expression.Lambda<Func<T, object?>>(part.Asked, root));
            if (await part.FaultAsync(query, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        foreach (var list in Owned(type).Where(n => n.IsCollection))
        {
            var item = Expression.Parameter(list.TargetEntityType.ClrType);
            var items = Property(root, typeof(IEnumerable<>).MakeGenericType(item.Type), list.Name);
            foreach (var part in PartsOf(list.TargetEntityType, item, $"{list.Name}."))
            {
                var each = Expression.Call(
                    typeof(Enumerable),
                    nameof(Enumerable.Select),
                    [item.Type, typeof(object)],
                    items,
                    Expression.Lambda(part.Asked, item)
                );
                var query = one.SelectMany(Expression.Lambda<Func<T, IEnumerable<object?>>>(each, root));
                if (await part.FaultAsync(query, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    // Whether a stored value, and not the database or the caller, caused the exception.
    public static bool IsOfStoredValue(this Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is System.Data.Common.DbException)
            {
                return false;
            }
        }

        return failure is ArgumentException or FormatException or InvalidCastException or OverflowException or InvalidOperationException;
    }

    // Returns each value, then each object of several values. A value of a required object has the same path as in a draft, without the
    // name of that object.
    private static IEnumerable<Part> PartsOf(IEntityType type, Expression of, string path)
    {
        foreach (var property in type.GetProperties().Where(p => p.Name != MspColumn.Name && !p.IsForeignKey()))
        {
            var value = Property(of, property.ClrType, property.Name);
            yield return new Part($"{path}{Named(property.Name)}", Expression.Convert(value, typeof(object)), null);
        }

        foreach (var navigation in Owned(type).Where(n => !n.IsCollection))
        {
            var (source, target) = (Property(of, navigation.ClrType, navigation.Name), navigation.TargetEntityType);
            var within = navigation.ForeignKey.IsRequiredDependent ? path : $"{path}{navigation.Name}.";
            foreach (var part in PartsOf(target, source, within))
            {
                yield return part;
            }

            yield return new Part(within, Expression.Convert(source, typeof(object)), target);
        }
    }

    private static IEnumerable<INavigation> Owned(IEntityType type) =>
        type.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsOnDependent);

    private static MethodCallExpression Property(Expression of, Type type, string name) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [type], of, Expression.Constant(name));

    // Some properties are mapped as fields.
    private static string Named(string property) => $"{char.ToUpperInvariant(property[0])}{property[1..]}";

    private sealed record Part(string Name, Expression Asked, IEntityType? EntityType)
    {
        public async Task<string?> FaultAsync(IQueryable<object?> query, CancellationToken cancellationToken)
        {
            try
            {
                await query.ToListAsync(cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (Exception e) when (e.IsOfStoredValue())
            {
                // A constructor that refuses a value names its parameter.
                var refused = (e as ArgumentException)?.ParamName;
                var member = EntityType
                    ?.GetProperties()
                    .FirstOrDefault(p => string.Equals(p.Name, refused, StringComparison.OrdinalIgnoreCase));
                return $"{Name}{member?.Name}".TrimEnd('.');
            }
        }
    }
}
