namespace Msp.Customers.ImportExport;

// Where customers are read from, with all that belongs to each.
internal interface ICustomerSource
{
    // The first reading: who is there, and whether the files are what they should be. Of the customers' rows the second tells what is wrong.
    IAsyncEnumerable<string> IdsAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<CustomerRows> ReadAsync(CancellationToken cancellationToken);
}
