namespace Msp.Customers.Queries;

// A specification of the library. Each means the same in memory and in SQL as it is written, so that the stores use its expressions unchanged.
internal interface IBuiltInSpecification;

internal static class BuiltInSpecification
{
    private const string Key = "Msp.Customers.BuiltIn";

    // Called at the end of a constructor. A host can add to Query later, and what it adds is not known to mean the same everywhere.
    public static void Complete<T>(this Specification<T> specification) => specification.Items[Key] = CountOf(specification);

    public static bool IsBuiltIn<T>(this ISpecification<T> specification) => specification is IBuiltInSpecification;

    public static bool WasAddedTo<T>(this ISpecification<T> specification) =>
        specification.IsBuiltIn() && !(specification.Items.GetValueOrDefault(Key) is int count && count == CountOf(specification));

    private static int CountOf<T>(ISpecification<T> specification) =>
        specification.WhereExpressions.Count() + specification.SearchCriterias.Count() + specification.OrderExpressions.Count();
}
