using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.DependencyInjection;

// Reports repositories that a host registers after AddMspCustomers, because they store without evaluating the rules.
internal sealed class RepositoryRegistrations(IServiceCollection services)
{
    private readonly ServiceDescriptor customers = Forwarding<Customer, CustomerRepository>();
    private readonly ServiceDescriptor plans = Forwarding<ServicePlan, PlanRepository>();

    public void Register()
    {
        services.Add(customers);
        services.Add(plans);
    }

    public IEnumerable<string> Faults() => [.. Faults<Customer>(customers), .. Faults<ServicePlan>(plans)];

    private static ServiceDescriptor Forwarding<T, TRepository>()
        where T : class, IAggregate<T>
        where TRepository : ValidatingRepository<T> =>
        ServiceDescriptor.Scoped<IRepositoryBase<T>>(s => s.GetRequiredService<TRepository>());

    private IEnumerable<string> Faults<T>(ServiceDescriptor registered)
        where T : class
    {
        var later = services.Skip(services.IndexOf(registered) + 1).Where(d => !d.IsKeyedService).Select(d => d.ServiceType).Distinct();
        foreach (var type in later.Where(t => t.IsInterface))
        {
            if (type.IsGenericTypeDefinition ? IsRepository(type) : typeof(IRepositoryBase<T>).IsAssignableFrom(type))
            {
                var name =
                    type == typeof(IRepositoryBase<T>)
                        ? $"IRepositoryBase<{typeof(T).Name}>"
                        : type.Name.Replace("`1", "<>", StringComparison.Ordinal);
                yield return $"{name} is registered after AddMspCustomers and can store {typeof(T).Name} objects without evaluating rules. "
                    + (
                        type.IsGenericTypeDefinition
                            ? "Register the open generic type before AddMspCustomers."
                            : "Remove it, and pass the host's repositories to UseRepositories<TCustomers, TPlans>() or UseStorage(...)."
                    );
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A host does not store through an interface that was trimmed.")]
    private static bool IsRepository(Type type) =>
        type == typeof(IRepositoryBase<>)
        || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRepositoryBase<>));
}
