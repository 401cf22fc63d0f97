namespace Msp.Customers.Queries;

internal static class NameOrder
{
    public static ISpecificationBuilder<Customer> InOrderOfName(this ISpecificationBuilder<Customer> query) =>
        query.OrderBy(c => c.Account.AccountKey).ThenBy(c => c.Id);
}
