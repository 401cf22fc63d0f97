namespace Msp.Customers.Storage;

// Asks for whatever has one of many keys, some hundred keys a question. One key is asked for by the question for one, which every storage answers fast.
internal static class ManyKeys
{
    private const int PerQuestion = 500;

    public static async Task<List<T>> ListAsync<T, TKey>(
        this IReadRepositoryBase<T> stored,
        IEnumerable<TKey> keys,
        Func<TKey, ISpecification<T>> one,
        Func<TKey[], ISpecification<T>> some,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var found = new List<T>();
        foreach (var chunk in keys.Distinct().Chunk(PerQuestion))
        {
            found.AddRange(
                await stored.ListAsync(chunk.Length == 1 ? one(chunk[0]) : some(chunk), cancellationToken).ConfigureAwait(false)
            );
        }

        return found;
    }

    public static async Task<List<TResult>> ListAsync<T, TKey, TResult>(
        this IReadRepositoryBase<T> stored,
        IEnumerable<TKey> keys,
        Func<TKey[], ISpecification<T, TResult>> some,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var found = new List<TResult>();
        foreach (var chunk in keys.Distinct().Chunk(PerQuestion))
        {
            found.AddRange(await stored.ListAsync(some(chunk), cancellationToken).ConfigureAwait(false));
        }

        return found;
    }
}
