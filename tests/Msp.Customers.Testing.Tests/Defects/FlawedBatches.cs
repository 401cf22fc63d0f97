namespace Msp.Customers.Testing.Tests.Defects;

internal sealed class AddsFirstFifty(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<IEnumerable<Customer>> AddRangeAsync(
        IEnumerable<Customer> entities,
        CancellationToken cancellationToken = default
    ) => await Inner.AddRangeAsync(entities.Take(50), cancellationToken);
}

// Writes the rows of the parts after the rows of the customers, and is canceled between them.
internal sealed class StoresPartWhenCanceled(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<IEnumerable<Customer>> AddRangeAsync(
        IEnumerable<Customer> entities,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await Inner.AddAsync(
                SampleData.Customer("Half", d => (d.Id, d.Contacts) = (entities.First().Id.Value, [])),
                CancellationToken.None
            );
            throw;
        }

        return entities;
    }
}
