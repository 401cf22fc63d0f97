using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>A closed customer is to be deleted on or before its retention date.</summary>
public sealed class RemovalBeforeRetention : RemovalPolicy<Customer>
{
    internal RemovalBeforeRetention()
        : base("removal.retention-running", Severity.Error, "The customer is kept until {RetentionDate}.") { }

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
        if (stored.RetentionDate is { } last && today <= last)
        {
            found.Add(Violated(nameof(Customer.RetentionDate), ("RetentionDate", last)));
        }
        return ValueTask.CompletedTask;
    }
}
