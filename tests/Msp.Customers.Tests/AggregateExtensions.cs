namespace Msp.Customers.Tests;

// The members of an aggregate for repositories.
internal static class AggregateExtensions
{
    extension(Customer customer)
    {
        public long OriginalVersion => Of(customer).OriginalVersion;

        public int LastQuotaNumber => customer.ToSnapshot().LastQuotaNumber;

        public int LastScheduleNumber => customer.ToSnapshot().LastScheduleNumber;

        public int LastContactNumber => customer.ToSnapshot().LastContactNumber;

        public void AcceptChanges() => Of(customer).AcceptChanges();

        public void RestoreFrom(CustomerSnapshot snapshot) => Of(customer).RestoreFrom(Customer.FromSnapshot(snapshot));
    }

    extension(ServicePlan plan)
    {
        public long OriginalVersion => Of(plan).OriginalVersion;

        public void AcceptChanges() => Of(plan).AcceptChanges();

        public void RestoreFrom(PlanSnapshot snapshot) => Of(plan).RestoreFrom(ServicePlan.FromSnapshot(snapshot));
    }

    private static IAggregate<T> Of<T>(T aggregate)
        where T : class, IAggregate<T> => aggregate;
}
