namespace Msp.Customers.StorageBenchmarks.Peers;

// A way to save, each time in one transaction with the entry in the change log. The library additionally asks its rules and policies (unique names, the plan and
// its regions, references); the others save what they are given.
internal interface ISaver
{
    Task AddAsync(NewCustomer customer);

    // Reads the customer and saves it with another address, unless someone else saved it meanwhile. The library reads it with its parts, the others its row alone.
    Task MoveAsync(string id, string address);
}
