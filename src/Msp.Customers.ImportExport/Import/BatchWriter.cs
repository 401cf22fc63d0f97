namespace Msp.Customers.ImportExport;

// Stores the customers of a batch in two calls of the repository, one for edits and one for additions. When a call is refused, each of its
// customers is stored alone.
internal sealed class BatchWriter(CustomerRepository customers, Outcomes outcomes, ViolationList violations)
{
    public bool AreAllStored { get; private set; } = true;

    // Stores edits first: a name or a reference that an edit frees can belong to a new customer.
    public async Task StoreAsync(List<ImportedCustomer> imported, CancellationToken cancellationToken)
    {
        await StoreAsync(
                imported,
                Outcome.Edited,
                all => customers.UpdateRangeAsync(all, cancellationToken),
                one => customers.UpdateAsync(one, cancellationToken)
            )
            .ConfigureAwait(false);
        await StoreAsync(
                imported,
                Outcome.Added,
                all => customers.AddRangeAsync(all, cancellationToken),
                one => customers.AddAsync(one, cancellationToken)
            )
            .ConfigureAwait(false);
    }

    private async Task StoreAsync(
        List<ImportedCustomer> imported,
        Outcome outcome,
        Func<IEnumerable<Customer>, Task> storeAll,
        Func<Customer, Task> storeOne
    )
    {
        var items = imported.FindAll(i => i.Outcome == outcome);
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
                outcomes.Set(item.Rows.Id, await TryStoreAsync(item, storeOne).ConfigureAwait(false) ? outcome : Outcome.Refused);
            }
        }
    }

    private async Task<bool> TryStoreAsync(ImportedCustomer imported, Func<Customer, Task> store)
    {
        try
        {
            // Some stores keep the customers that precede the refused one.
            if (imported.Customer!.OriginalVersion != imported.Customer.Version)
            {
                await store(imported.Customer).ConfigureAwait(false);
            }

            return true;
        }
        catch (RuleViolationException e)
        {
            violations.Add(imported.Rows.Place(imported.Drafted.With(e.Violations)));
        }
        catch (ConcurrencyException)
        {
            violations.Add(imported.Rows.Place(ImportExportCodes.ConcurrentChange.Violated("")));
        }

        return AreAllStored = false;
    }
}
