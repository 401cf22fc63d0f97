using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Durability.Writer;
using Msp.Customers.Testing;
using Msp.Customers.Usage;

namespace Msp.Customers.Durability.Tests.Kills;

// The stored customers, change log entries and usage, with a line for each.
internal static class Contents
{
    // The expected content after complete saves.
    public static List<string> After(IEnumerable<Save> saves)
    {
        var changeContext = new ChangeContext(new BusinessCalendar(new TestClock()));
        var customers = new Dictionary<string, Customer>();
        var log = new Dictionary<string, List<ChangeEntry>>();
        var usage = new List<UsageDraft>();
        foreach (var save in saves)
        {
            changeContext.Reason = save.ToString();
            foreach (var id in save.Kind == SaveKind.Post ? [] : save.Ids)
            {
                var before = customers.GetValueOrDefault(id)?.ToSnapshot();
                if (save.Kind == SaveKind.Delete)
                {
                    customers.Remove(id);
                    usage.RemoveAll(u => u.Customer == id);
                    log[id] = [changeContext.Deletion(ChangeSubject.Customer, id, before!.Version)];
                }
                else
                {
                    customers[id] = before is null ? CustomerVersions.Registered(id) : CustomerVersions.Change(customers[id]);
                    log.TryAdd(id, []);
                    log[id].Add(changeContext.Entry(before, customers[id].ToSnapshot()));
                }
            }

            usage.AddRange(save.Kind == SaveKind.Post ? CustomerVersions.Usage(save) : []);
        }

        return Sorted([
            .. customers.Values.Select(Line),
            .. log.Values.SelectMany(l => l).Select(Line),
            .. usage.Select(u => Line(u.Customer!, u.Key!, u.Date, u.Credits!.Value)),
        ]);
    }

    // The stored content, as a host reads it.
    public static async Task<List<string>> StoredAsync(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var customers = await scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>().ListAsync();
        var log = await scope.ServiceProvider.GetRequiredService<IChangeLog>().ListPendingAsync(int.MaxValue);
        var lines = customers.Select(Line).Concat(log.Select(Line)).ToList();
        foreach (var id in log.Select(e => e.SubjectId).Concat(customers.Select(c => c.Id.Value)).Distinct())
        {
            var usage = scope
                .ServiceProvider.GetRequiredService<IUsageStore>()
                .ListAsync(new CustomerId(id), new EffectivePeriod(SupportedDates.First, null));
            lines.AddRange(await usage.Select(u => Line(id, u.Key, u.Date, u.Credits.Amount)).ToListAsync());
        }

        return Sorted(lines);
    }

    private static string Line(Customer customer) => $"customer {JsonSerializer.Serialize(customer.ToSnapshot())}";

    private static string Line(ChangeEntry entry) => $"change {JsonSerializer.Serialize(entry with { Id = Guid.Empty })}";

    private static string Line(string customer, string key, LocalDate? date, decimal credits) =>
        FormattableString.Invariant($"usage {customer} {key} {date:uuuu-MM-dd} {credits:0.######}");

    private static List<string> Sorted(List<string> lines)
    {
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
