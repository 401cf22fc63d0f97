namespace Msp.Customers.Storage;

// Reads aggregates by many keys, some hundred keys in each query.
internal static class ChunkedQuery
{
    private const int PerQuestion = 500;

    public static Task<List<T>> ListAsync<T, TKey>(
        this IReadRepositoryBase<T> stored,
        IEnumerable<TKey> keys,
        Func<TKey[], ISpecification<T>> specification,
        CancellationToken cancellationToken
    )
        where T : class => ListAsync(keys, some => stored.ListAsync(specification(some), cancellationToken));

    public static Task<List<TResult>> ListAsync<T, TKey, TResult>(
        this IReadRepositoryBase<T> stored,
        IEnumerable<TKey> keys,
        Func<TKey[], ISpecification<T, TResult>> specification,
        CancellationToken cancellationToken
    )
        where T : class => ListAsync(keys, some => stored.ListAsync(specification(some), cancellationToken));

    private static async Task<List<T>> ListAsync<TKey, T>(IEnumerable<TKey> keys, Func<TKey[], Task<List<T>>> ask)
    {
        var found = new List<T>();
        foreach (var chunk in keys.Distinct().Chunk(PerQuestion))
        {
            found.AddRange(await ask(chunk).ConfigureAwait(false));
        }

        return found;
    }
}
