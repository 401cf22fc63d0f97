namespace Msp.Customers.Specifications;

/// <summary>Reads and writes aggregates in the host's storage. Every write is stored when its task ends.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IRepositoryBase<T> : IReadRepositoryBase<T>
    where T : class
{
    /// <summary>Stores a new aggregate and returns it.</summary>
    Task<T> AddAsync(T entity, CancellationToken cancellationToken = default);

    /// <summary>Stores new aggregates and returns them.</summary>
    Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default);

    /// <summary>Stores the changes of an aggregate; returns how many records were written.</summary>
    Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default);

    /// <summary>Stores the changes of several aggregates; returns how many records were written.</summary>
    Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default);

    /// <summary>Deletes an aggregate; returns how many records were deleted.</summary>
    Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default);

    /// <summary>Deletes several aggregates; returns how many records were deleted.</summary>
    Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default);

    /// <summary>Deletes what the specification answers; returns how many records were deleted.</summary>
    Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>Stores what a unit of work holds; returns how many records were written, 0 where every write was stored already.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}
