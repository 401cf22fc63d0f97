namespace Msp.Customers.ImportExport;

// Writes customers to the files of one form.
internal interface ICustomerWriter : IAsyncDisposable
{
    Task StartAsync(CancellationToken cancellationToken);

    Task WriteAsync(Customer customer, CancellationToken cancellationToken);

    Task EndAsync(CancellationToken cancellationToken);
}
