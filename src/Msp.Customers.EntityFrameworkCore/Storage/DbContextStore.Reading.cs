using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore;

public abstract partial class DbContextStore<T, TId>
{
    private async IAsyncEnumerable<T> StreamAsync(
        ISpecification<T> specification,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var asked = await VersionsAsync(RowsFor(specification).Answering(specification, IdOf), cancellationToken).ConfigureAwait(false);
        foreach (var chunk in asked.Chunk(ChunkSize))
        {
            foreach (var entity in await ReadAsync(specification, chunk, cancellationToken).ConfigureAwait(false))
            {
                yield return entity;
            }
        }
    }

    // A list omits an aggregate that changes meanwhile and no longer matches, or contains its new state. A page is read again instead,
    // because the next page starts after its last item.
    private async Task<List<T>> QueryAsync(ISpecification<T> specification, int? atMost, CancellationToken cancellationToken)
    {
        var answer = RowsFor(specification).Answering(specification, IdOf);
        answer = atMost is { } most ? answer.Take(most) : answer;
        var isPage = atMost is not null || specification.Take >= 0 || specification.Skip > 0;
        for (var reading = 0; reading < MaxReadings; reading++)
        {
            var asked = await VersionsAsync(answer, cancellationToken).ConfigureAwait(false);
            var read = new List<T>(asked.Count);
            foreach (var chunk in asked.Chunk(ChunkSize))
            {
                read.AddRange(await ReadAsync(specification, chunk, cancellationToken).ConfigureAwait(false));
            }

            if (!isPage || asked.SequenceEqual(read.Select(e => new StoredVersion(KeyOf(e), e.OriginalVersion))))
            {
                return read;
            }
        }

        throw WrittenAllTheTime();
    }

    // An aggregate with the version that was found matches the specification. The others are read again with its conditions.
    private async Task<List<T>> ReadAsync(ISpecification<T> specification, StoredVersion[] asked, CancellationToken cancellationToken)
    {
        var versions = asked.ToDictionary(v => v.Id, v => v.Version);
        var read = (await ReadAsync(RowsById, [.. versions.Keys], cancellationToken).ConfigureAwait(false)).ToList();
        var changed = read.FindAll(e => e.OriginalVersion != versions[KeyOf(e)]).ConvertAll(KeyOf);
        if (changed.Count == 0)
        {
            return read;
        }

        var still = (await ReadAsync(Rows.Matching(specification), changed, cancellationToken).ConfigureAwait(false)).ToDictionary(KeyOf);
        return [.. read.Select(e => changed.Contains(KeyOf(e)) ? still.GetValueOrDefault(KeyOf(e)) : e).OfType<T>()];
    }

    // One statement that joins the lists of an aggregate reads it as it was at one moment. It returns the product of the lists, so that
    // aggregates with long lists are read by several statements. All read by id, because a statement that pages or sorts could find other
    // aggregates the next time.
    private async Task<IEnumerable<T>> ReadAsync(IQueryable<T> rows, List<TId> ids, CancellationToken cancellationToken)
    {
        var sizes = await NamingAsync(
                RowsById.Where(IsAmong(ids)),
                () => Sizes(RowsById.Where(IsAmong(ids))).ToListAsync(cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
        var whole = new Dictionary<TId, T>();
        List<TId> small = [.. sizes.Where(s => s.JoinedRows <= MaxJoinedRows).Select(s => s.Id)];
        if (small.Count > 0)
        {
            var among = rows.Where(IsAmong(small));
            var read = await NamingAsync(among, () => WithParts(among).AsSingleQuery().ToListAsync(cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            read.ForEach(entity => whole.Add(KeyOf(entity), Readable(entity)));
        }

        List<TId> large = [.. sizes.Where(s => s.JoinedRows > MaxJoinedRows).Select(s => s.Id)];
        await ReadListByListAsync(rows, large, whole, cancellationToken).ConfigureAwait(false);
        return ids.Where(whole.ContainsKey).Select(id => whole[id]);
    }

    // A statement for each list. The version is read again at the end. When another writer has changed it in between, the aggregate is read
    // again.
    private async Task ReadListByListAsync(
        IQueryable<T> rows,
        List<TId> wanted,
        Dictionary<TId, T> whole,
        CancellationToken cancellationToken
    )
    {
        for (var reading = 0; reading < MaxReadings && wanted.Count > 0; reading++)
        {
            var among = rows.Where(IsAmong(wanted));
            var read = await NamingAsync(among, () => WithParts(among).AsSplitQuery().ToListAsync(cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            wanted = [.. read.Select(KeyOf)];
            var now = await Versions(RowsById.Where(IsAmong(wanted)))
                .ToDictionaryAsync(v => v.Id, v => v.Version, cancellationToken)
                .ConfigureAwait(false);
            foreach (var entity in read.Where(e => now.TryGetValue(KeyOf(e), out var version) && version == e.OriginalVersion))
            {
                whole.Add(KeyOf(entity), Readable(entity));
                wanted.Remove(KeyOf(entity));
            }
        }

        if (wanted.Count > 0)
        {
            throw WrittenAllTheTime();
        }
    }

    private Task<List<StoredVersion>> VersionsAsync(IQueryable<T> rows, CancellationToken cancellationToken) =>
        NamingAsync(rows, () => Versions(rows).ToListAsync(cancellationToken), cancellationToken);

    private static ConcurrencyException WrittenAllTheTime() => new("What was asked for is being written to all the time; try again.");
}
