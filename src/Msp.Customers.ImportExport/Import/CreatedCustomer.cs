namespace Msp.Customers.ImportExport;

// What was made of a customer's rows: the customer of the draft, beside the stored one where there is one, and what the draft gets wrong by itself.
internal sealed record CreatedCustomer(CustomerRows Rows, Outcome Outcome, Customer? Stored, DraftedCustomer Drafted)
{
    public Customer? Customer => Drafted.Customer;

    public IReadOnlyList<Violation> Refusals { get; init; } = Drafted.Violations;
}
