namespace Msp.Customers.StorageBenchmarks.Peers;

// Saves in one transaction with the change log entry. The library also evaluates its rules and policies (unique names, the plan and
// its regions, references); the others save their input unchecked.
internal interface ISaver
{
    Task AddAsync(NewCustomer customer);

    // Reads the customer and saves it with another address, unless another caller saved it since. The library reads it with its
    // parts, the others read its row only.
    Task ChangeAddressAsync(string id, string address);
}
