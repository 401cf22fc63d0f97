namespace Msp.Customers.Testing.Tests.Defects;

// Passes all calls to another repository. A flawed repository overrides one member.
internal abstract class RepositoryDecorator<T>(IRepositoryBase<T> inner) : IRepositoryBase<T>, IMspRepository
    where T : class
{
    public MspId Msp => ((IMspRepository)inner).Msp;

    protected IRepositoryBase<T> Inner => inner;

    public virtual Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : notnull => inner.GetByIdAsync(id, cancellationToken);

    public virtual Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        inner.FirstOrDefaultAsync(specification, cancellationToken);

    public virtual Task<TResult?> FirstOrDefaultAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => inner.FirstOrDefaultAsync(specification, cancellationToken);

    public virtual Task<T?> SingleOrDefaultAsync(
        ISingleResultSpecification<T> specification,
        CancellationToken cancellationToken = default
    ) => inner.SingleOrDefaultAsync(specification, cancellationToken);

    public virtual Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => inner.SingleOrDefaultAsync(specification, cancellationToken);

    public virtual Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => inner.ListAsync(cancellationToken);

    public virtual Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        inner.ListAsync(specification, cancellationToken);

    public virtual Task<List<TResult>> ListAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => inner.ListAsync(specification, cancellationToken);

    public virtual Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        inner.CountAsync(specification, cancellationToken);

    public virtual Task<int> CountAsync(CancellationToken cancellationToken = default) => inner.CountAsync(cancellationToken);

    public virtual Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        inner.AnyAsync(specification, cancellationToken);

    public virtual Task<bool> AnyAsync(CancellationToken cancellationToken = default) => inner.AnyAsync(cancellationToken);

    public virtual IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => inner.AsAsyncEnumerable(specification);

    public virtual Task<T> AddAsync(T entity, CancellationToken cancellationToken = default) => inner.AddAsync(entity, cancellationToken);

    public virtual Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        inner.AddRangeAsync(entities, cancellationToken);

    public virtual Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) =>
        inner.UpdateAsync(entity, cancellationToken);

    public virtual Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        inner.UpdateRangeAsync(entities, cancellationToken);

    public virtual Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(entity, cancellationToken);

    public virtual Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        inner.DeleteRangeAsync(entities, cancellationToken);

    public virtual Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        inner.DeleteRangeAsync(specification, cancellationToken);

    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => inner.SaveChangesAsync(cancellationToken);
}
