using System.Globalization;
using Msp.Customers.StorageBenchmarks;

if (args is not [var what, .. var rest] || (rest.Length > 0 && !int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("import [CUSTOMERS] | pages [CUSTOMERS] | posting [BATCHES]");
    return 2;
}

var count = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : (int?)null;
await using var server = new Server();
switch (what)
{
    case "import":
        await Import.RunAsync(server, count ?? 100_000);
        break;
    default:
        return 2;
}

return 0;
