namespace Msp.Customers.ImportExport;

// Creates customers from their rows and the stored customers, which are read in one query.
internal sealed class CustomerFactory(CustomerMapper mapper, CustomerRepository customers, bool editStored)
{
    private const int MaxIdsPerQuery = 500;

    public async Task<List<ImportedCustomer>> CreateAsync(IEnumerable<CustomerRows> rows, CancellationToken cancellationToken)
    {
        var all = rows.Select(r => (Rows: r, Id: CustomerMapper.IdOf(r.Id))).ToList();
        var stored = new Dictionary<CustomerId, Customer>();
        foreach (var ids in all.Select(r => r.Id).OfType<CustomerId>().Chunk(MaxIdsPerQuery))
        {
            foreach (var customer in await customers.ListAsync(new CustomersById(ids), cancellationToken).ConfigureAwait(false))
            {
                stored.Add(customer.Id, customer);
            }
        }

        return all.ConvertAll(r => Create(r.Rows, r.Id is null ? null : stored.GetValueOrDefault(r.Id)));
    }

    private ImportedCustomer Create(CustomerRows rows, Customer? stored)
    {
        if (stored is null)
        {
            var drafted = mapper.Registered(rows);
            return new ImportedCustomer(rows, IsValid(drafted) ? Outcome.Added : Outcome.Refused, null, drafted);
        }

        var edited = mapper.Edited(rows, stored);
        var outcome =
            !IsValid(edited) ? Outcome.Refused
            : CustomerMapper.IsUnchanged(stored, edited.Customer!) ? Outcome.Unchanged
            : editStored ? Outcome.Edited
            : Outcome.Different;
        return new ImportedCustomer(rows, outcome, stored, edited);
    }

    private static bool IsValid(DraftedCustomer drafted) => !drafted.Violations.Any(v => v.Severity == Severity.Error);
}
