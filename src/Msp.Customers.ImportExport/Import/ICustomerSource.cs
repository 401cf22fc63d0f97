namespace Msp.Customers.ImportExport;

// A source of customers with their contacts and quotas.
internal interface ICustomerSource
{
    // The first reading: returns the ids and validates the files. The second reading reports the violations of the customers' rows.
    IAsyncEnumerable<string> IdsAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<CustomerRows> ReadAsync(CancellationToken cancellationToken);
}
