namespace Msp.Customers.ImportExport;

// The result of a customer's rows: the customer of the draft, the stored customer if it exists, and the violations of the draft.
internal sealed record ImportedCustomer(CustomerRows Rows, Outcome Outcome, Customer? Stored, DraftedCustomer Drafted)
{
    public Customer? Customer => Drafted.Customer;

    public IReadOnlyList<Violation> Refusals { get; init; } = Drafted.Violations;
}
