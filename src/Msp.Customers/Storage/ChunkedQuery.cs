namespace Msp.Customers.Storage;

// Reads aggregates by many keys, in several queries.
internal static class ChunkedQuery
{
    private const int ChunkSize = 500;

    public static Task<List<T>> ListAsync<T, TKey>(
        this IReadRepositoryBase<T> repository,
        IEnumerable<TKey> keys,
        Func<TKey[], ISpecification<T>> specification,
        CancellationToken cancellationToken
    )
        where T : class => ListAsync(keys, chunk => repository.ListAsync(specification(chunk), cancellationToken));

    public static Task<List<TResult>> ListAsync<T, TKey, TResult>(
        this IReadRepositoryBase<T> repository,
        IEnumerable<TKey> keys,
        Func<TKey[], ISpecification<T, TResult>> specification,
        CancellationToken cancellationToken
    )
        where T : class => ListAsync(keys, chunk => repository.ListAsync(specification(chunk), cancellationToken));

    private static async Task<List<T>> ListAsync<TKey, T>(IEnumerable<TKey> keys, Func<TKey[], Task<List<T>>> query)
    {
        var found = new List<T>();
        foreach (var chunk in keys.Distinct().Chunk(ChunkSize))
        {
            found.AddRange(await query(chunk).ConfigureAwait(false));
        }

        return found;
    }
}
