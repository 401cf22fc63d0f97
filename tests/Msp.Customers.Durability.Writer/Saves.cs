using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Writer;

// What a host does, each save in a scope of its own.
public sealed class Saves(IServiceProvider services, int seed)
{
    private readonly Random random = new(seed);
    private readonly List<string> living = [];

    public async Task ReadLivingAsync()
    {
        using var scope = services.CreateScope();
        living.AddRange((await scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>().ListAsync()).Select(c => c.Id.Value).Order(StringComparer.Ordinal));
    }

    public Save Next(int number)
    {
        var kind = living.Count < 5 ? SaveKind.Add : random.Next(10) switch { < 2 => SaveKind.Add, < 6 => SaveKind.Change, < 9 => SaveKind.Post, _ => SaveKind.Delete };
        var count = random.Next(1, 4);
        return new Save(kind, number, kind == SaveKind.Add
            ? [.. Enumerable.Range(0, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"c-{number}-{n}"))]
            : random.GetItems(living.ToArray(), count).Distinct().ToList());
    }

    public async Task DoAsync(Save save)
    {
        ArgumentNullException.ThrowIfNull(save);
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        scope.ServiceProvider.GetRequiredService<ChangeAuthor>().Reason = save.ToString();
        switch (save.Kind)
        {
            case SaveKind.Add:
                await customers.AddRangeAsync(save.Ids.Select(Life.Registered));
                living.AddRange(save.Ids);
                break;
            case SaveKind.Change:
                await customers.UpdateRangeAsync((await ReadAsync(customers, save)).Select(Life.Change));
                break;
            case SaveKind.Post:
                await scope.ServiceProvider.GetRequiredService<UsageLedger>().PostAsync(Life.Usage(save));
                break;
            default:
                await customers.DeleteRangeAsync(await ReadAsync(customers, save));
                living.RemoveAll(save.Ids.Contains);
                break;
        }
    }

    private static async Task<List<Customer>> ReadAsync(IRepositoryBase<Customer> customers, Save save)
    {
        var read = new List<Customer>();
        foreach (var id in save.Ids)
        {
            read.Add(await customers.GetByIdAsync(id) ?? throw new InvalidOperationException($"{id} was acknowledged and is gone."));
        }

        return read;
    }
}
