using System.Linq.Expressions;

namespace Msp.Customers.Testing;

// A specification as a host writes it.
internal sealed class HostSpecification<T> : Specification<T>
{
    public HostSpecification(Action<ISpecificationBuilder<T>> state) => state(Query);
}

internal sealed class HostSpecification<T, TResult> : Specification<T, TResult>
{
    public HostSpecification(Action<ISpecificationBuilder<T>> state, Expression<Func<T, TResult>> selector)
    {
        state(Query);
        Query.Select(selector);
    }
}

internal sealed class CustomerWithId : SingleResultSpecification<Customer>
{
    public CustomerWithId(CustomerId id) => Query.Where(c => c.Id == id);
}

internal static class HostSpecification
{
    public const int Population = 30;

    public static HostSpecification<Customer> Of(Action<ISpecificationBuilder<Customer>> state) => new(state);

    public static Specification<Customer> With(this Specification<Customer> specification, Action<ISpecificationBuilder<Customer>> state)
    {
        state(specification.Query);
        return specification;
    }

    public static HostSpecification<Customer> Where(Expression<Func<Customer, bool>> condition) => Of(q => q.Where(condition));

    public static ConformanceFact Fact(
        string name,
        Func<IReadOnlyList<Customer>, Generated, IReadOnlyList<ISpecification<Customer>>> specifications
    ) =>
        new(
            name,
            ConformanceArea.Customers,
            async trial =>
            {
                var more = new Generated(21);
                var customers = more.Customers(Population);
                var memory = await CustomerQueryFacts.FillAsync(trial, customers);
                foreach (var (index, specification) in specifications(customers, more).Index())
                {
                    var answer = $"answer specification {index + 1} over generated customers as memory does";
                    var expected = (await memory.ListAsync(specification, trial.Token)).Select(c => c.Id).ToList();
                    Expect.Items(expected, (await trial.Customers.ListAsync(specification, trial.Token)).Select(c => c.Id), answer);
                    Expect.Equal(
                        await memory.CountAsync(specification, trial.Token),
                        await trial.Customers.CountAsync(specification, trial.Token),
                        $"{answer}, counted"
                    );
                }
            }
        );
}
