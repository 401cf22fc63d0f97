using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Transfer.Import;

// Stores customers through the checked repository, many at once. Where one of them is refused after all, each is tried alone.
internal sealed class Batch(CheckedCustomers customers, Outcomes outcomes, ViolationList findings)
{
    // Whether all that was to be stored is.
    public bool IsSound { get; private set; } = true;

    // Edits first: a name or a reference that one of them gives up may be a new customer's.
    public async Task StoreAsync(List<Made> made, CancellationToken cancellationToken)
    {
        await StoreAsync(
                made,
                Outcome.Edited,
                all => customers.UpdateRangeAsync(all, cancellationToken),
                one => customers.UpdateAsync(one, cancellationToken)
            )
            .ConfigureAwait(false);
        await StoreAsync(
                made,
                Outcome.Added,
                all => customers.AddRangeAsync(all, cancellationToken),
                one => customers.AddAsync(one, cancellationToken)
            )
            .ConfigureAwait(false);
    }

    private async Task StoreAsync(
        List<Made> made,
        Outcome outcome,
        Func<IEnumerable<Customer>, Task> storeAll,
        Func<Customer, Task> storeOne
    )
    {
        var items = made.FindAll(m => m.Outcome == outcome);
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

    private async Task<bool> IsStoredAsync(Made made, Func<Customer, Task> store)
    {
        try
        {
            // Some storages keep those that came before the one at fault.
            if (made.Customer!.StoredVersion != made.Customer.Version)
            {
                await store(made.Customer).ConfigureAwait(false);
            }

            return true;
        }
        catch (RuleViolationException e)
        {
            made.Rows.Place(made.Drafted.With(e.Violations)).ToList().ForEach(findings.Always);
        }
        catch (ConcurrencyException)
        {
            findings.Always(made.Rows.Place(TransferRule.SavedMeanwhile.Violated("")));
        }

        return IsSound = false;
    }
}
