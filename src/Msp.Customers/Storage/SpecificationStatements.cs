using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers.Storage;

// Every store supports Where, Search, OrderBy, Skip, Take, Select and TagWith. Results are never tracked and always complete, so that
// AsNoTracking, AsNoTrackingWithIdentityResolution and AsSplitQuery have no effect. A cache key is for a cache in front of the repository.
// All other statements throw, so that no statement is ignored silently. Count and Any use the conditions and searches only.
internal static class SpecificationStatements
{
    public static void ThrowIfUnsupported<T>(ISpecification<T> specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        if (specification.WasExtended())
        {
            throw new NotSupportedException(
                $"A condition or an order was added to {specification.GetType().Name}. Write a specification of your own instead."
            );
        }

        Refuse(specification.PostProcessingAction is not null, nameof(specification.PostProcessingAction));
        Refuse(specification.IncludeExpressions.Any() || specification.IncludeStrings.Any(), "Include");
        Refuse(specification.AsTracking, nameof(specification.AsTracking));
        Refuse(specification.IgnoreQueryFilters, nameof(specification.IgnoreQueryFilters));
        Refuse(specification.IgnoreAutoIncludes, nameof(specification.IgnoreAutoIncludes));
        if (specification.OrderExpressions.Count(o => o.OrderType is OrderTypeEnum.OrderBy or OrderTypeEnum.OrderByDescending) > 1)
        {
            throw new DuplicateOrderChainException();
        }

        if (specification.Skip < -1 || specification.Take < -1)
        {
            throw new ArgumentOutOfRangeException(nameof(specification), "Skip and Take must be zero or more.");
        }

        if (!specification.QueryTags.All(TextLimits.IsStorable))
        {
            throw new ArgumentException("A tag contains a NUL character or an unpaired surrogate.", nameof(specification));
        }
    }

    public static void ThrowIfUnsupported<T, TResult>(ISpecification<T, TResult> specification)
    {
        ThrowIfUnsupported((ISpecification<T>)specification);
        Refuse(specification.PostProcessingAction is not null, nameof(specification.PostProcessingAction));
        Refuse(specification.SelectorMany is not null, "SelectMany");
        if (specification.Selector is null)
        {
            throw new ArgumentException("The specification has no Select.", nameof(specification));
        }
    }

    private static void Refuse(bool isStated, string statement)
    {
        if (isStated)
        {
            throw new NotSupportedException($"A specification cannot use {statement}. The stores of Msp.Customers do not support it.");
        }
    }
}
