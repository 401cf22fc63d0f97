using Microsoft.Extensions.Logging;
using Msp.Customers.Calendars;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Storage;

/// <summary>The door to the customers. "Today" is the date in each customer's own zone.</summary>
public sealed class CheckedCustomers : CheckedRepository<Customer>
{
    /// <summary>Puts the policies before a storage.</summary>
    /// <param name="stored">The host's storage.</param>
    /// <param name="policies">The policies in force.</param>
    /// <param name="calendar">Where "today" comes from.</param>
    /// <param name="logger">Is told what is saved and what is refused; null for no one.</param>
    public CheckedCustomers(
        Stored<Customer> stored,
        PolicySet<Customer> policies,
        BusinessCalendar calendar,
        ILogger<CheckedCustomers>? logger = null
    )
        : base(stored, policies, calendar, logger) { }

    private protected override string Kind => "customer";

    private protected override LocalDate Today(Customer entity) => Calendar.Today(entity.TimeZone);

    private protected override bool IsNew(Customer entity) => entity.StoredVersion == 0;

    private protected override bool IsOutdated(Customer entity, Customer? stored) =>
        entity.StoredVersion != 0 && entity.Version != entity.StoredVersion && entity.StoredVersion != stored?.Version;

    private protected override object IdOf(Customer entity) => entity.Id;

    private protected override Task<List<Customer>> ReadAsync(IEnumerable<Customer> entities, CancellationToken cancellationToken) =>
        Stored.ListAsync(entities.Select(e => e.Id), ids => new CustomersById(ids), cancellationToken);
}
