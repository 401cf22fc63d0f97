namespace Msp.Customers.ImportExport;

// Writes customers to files of one format.
internal interface ICustomerWriter : IAsyncDisposable
{
    Task StartAsync(CancellationToken cancellationToken);

    Task WriteAsync(Customer customer, CancellationToken cancellationToken);

    Task EndAsync(CancellationToken cancellationToken);
}
