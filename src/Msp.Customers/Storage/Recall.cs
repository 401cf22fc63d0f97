namespace Msp.Customers.Storage;

// Answers a specification in memory, for stores that read more than was asked. Text is ordered by code point, as a database's binary collation does.
internal static class Recall
{
    public static IEnumerable<T> Answer<T>(IEnumerable<T> items, ISpecification<T> question)
    {
        IOrderedEnumerable<T>? ordered = null;
        var kept = items.Where(question.IsSatisfiedBy);
        foreach (var order in question.OrderExpressions)
        {
            var key = order.KeySelectorFunc;
            ordered = order.OrderType switch
            {
                OrderTypeEnum.OrderBy => kept.OrderBy(key, SortKeys.Comparer),
                OrderTypeEnum.OrderByDescending => kept.OrderByDescending(key, SortKeys.Comparer),
                OrderTypeEnum.ThenBy => ordered!.ThenBy(key, SortKeys.Comparer),
                _ => ordered!.ThenByDescending(key, SortKeys.Comparer),
            };
        }

        var answer = ordered ?? kept;
        answer = question.Skip > 0 ? answer.Skip(question.Skip) : answer;
        return question.Take >= 0 ? answer.Take(question.Take) : answer;
    }

    public static Func<T, TResult> Shape<T, TResult>(ISpecification<T, TResult> question) =>
        question.Selector?.Compile() ?? throw new ArgumentException("The specification does not state what to return.", nameof(question));

    private static class SortKeys
    {
        public static readonly IComparer<object?> Comparer = Comparer<object?>.Create(
            static (left, right) =>
                left is string || right is string
                    ? Names.CodePoints.Compare((string?)left, (string?)right)
                    : Comparer<object?>.Default.Compare(left, right)
        );
    }
}
