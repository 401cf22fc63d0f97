using System.Diagnostics;
using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

// The writer in a process of its own, which goes on only when it is told to, and is killed without warning.
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

                // It starts a fifth faster without this guard, for want of which nothing is written otherwise.
                Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
            }
        )!;

    // Whether it was acknowledged; if not, it stands at the step.
    public async Task<bool> IsDoneAsync(Save save, SaveStep? unlessAt = null)
    {
        var said = await AskAsync(save.ToString());
        while (said != save.ToString())
        {
            if (said == unlessAt?.ToString())
            {
                return false;
            }

            said = await AskAsync("");
        }

        return true;
    }

    // Where it stands, or a time after it was told to go on to the next step.
    public async Task KillAsync(TimeSpan? whileGoingOn)
    {
        if (whileGoingOn is { } time)
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

    private async Task<string> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return await process.StandardOutput.ReadLineAsync().WithinLimitAsync("word of the writer")
            ?? throw new InvalidOperationException($"The writer ended by itself: {await process.StandardError.ReadToEndAsync()}");
    }
}
