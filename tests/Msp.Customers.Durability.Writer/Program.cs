using Msp.Customers.Durability.Writer;

// Does what it is told, a line each, and says of each when it is done. A line leaves the process before the next thing is done.
// Arguments: the provider, the connection, and the race where two processes race.
if (args is [var provider, var connection, var name])
{
    await using var racing = Host.Over(provider, connection);
    var race = Race.Of(name, racing);
    while (await Console.In.ReadLineAsync() is { } line)
    {
        await Console.Out.WriteLineAsync(await race.DoAsync(line));
    }

    return;
}

await using var services = Host.Over(args[0], args[1], new Steps());
var saves = new Saves(services);
while (await Console.In.ReadLineAsync() is { } line)
{
    var save = Save.Parse(line);
    await saves.DoAsync(save);
    await Console.Out.WriteLineAsync(save.ToString());
}
