namespace Msp.Customers.StorageBenchmarks.Peers;

// Reads the first page of customers in the order of names without the library, and one more customer, which shows that another page
// follows.
internal interface ILister
{
    Task<List<PlainRow>> RowsAsync();

    // Returns the customers with their parts.
    Task<List<PlainCustomer>> CustomersAsync();
}
