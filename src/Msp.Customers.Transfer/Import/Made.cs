using Msp.Customers.Rules;

namespace Msp.Customers.Transfer.Import;

// What was made of a customer's rows: the customer, beside the stored one where there is one; or why there is none.
internal sealed record Made(CustomerRows Rows, Outcome Outcome, Customer? Stored, Customer? Customer, IReadOnlyList<Violation> Refusals);
