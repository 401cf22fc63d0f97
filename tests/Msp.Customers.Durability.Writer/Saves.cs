using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Writer;

// Runs the saves like a host, each in a scope of its own.
public sealed class Saves(IServiceProvider services)
{
    public async Task DoAsync(Save save)
    {
        ArgumentNullException.ThrowIfNull(save);
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        scope.ServiceProvider.GetRequiredService<ChangeContext>().Reason = save.ToString();
        switch (save.Kind)
        {
            case SaveKind.Add:
                await customers.AddRangeAsync(save.Ids.Select(CustomerVersions.Registered));
                break;
            case SaveKind.Change:
                await customers.UpdateRangeAsync((await ReadAsync(customers, save)).Select(CustomerVersions.Change));
                break;
            case SaveKind.Post:
                await scope.ServiceProvider.GetRequiredService<UsageLedger>().PostAsync(CustomerVersions.Usage(save));
                break;
            default:
                await customers.DeleteRangeAsync(await ReadAsync(customers, save));
                break;
        }
    }

    private static async Task<List<Customer>> ReadAsync(IRepositoryBase<Customer> customers, Save save)
    {
        var read = new List<Customer>();
        foreach (var id in save.Ids)
        {
            read.Add(await customers.GetByIdAsync(id) ?? throw new InvalidOperationException($"{id} was acknowledged and is not stored."));
        }

        return read;
    }
}
