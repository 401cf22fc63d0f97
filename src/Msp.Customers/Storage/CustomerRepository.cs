using Microsoft.Extensions.Logging;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers;

/// <summary>The repository of customers. "Today" is the date in each customer's own zone.</summary>
public sealed class CustomerRepository : ValidatingRepository<Customer>
{
    private readonly CustomerTerms terms;

    internal CustomerRepository(
        HostStore<Customer> stored,
        RuleSet<Customer> rules,
        BusinessCalendar calendar,
        CustomerTerms terms,
        ILogger<CustomerRepository>? logger
    )
        : base(stored, rules, calendar, logger) => this.terms = terms;

    /// <summary>Checks a draft as if it were registered now: all that is wrong with it by itself, and all that rules report, errors and warnings. Nothing is stored.</summary>
    /// <param name="draft">The draft; it is not changed.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>All violations, each with the path of its member in the draft; empty when there are none.</returns>
    /// <remarks>
    /// A member at fault is left out when rules are evaluated, or a value stands for it, so that a rule that depends on it may report more once it is mended.
    /// </remarks>
    public Task<IReadOnlyList<Violation>> CheckAsync(CustomerDraft draft, CancellationToken cancellationToken = default) =>
        CheckAsync(Drafted(draft), cancellationToken);

    /// <summary>Checks an edit as if it were saved now: all that is wrong with the draft by itself, and all that rules report, errors and warnings. Nothing is changed or stored.</summary>
    /// <param name="customer">The customer to be edited, as it was read.</param>
    /// <param name="draft">The draft, made from <see cref="Customer.ToDraft"/>; it is not changed.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>All violations, each with the path of its member in the draft; empty when there are none.</returns>
    /// <remarks>
    /// A member at fault stays as it is when rules are evaluated, so that a rule that depends on it may report more once it is mended.
    /// Where someone else saved the customer meanwhile, the draft is compared with what is stored now; a save throws a <see cref="ConcurrencyException"/>.
    /// </remarks>
    public Task<IReadOnlyList<Violation>> CheckAsync(
        Customer customer,
        CustomerDraft draft,
        CancellationToken cancellationToken = default
    ) => CheckAsync(Drafted(customer, draft), cancellationToken);

    /// <summary>Registers a customer and stores it.</summary>
    /// <param name="draft">The draft; its id becomes the customer's, or a new one is made.</param>
    /// <param name="cancellationToken">Cancels the save.</param>
    /// <returns>The stored customer and the warnings about it.</returns>
    /// <exception cref="RuleViolationException">The draft is refused; nothing is stored. The exception contains what <see cref="CheckAsync(CustomerDraft, CancellationToken)"/> returns.</exception>
    /// <example><code>var (customer, warnings) = await customers.RegisterAsync(draft);</code></example>
    public async Task<Registration> RegisterAsync(CustomerDraft draft, CancellationToken cancellationToken = default)
    {
        var drafted = Drafted(draft);
        var warnings = await SaveAsync(
                Add,
                drafted.Customer,
                drafted.With,
                () => Stored.AddAsync(drafted.Customer!, cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
        return new Registration(drafted.Customer!, warnings);
    }

    /// <summary>Edits a customer and stores it. The customer in hand changes when it is stored, and not before.</summary>
    /// <param name="customer">The customer, as it was read.</param>
    /// <param name="draft">The draft, made from <see cref="Customer.ToDraft"/>.</param>
    /// <param name="cancellationToken">Cancels the save.</param>
    /// <returns>The warnings; empty when there are none.</returns>
    /// <exception cref="RuleViolationException">The draft is refused; nothing is changed or stored. The exception contains what <see cref="CheckAsync(Customer, CustomerDraft, CancellationToken)"/> returns.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first; nothing is stored.</exception>
    public Task<IReadOnlyList<Violation>> EditAsync(Customer customer, CustomerDraft draft, CancellationToken cancellationToken = default)
    {
        var drafted = Drafted(customer, draft);
        return SaveAsync(
            IsNew(customer) ? Add : Update,
            drafted.Customer,
            drafted.With,
            async () =>
            {
                var edited = drafted.Customer!;
                Task storing = IsNew(customer) ? Stored.AddAsync(edited, cancellationToken) : Stored.UpdateAsync(edited, cancellationToken);
                await storing.ConfigureAwait(false);
                customer.RestoreFrom(edited.ToSnapshot());
                customer.AcceptChanges();
            },
            cancellationToken
        );
    }

    private protected override string Kind => "customer";

    private protected override LocalDate Today(Customer entity) => Calendar.Today(entity.TimeZone);

    private protected override bool IsNew(Customer entity) => entity.OriginalVersion == 0;

    private protected override bool IsOutdated(Customer entity, Customer? stored) =>
        entity.OriginalVersion != 0 && entity.Version != entity.OriginalVersion && entity.OriginalVersion != stored?.Version;

    private protected override object IdOf(Customer entity) => entity.Id;

    // A customer that is stored for the first time brings its history along, and is kept for as long as that says.
    private protected override void Complete(Customer entity, Customer? stored)
    {
        if (stored is not null && (stored.ClosedOn, stored.RetentionDate) != (entity.ClosedOn, entity.RetentionDate))
        {
            entity.KeepFrom(Today(entity), terms);
        }
    }

    private protected override Task<List<Customer>> ReadAsync(IEnumerable<Customer> entities, CancellationToken cancellationToken) =>
        Stored.ListAsync(entities.Select(e => e.Id), ids => new CustomersById(ids), cancellationToken);

    private DraftedCustomer Drafted(CustomerDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return DraftedCustomer.New(draft, terms, Calendar.Today);
    }

    private DraftedCustomer Drafted(Customer customer, CustomerDraft draft)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(draft);
        return DraftedCustomer.Edited(customer, draft, terms);
    }

    private async Task<IReadOnlyList<Violation>> CheckAsync(DraftedCustomer drafted, CancellationToken cancellationToken) =>
        drafted.With(drafted.Customer is { } customer ? await EvaluateAsync(customer, cancellationToken).ConfigureAwait(false) : []);
}
