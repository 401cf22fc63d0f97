using System.Globalization;
using Msp.Customers.Durability.Writer;

// Writes until it is killed, and says before and after each save which one it is. A line leaves the process before the next thing is done.
// Arguments: the provider, the connection, and the number of the first save, which is the seed too.
var first = int.Parse(args[2], CultureInfo.InvariantCulture);
await using var services = Host.Over(args[0], args[1]);
var saves = new Saves(services, first);
await saves.ReadLivingAsync();
for (var number = first; number < first + 10_000; number++)
{
    var save = saves.Next(number);
    Console.WriteLine($"begun {save}");
    await saves.DoAsync(save);
    Console.WriteLine($"done {save}");
}
