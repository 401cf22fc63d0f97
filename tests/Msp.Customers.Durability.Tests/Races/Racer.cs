using System.Diagnostics;
using Msp.Customers.Durability.Tests.Kills;
using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Races;

// A process that takes part in a race.
internal sealed class Racer : IDisposable
{
    private readonly Process process;

    public Racer(string race, string provider, string connection) =>
        process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Race).Assembly.Location, provider, connection, race])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    public async Task<string> SendAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return await process.StandardOutput.ReadLineAsync().WithinLimitAsync("answer of a racer")
            ?? throw new InvalidOperationException($"A racer ended by itself: {await process.StandardError.ReadToEndAsync()}");
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
