namespace Msp.Customers.ImportExport;

// A source of customers with their contacts and quotas.
internal interface ICustomerSource
{
    // Reads the ids of the customers in the order of the file, without reporting violations of their rows.
    IAsyncEnumerable<string> ReadIdsAsync(CancellationToken cancellationToken);

    // Reads the rows of each customer. Each pass calls it again.
    IAsyncEnumerable<CustomerRows> ReadAsync(CancellationToken cancellationToken);
}
