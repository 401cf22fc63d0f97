using System.Linq.Expressions;
using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers.Storage;

// Evaluates a specification in memory, for stores that read more than the specification finds. Text is sorted by code point, as in a binary
// collation of a database.
internal static class SpecificationEvaluator
{
    // Throws for an unsupported specification at once, and enumerates the items when the result is enumerated.
    public static Func<IEnumerable<T>, IEnumerable<T>> Evaluate<T>(ISpecification<T> specification)
    {
        var filter = Filter(specification);
        var keys = specification.OrderExpressions.Select(order => (order.OrderType, Key: SortKey(order, specification))).ToList();
        return items => PaginationEvaluator.Instance.Evaluate(Sorted(items.Where(filter), keys), specification);
    }

    public static Func<IEnumerable<T>, IEnumerable<TResult>> Evaluate<T, TResult>(ISpecification<T, TResult> specification)
    {
        var evaluate = Evaluate((ISpecification<T>)specification);
        var selector = specification.Selector!;
        var shape = (specification.IsBuiltIn() ? selector : new InMemoryRewriter().Result(selector)).Compile();
        return items => evaluate(items).Select(shape);
    }

    // Whether an item meets every condition and every group of searches.
    public static Func<T, bool> Filter<T>(ISpecification<T> specification)
    {
        if (specification.IsBuiltIn())
        {
            return specification.IsSatisfiedBy;
        }

        Func<T, bool>[] conditions =
        [
            .. specification.WhereExpressions.Select(where =>
                Compiled(where.Filter, new InMemoryRewriter().Condition, () => where.FilterFunc)
            ),
            .. specification.SearchCriterias.GroupBy(search => search.SearchGroup).Select(Search),
        ];
        return item => Array.TrueForAll(conditions, condition => condition(item));
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<T> items, List<(OrderTypeEnum Type, Func<T, object?> Key)> keys)
    {
        IOrderedEnumerable<T>? sorted = null;
        foreach (var (type, key) in keys)
        {
            sorted = type switch
            {
                OrderTypeEnum.OrderBy => items.OrderBy(key, SortKeys.Comparer),
                OrderTypeEnum.OrderByDescending => items.OrderByDescending(key, SortKeys.Comparer),
                OrderTypeEnum.ThenBy => sorted!.ThenBy(key, SortKeys.Comparer),
                _ => sorted!.ThenByDescending(key, SortKeys.Comparer),
            };
        }

        return sorted ?? items;
    }

    private static Func<T, bool> Search<T>(IEnumerable<SearchExpressionInfo<T>> group)
    {
        var searches = group
            .Select(s =>
                (Text: Compiled(s.Selector, new InMemoryRewriter().Condition, () => s.SelectorFunc), Pattern: new LikePattern(s.SearchTerm))
            )
            .ToArray();
        return item => Array.Exists(searches, search => search.Pattern.IsMatch(search.Text(item)));
    }

    private static Func<T, object?> SortKey<T>(OrderExpressionInfo<T> order, ISpecification<T> specification) =>
        specification.IsBuiltIn()
            ? order.KeySelectorFunc
            : Compiled(order.KeySelector, new InMemoryRewriter().SortKey, () => order.KeySelectorFunc);

    // Caches the compiled expressions in the specification.
    private static TDelegate Compiled<TDelegate>(
        Expression<TDelegate> expression,
        Func<Expression<TDelegate>, Expression<TDelegate>> rewrite,
        Func<TDelegate> original
    )
    {
        var rewritten = rewrite(expression);
        return rewritten == expression ? original() : rewritten.Compile();
    }

    private sealed class InMemoryRewriter : SpecificationRewriter
    {
        private protected override Expression Contains(IReadOnlyCollection<object?> values, Expression item) =>
            Expression.Call(
                ((Func<HashSet<object?>, object?, bool>)IsAmong).Method,
                Expression.Constant(values.ToHashSet()),
                Expression.Convert(item, typeof(object))
            );

        private protected override Expression Text(TextOperation operation, Expression text, string argument) =>
            Expression.Call(
                operation switch
                {
                    TextOperation.StartsWith => ((Func<string?, string, bool>)StartsWith).Method,
                    TextOperation.EndsWith => ((Func<string?, string, bool>)EndsWith).Method,
                    _ => ((Func<string?, string, bool>)HasPart).Method,
                },
                text,
                Expression.Constant(argument)
            );

        // The Value of a null id is null.
        private protected override Expression Value(MemberExpression member) =>
            member.Expression is { } owner && owner.Type == typeof(PlanId)
                ? Expression.Condition(Expression.Equal(owner, Null(owner)), Null(member), member)
                : member;

        private static bool IsAmong(HashSet<object?> values, object? item) => values.Contains(item);

        private static bool StartsWith(string? text, string part) => text?.StartsWith(part, StringComparison.Ordinal) == true;

        private static bool EndsWith(string? text, string part) => text?.EndsWith(part, StringComparison.Ordinal) == true;

        private static bool HasPart(string? text, string part) => text?.Contains(part, StringComparison.Ordinal) == true;
    }

    private static class SortKeys
    {
        public static readonly IComparer<object?> Comparer = Comparer<object?>.Create(
            static (left, right) =>
                left is string || right is string
                    ? CodePoints.Compare((string?)left, (string?)right)
                    : Comparer<object?>.Default.Compare(left, right)
        );
    }
}
