using Msp.Customers.Durability.Writer;

// Does the saves that it is told, a line each, and says of each when it is done. A line leaves the process before the next thing is done.
// Arguments: the provider and the connection.
await using var services = Host.Over(args[0], args[1], new Steps());
var saves = new Saves(services);
while (await Console.In.ReadLineAsync() is { } line)
{
    var save = Save.Parse(line);
    await saves.DoAsync(save);
    await Console.Out.WriteLineAsync(save.ToString());
}
