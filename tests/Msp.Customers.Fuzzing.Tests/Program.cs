using Msp.Customers.Fuzzing.Tests;
using SharpFuzz;

// docs/contributing.md describes how a fuzzer runs this program.
if (args is not [var name] || !Targets.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine(string.Join(" | ", Targets.All.Keys));
    return 2;
}

Fuzzer.OutOfProcess.Run(
    (Stream stream) =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        target(bytes.ToArray()).GetAwaiter().GetResult();
    }
);
return 0;
