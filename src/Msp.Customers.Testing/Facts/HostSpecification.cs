using System.Linq.Expressions;

namespace Msp.Customers.Testing;

// A specification of a host.
internal sealed class HostSpecification<T> : Specification<T>
{
    public HostSpecification(Action<ISpecificationBuilder<T>> build) => build(Query);
}

internal sealed class HostSpecification<T, TResult> : Specification<T, TResult>
{
    public HostSpecification(Action<ISpecificationBuilder<T>> build, Expression<Func<T, TResult>> selector)
    {
        build(Query);
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

    public static HostSpecification<Customer> Of(Action<ISpecificationBuilder<Customer>> build) => new(build);

    public static Specification<Customer> With(this Specification<Customer> specification, Action<ISpecificationBuilder<Customer>> build)
    {
        build(specification.Query);
        return specification;
    }

    public static HostSpecification<Customer> Where(Expression<Func<Customer, bool>> condition) => Of(q => q.Where(condition));

    public static ConformanceFact Fact(
        string name,
        Func<IReadOnlyList<Customer>, GeneratedData, IReadOnlyList<ISpecification<Customer>>> specifications
    ) =>
        new(
            name,
            ConformanceArea.Customers,
            async trial =>
            {
                var generated = new GeneratedData(21);
                var customers = generated.Customers(Population);
                var memory = await CustomerQueryFacts.FillAsync(trial, customers);
                foreach (var (index, specification) in specifications(customers, generated).Index())
                {
                    var expectation = $"return the same customers as the in-memory store for specification {index + 1}";
                    var expected = (await memory.ListAsync(specification, trial.Token)).Select(c => c.Id).ToList();
                    Expect.Items(expected, (await trial.Customers.ListAsync(specification, trial.Token)).Select(c => c.Id), expectation);
                    Expect.Equal(
                        await memory.CountAsync(specification, trial.Token),
                        await trial.Customers.CountAsync(specification, trial.Token),
                        $"{expectation} in CountAsync"
                    );
                }
            }
        );
}
