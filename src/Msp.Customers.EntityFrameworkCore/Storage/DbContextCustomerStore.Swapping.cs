using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

public sealed partial class DbContextCustomerStore<TContext>
{
    // A unique index checks each row as it is written, so that customers that swap their names or pass one to another would conflict. A
    // customer whose key is taken by another therefore gets a temporary key first, which no name has. References need no temporary value:
    // they are rows, and deleted rows are written first.
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
                    throw new ConcurrencyException($"{customer} was saved or deleted by another caller. Read it again.");
                }
            }
        };
    }

    // No normalized name starts with a space.
    private static NameKey InBetween(Customer customer) => NameKey.FromStored($" {customer.Id}");

#pragma warning disable EF1001 // No public API returns the stored values of an account that another object replaces.
    private readonly struct StoredKey(EntityEntry<Customer> customer)
    {
        private readonly Microsoft.EntityFrameworkCore.ChangeTracking.Internal.InternalEntityEntry account = Stored(
            customer.Reference(c => c.Account).TargetEntry!.GetInfrastructure()
        );

        public NameKey Key => (NameKey)account.GetOriginalValue(Property)!;

        private IProperty Property => account.EntityType.FindProperty(nameof(AccountDetails.OrganizationKey))!;

        // Entity Framework Core orders the updates by the original value.
        public void SetOriginal(NameKey key) => account.SetOriginalValue(Property, key);

        private static Microsoft.EntityFrameworkCore.ChangeTracking.Internal.InternalEntityEntry Stored(
            Microsoft.EntityFrameworkCore.ChangeTracking.Internal.InternalEntityEntry current
        ) => current.SharedIdentityEntry ?? current;
    }
#pragma warning restore EF1001
}
