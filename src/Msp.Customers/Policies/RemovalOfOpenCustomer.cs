using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>A customer that is not closed is to be deleted.</summary>
public sealed class RemovalOfOpenCustomer : RemovalPolicy<Customer>
{
    internal RemovalOfOpenCustomer()
        : base("removal.not-closed", Severity.Error, "The customer is {Status}; close it first.") { }

    /// <inheritdoc/>
    public override ValueTask JudgeAsync(
        Customer stored,
        LocalDate today,
        ICollection<Violation> found,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(found);
        if (stored.Status != CustomerStatus.Closed)
        {
            found.Add(Violated(nameof(Customer.Status), ("Status", stored.Status)));
        }
        return ValueTask.CompletedTask;
    }
}
