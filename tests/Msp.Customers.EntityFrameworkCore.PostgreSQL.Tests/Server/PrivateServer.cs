using System.Diagnostics;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// A server in a temporary folder, made from the installed programs and reached by a socket in that folder.
internal sealed class PrivateServer
{
    // The shell ends with its input, which ends with this process, however that ends: the server and its folder go with it. A line is a signal that stops the server, or asks for a new start.
    private const string Script = """
        set -e
        programs=$1
        shift
        dir=$(mktemp -d)
        trap 'rm -rf "$dir"' EXIT
        cd "$dir"
        "$programs/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >log 2>&1 || { cat log >&2; exit 1; }
        while :; do
            "$programs/postgres" -D data -k "$dir" -c listen_addresses= -c max_connections=200 -c fsync=off -c full_page_writes=off -c synchronous_commit=off "$@" >>log 2>&1 </dev/null &
            server=$!
            tries=0
            until "$programs/pg_isready" -q -h "$dir"; do
                tries=$((tries + 1))
                kill -0 $server && [ $tries -lt 600 ] || { cat log >&2; kill -INT $server; exit 1; }
                sleep 0.1
            done
            echo "$dir"
            signal=
            read -r signal || true
            kill "-${signal:-INT}" $server
            wait $server || true
            [ "$signal" ] && echo stopped && read -r start || exit 0
        done
        """;

    private static readonly string[] Needed = ["initdb", "postgres", "pg_isready"];
    private static readonly string? Programs = FindPrograms();

    // Kept, since its input is closed with it.
    private readonly Process shell;

    // What is set comes after what all have, and wins: such as -c synchronous_commit=on.
    public PrivateServer(params string[] settings)
    {
        string[] command = ["sh", "-c", Script, "sh", Programs!, .. settings];
        command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "nobody", "--", .. command] : command;
        shell = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            }
        )!;
        Connection = shell.StandardOutput.ReadLine() is { } folder
            ? $"Host={folder};Username=postgres"
            : throw new InvalidOperationException($"PostgreSQL did not start: {shell.StandardError.ReadToEnd()}");
    }

    // Null where one can be started.
    public static string? WhyNone { get; } =
        OperatingSystem.IsWindows() ? "A private PostgreSQL server is started on Unix only."
        : Programs is null ? "PostgreSQL is not installed."
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/sbin/runuser") && !File.Exists("/sbin/runuser")
            ? "PostgreSQL refuses to run as root, and there is no runuser to run it as another user."
        : null;

    public string Connection { get; }

    // As pg_ctl does it: at once, as if it had failed, or fast, with all that is under way rolled back.
    public Task StopAsync(bool atOnce) => SayAsync(atOnce ? "QUIT" : "INT");

    public Task StartAsync() => SayAsync("start");

    private async Task SayAsync(string line)
    {
        await shell.StandardInput.WriteLineAsync(line);
        await shell.StandardInput.FlushAsync();
        _ =
            await shell.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"PostgreSQL did not start: {await shell.StandardError.ReadToEndAsync()}");
    }

    // The newest version; Debian keeps each in a folder of its own and none in the path.
    private static string? FindPrograms()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions
            .OrderByDescending(v => Version.TryParse(Path.GetFileName(v) + ".0", out var version) ? version : new Version())
            .Select(v => Path.Combine(v, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => Needed.All(program => File.Exists(Path.Combine(folder, program))));
    }
}
