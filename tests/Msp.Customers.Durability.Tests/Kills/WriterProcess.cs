using System.Diagnostics;
using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

// The writer in a process of its own. It waits for a line before each step, and is killed without warning.
internal sealed class WriterProcess : IDisposable
{
    private const int KilledExitCode = 128 + 9;
    private readonly Process process;

    public WriterProcess(string provider, string connection) =>
        process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Save).Assembly.Location, provider, connection])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,

                // The process starts a fifth faster without this protection.
                Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
            }
        )!;

    // Whether the last save has passed its commit. In a transaction of the store, the context saves its changes before the commit.
    public bool IsCommitted { get; private set; }

    // Returns whether the save was acknowledged. If not, the process waits at the step.
    public async Task<bool> SaveAsync(Save save, SaveStep? stopAt = null)
    {
        IsCommitted = false;
        var answer = await SendAsync(save.ToString());
        while (answer != save.ToString())
        {
            IsCommitted |= answer == nameof(SaveStep.Committed);
            if (answer == stopAt?.ToString())
            {
                return false;
            }

            answer = await SendAsync("");
        }

        return true;
    }

    // Kills the process at its current step, or some time after the start of the next step.
    public async Task KillAsync(TimeSpan? continueFor)
    {
        if (continueFor is { } time)
        {
            await process.StandardInput.WriteLineAsync();
            await Task.Delay(time);
        }

        process.Kill();
        await process.WaitForExitAsync().WithinLimitAsync("end of the killed writer");
        process
            .ExitCode.Should()
            .Be(KilledExitCode, "the writer writes until it is killed: {0}", await process.StandardError.ReadToEndAsync());
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private async Task<string> SendAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return await process.StandardOutput.ReadLineAsync().WithinLimitAsync("answer of the writer")
            ?? throw new InvalidOperationException($"The writer ended by itself: {await process.StandardError.ReadToEndAsync()}");
    }
}
