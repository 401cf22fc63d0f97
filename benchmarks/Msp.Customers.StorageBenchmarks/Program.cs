using System.Globalization;
using Msp.Customers.StorageBenchmarks;

const string Usage =
    "import [CUSTOMERS] | pages [CUSTOMERS] | lists [CUSTOMERS] | posting [CUSTOMERS] | many [CUSTOMERS] | "
    + "listing [CUSTOMERS] | saving [CUSTOMERS] | startup | delivery [CHANGES] | history [ENTRIES] | all [CUSTOMERS]";

if (args is [Startup.Child, var child, var connection])
{
    await Startup.RunAsChildAsync(child, connection);
    return 0;
}

if (
    args is not [var what, .. var rest]
    || rest.Length > 1
    || (rest is [var number] && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _))
)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var count = rest is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : (int?)null;
var rounds = what == "all" ? 5 : 1_000;
await using var server = new Server();
Dictionary<string, Func<Task>> all = new()
{
    ["import"] = () => Import.RunAsync(server, count ?? 100_000),
    ["pages"] = () => Pages.RunAsync(server, count ?? 1_000_000, rounds),
    ["lists"] = () => Lists.RunAsync(server, count ?? 1_000_000, Math.Min(rounds, 50)),
    ["posting"] = () => Posting.RunAsync(server, count ?? 10_000, Math.Min(rounds, 200)),
    ["many"] = () => ManyCustomers.RunAsync(server, count ?? 100_000),
    ["listing"] = () => Listing.RunAsync(server, count ?? 10_000, rounds),
    ["saving"] = () => Saving.RunAsync(server, count ?? 10_000, Math.Min(rounds, 500)),
    ["delivery"] = () => Delivery.RunAsync(server, count ?? 8_000),
    ["history"] = () => History.RunAsync(server, count ?? 1_000_000, Math.Min(rounds, 200)),
    ["startup"] = () => Startup.RunAsync(Math.Max(1, rounds / 50)),
};
if (what != "all" && !all.ContainsKey(what))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

foreach (var (_, run) in all.Where(a => what == "all" || a.Key == what))
{
    await run();
}

return 0;
