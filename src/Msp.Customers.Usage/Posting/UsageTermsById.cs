using Msp.Customers.Queries;
using NodaTime;

namespace Msp.Customers.Usage;

// The data that dates a customer's usage: its time zone, null for the configured one, and the last day whose usage is closed.
internal sealed record UsageTerms(CustomerId Id, string? TimeZone, LocalDate? ClosedThrough);

// Reads the terms of several customers, without their other data. Customers that are not stored are omitted.
internal sealed class UsageTermsById : Specification<Customer, UsageTerms>, IKeyedSpecification<CustomerId>, IBuiltInSpecification
{
    public UsageTermsById(IEnumerable<CustomerId> customers)
    {
        List<CustomerId> ids = [.. customers.Distinct()];
        Keys = ids;
        Query.Where(c => ids.Contains(c.Id));
        Query.Select(c => new UsageTerms(c.Id, c.TimeZone, c.UsageClosedThrough));
        this.Complete();
    }

    public IReadOnlyCollection<CustomerId> Keys { get; }
}
