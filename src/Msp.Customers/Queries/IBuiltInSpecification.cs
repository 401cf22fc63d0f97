namespace Msp.Customers.Queries;

// A specification of the library. Its expressions mean the same in memory and in SQL, so that the stores use them unchanged.
internal interface IBuiltInSpecification;

internal static class BuiltInSpecification
{
    private const string Key = "Msp.Customers.BuiltIn";

    // Call it at the end of the constructor. A host can add statements to Query later, which may not mean the same in memory and in SQL.
    public static void Complete<T>(this Specification<T> specification) => specification.Items[Key] = CountOf(specification);

    public static bool IsBuiltIn<T>(this ISpecification<T> specification) => specification is IBuiltInSpecification;

    public static bool WasExtended<T>(this ISpecification<T> specification) =>
        specification.IsBuiltIn() && !(specification.Items.GetValueOrDefault(Key) is int count && count == CountOf(specification));

    private static int CountOf<T>(ISpecification<T> specification) =>
        specification.WhereExpressions.Count() + specification.SearchCriterias.Count() + specification.OrderExpressions.Count();
}
