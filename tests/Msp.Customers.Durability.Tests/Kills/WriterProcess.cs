using System.Diagnostics;
using System.Globalization;
using Msp.Customers.Durability.Writer;

namespace Msp.Customers.Durability.Tests.Kills;

// The writer in a process of its own, which is killed without warning.
internal sealed class WriterProcess : IDisposable
{
    private const string BegunMark = "begun ";
    private const string DoneMark = "done ";
    private const int KilledExitCode = 128 + 9;
    private readonly Process process;

    public WriterProcess(string provider, string connection, int first) =>
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Save).Assembly.Location, provider, connection, first.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;

    // The saves that were acknowledged, and the one that was under way when the kill came, if one was.
    public async Task<(List<Save> Done, Save? UnderWay)> KillAsync(int afterSaves, TimeSpan delay)
    {
        var lines = new List<string>();
        for (var saves = 0; saves < afterSaves && await process.StandardOutput.ReadLineAsync() is { } line; saves += IsDone(line) ? 1 : 0)
        {
            lines.Add(line);
        }

        await Task.Delay(delay);
        process.Kill();

        // What comes after the last line break is a line cut short.
        lines.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n')[..^1]);
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(KilledExitCode, "the writer writes until it is killed: {0}", await process.StandardError.ReadToEndAsync());
        return (
            [.. lines.Where(IsDone).Select(line => Save.Parse(line[DoneMark.Length..]))],
            lines is [.., var last] && !IsDone(last) ? Save.Parse(last[BegunMark.Length..]) : null);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static bool IsDone(string line) => line.StartsWith(DoneMark, StringComparison.Ordinal);
}
