using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

public sealed partial class DbContextCustomerStore<TContext>
{
    // A unique index looks at each row as it is written: two customers that swap their names, or pass one on, would meet in it. So whoever gives up a key that another
    // takes has one in between that no name has. References are rows of their own, of which those that go are deleted first.
    private protected override Func<CancellationToken, Task>? Freeing(IReadOnlyList<Customer> kept, IReadOnlyList<Customer> given)
    {
        if (!NamesAreUnique || given.Count < 2)
        {
            return null;
        }

        var wanted = given.Select(c => c.Account.OrganizationKey).ToHashSet();
        var freed = kept.Zip(given, (k, g) => (Stored: new StoredKey(context.Entry(k)), Customer: g))
            .Where(f => f.Stored.Key != f.Customer.Account.OrganizationKey && wanted.Contains(f.Stored.Key))
            .OrderBy(f => f.Customer.Id)
            .ToList();
        if (freed.Count == 0)
        {
            return null;
        }

        freed.ForEach(f => f.Stored.SetOriginal(InBetween(f.Customer)));
        return async cancellationToken =>
        {
            foreach (var (_, customer) in freed)
            {
                var (id, stored, key) = (customer.Id, customer.OriginalVersion, InBetween(customer));
                var rows = await context
                    .Set<Customer>()
                    .OfMsp(Msp.Value)
                    .Where(c => c.Id == id && c.Version == stored)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.Account.OrganizationKey, key), cancellationToken)
                    .ConfigureAwait(false);
                if (rows == 0)
                {
                    throw new ConcurrencyException($"{customer} was saved by someone else, or is no longer stored.");
                }
            }
        };
    }

    // The key of a name begins with no blank.
    private static NameKey InBetween(Customer customer) => NameKey.FromStored($" {customer.Id}");

#pragma warning disable EF1001 // What was stored of an account that is replaced by another is found nowhere else.
    private readonly struct StoredKey(EntityEntry<Customer> customer)
    {
        private readonly Microsoft.EntityFrameworkCore.ChangeTracking.Internal.InternalEntityEntry account = Stored(
            customer.Reference(c => c.Account).TargetEntry!.GetInfrastructure()
        );

        public NameKey Key => (NameKey)account.GetOriginalValue(Property)!;

        private IProperty Property => account.EntityType.FindProperty(nameof(AccountDetails.OrganizationKey))!;

        // The order in which rows are written follows from it.
        public void SetOriginal(NameKey key) => account.SetOriginalValue(Property, key);

        private static Microsoft.EntityFrameworkCore.ChangeTracking.Internal.InternalEntityEntry Stored(
            Microsoft.EntityFrameworkCore.ChangeTracking.Internal.InternalEntityEntry current
        ) => current.SharedIdentityEntry ?? current;
    }
#pragma warning restore EF1001
}
