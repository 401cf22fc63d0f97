namespace Msp.Customers.StorageBenchmarks.Peers;

// A way to read, without the library, the first page of customers in the order of names, and one more by which is known whether a further page follows.
internal interface ILister
{
    Task<List<PlainRow>> RowsAsync();

    // With their parts.
    Task<List<PlainCustomer>> CustomersAsync();
}
