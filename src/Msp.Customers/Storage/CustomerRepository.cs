using Microsoft.Extensions.Logging;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers;

/// <summary>The repository of customers. It evaluates the rules before each save and each deletion.</summary>
/// <remarks>"Today" is the date in the time zone of each customer.</remarks>
/// <example>
/// <code>
/// var (customer, warnings) = await customers.RegisterAsync(draft);
///
/// var edit = customer.ToDraft();
/// edit.AccountName = "Northwind Traders";
/// if ((await customers.CheckAsync(customer, edit)).Count == 0)
/// {
///     await customers.EditAsync(customer, edit);
/// }
/// </code>
/// </example>
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

    /// <summary>Checks a draft as if the customer were registered now, without storing it.</summary>
    /// <param name="draft">The draft. It is not changed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// All violations of invariants and rules, errors and warnings, each with the path of its member in the draft; empty when there are no
    /// violations.
    /// </returns>
    /// <remarks>
    /// Rules are evaluated without the members that violate an invariant, or with a placeholder value for them. A rule that depends on such
    /// a member can report further violations after the member is corrected.
    /// </remarks>
    public Task<IReadOnlyList<Violation>> CheckAsync(CustomerDraft draft, CancellationToken cancellationToken = default) =>
        CheckAsync(Drafted(draft), cancellationToken);

    /// <summary>Checks an edit as if it were saved now, without changing or storing the customer.</summary>
    /// <param name="customer">The customer to edit, as it was read.</param>
    /// <param name="draft">The draft from <see cref="Customer.ToDraft"/>. It is not changed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// All violations of invariants and rules, errors and warnings, each with the path of its member in the draft; empty when there are no
    /// violations.
    /// </returns>
    /// <remarks>
    /// Rules are evaluated with the current value of each member that violates an invariant. A rule that depends on such a member can
    /// report further violations after the member is corrected. The draft is compared with the customer as it was read. When another caller
    /// has saved the customer meanwhile, a save throws a <see cref="ConcurrencyException"/>.
    /// </remarks>
    public Task<IReadOnlyList<Violation>> CheckAsync(
        Customer customer,
        CustomerDraft draft,
        CancellationToken cancellationToken = default
    ) => CheckAsync(Drafted(customer, draft), cancellationToken);

    /// <summary>Registers a customer and stores it.</summary>
    /// <param name="draft">The draft. Its id becomes the id of the customer; without one, a new id is created.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stored customer and the warnings about it.</returns>
    /// <exception cref="RuleViolationException">
    /// The draft has an error; nothing is stored. The exception contains the violations that
    /// <see cref="CheckAsync(CustomerDraft, CancellationToken)"/> returns.
    /// </exception>
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

    /// <summary>Edits a customer and stores it.</summary>
    /// <param name="customer">The customer, as it was read.</param>
    /// <param name="draft">The draft from <see cref="Customer.ToDraft"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The warnings; empty when there are no warnings.</returns>
    /// <exception cref="RuleViolationException">
    /// The draft has an error; nothing is changed or stored. The exception contains the violations that
    /// <see cref="CheckAsync(Customer, CustomerDraft, CancellationToken)"/> returns.
    /// </exception>
    /// <exception cref="ConcurrencyException">Another caller saved the customer first; nothing is stored.</exception>
    /// <remarks>The method changes <paramref name="customer"/> after the edit is stored, and not before.</remarks>
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
                customer.RestoreFrom(edited);
                customer.AcceptChanges();
            },
            cancellationToken
        );
    }

    private protected override string Kind => "customer";

    private protected override LocalDate Today(Customer entity) => Calendar.Today(entity.TimeZone);

    // A customer that is stored for the first time keeps its retention date.
    private protected override void Complete(Customer entity, Customer? before)
    {
        if (before is not null && (before.ClosedOn, before.RetentionDate) != (entity.ClosedOn, entity.RetentionDate))
        {
            entity.ExtendRetention(Today(entity), terms);
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
