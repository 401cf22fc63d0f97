namespace Msp.Customers.ImportExport;

// Stores many customers in one call of the validating repository. When one of them is refused, each customer is stored alone.
internal sealed class Batch(CustomerRepository customers, Outcomes outcomes, ViolationList findings)
{
    // Whether all customers so far are stored.
    public bool IsSound { get; private set; } = true;

    // Stores edits first: a name or a reference that an edit frees can belong to a new customer.
    public async Task StoreAsync(List<ImportedCustomer> created, CancellationToken cancellationToken)
    {
        await StoreAsync(
                created,
                Outcome.Edited,
                all => customers.UpdateRangeAsync(all, cancellationToken),
                one => customers.UpdateAsync(one, cancellationToken)
            )
            .ConfigureAwait(false);
        await StoreAsync(
                created,
                Outcome.Added,
                all => customers.AddRangeAsync(all, cancellationToken),
                one => customers.AddAsync(one, cancellationToken)
            )
            .ConfigureAwait(false);
    }

    private async Task StoreAsync(
        List<ImportedCustomer> created,
        Outcome outcome,
        Func<IEnumerable<Customer>, Task> storeAll,
        Func<Customer, Task> storeOne
    )
    {
        var items = created.FindAll(m => m.Outcome == outcome);
        if (items.Count == 0)
        {
            return;
        }

        try
        {
            await storeAll(items.Select(i => i.Customer!)).ConfigureAwait(false);
            items.ForEach(i => outcomes.Set(i.Rows.Id, outcome));
        }
        catch (Exception e) when (e is RuleViolationException or ConcurrencyException)
        {
            foreach (var item in items)
            {
                outcomes.Set(item.Rows.Id, await IsStoredAsync(item, storeOne).ConfigureAwait(false) ? outcome : Outcome.Refused);
            }
        }
    }

    private async Task<bool> IsStoredAsync(ImportedCustomer created, Func<Customer, Task> store)
    {
        try
        {
            // Some stores keep the customers that precede the refused one.
            if (created.Customer!.OriginalVersion != created.Customer.Version)
            {
                await store(created.Customer).ConfigureAwait(false);
            }

            return true;
        }
        catch (RuleViolationException e)
        {
            created.Rows.Place(created.Drafted.With(e.Violations)).ToList().ForEach(findings.Always);
        }
        catch (ConcurrencyException)
        {
            findings.Always(created.Rows.Place(ImportExportCodes.ConcurrentChange.Violated("")));
        }

        return IsSound = false;
    }
}
