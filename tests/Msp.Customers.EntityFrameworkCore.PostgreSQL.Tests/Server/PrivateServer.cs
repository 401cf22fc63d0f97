using System.Diagnostics;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Server;

// A server in a temporary folder, started from the installed programs, with a socket in that folder.
internal sealed class PrivateServer
{
    // The shell ends when its input ends, also when this process is killed, and then stops the server and deletes its folder. An input line
    // is a signal that stops the server, or starts it again.
    private const string Script = """
        set -e
        programs=$1
        shift
        dir=$(mktemp -d)
        trap 'rm -rf "$dir"' EXIT
        cd "$dir"
        "$programs/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >log 2>&1 || { cat log >&2; exit 1; }
        while :; do
            "$programs/postgres" -D data -k "$dir" -c listen_addresses= -c max_connections=200 \
                -c fsync=off -c full_page_writes=off -c synchronous_commit=off "$@" >>log 2>&1 </dev/null &
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

    // The reference keeps the input open.
    private readonly Process shell;

    // The settings override the common ones, for example -c synchronous_commit=on.
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

    // Null when a server can be started.
    public static string? UnavailableReason { get; } =
        OperatingSystem.IsWindows() ? "A private PostgreSQL server is started on Unix only."
        : Programs is null ? "PostgreSQL is not installed."
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/sbin/runuser") && !File.Exists("/sbin/runuser")
            ? "PostgreSQL refuses to run as root, and there is no runuser to run it as another user."
        : null;

    public string Connection { get; }

    // Like the modes immediate and fast of pg_ctl. The fast mode rolls back open transactions.
    public Task StopAsync(bool atOnce) => SendAsync(atOnce ? "QUIT" : "INT");

    public Task StartAsync() => SendAsync("start");

    private async Task SendAsync(string line)
    {
        await shell.StandardInput.WriteLineAsync(line);
        await shell.StandardInput.FlushAsync();
        _ =
            await shell.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"PostgreSQL did not start: {await shell.StandardError.ReadToEndAsync()}");
    }

    // Prefers the newest version. Debian installs each version in its own folder, which is not in the path.
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
