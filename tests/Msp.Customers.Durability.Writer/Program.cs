using Msp.Customers.Durability.Writer;

// Runs a save for each input line, and writes the line when the save is done. Output is written before the next line is read.
// Arguments: the provider, the connection string, and the name of the race when two processes race.
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
