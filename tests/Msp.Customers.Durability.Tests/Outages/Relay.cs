using System.Net;
using System.Net.Sockets;

namespace Msp.Customers.Durability.Tests.Outages;

// A proxy between a host and the server. It can cut a connection after the server has committed and before the host receives the answer.
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly UnixDomainSocketEndPoint server;
    private readonly Task accepting;
    private int toLose;

    public Relay(string folder)
    {
        server = new UnixDomainSocketEndPoint(Path.Combine(folder, ".s.PGSQL.5432"));
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Address => $"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};SSL Mode=Disable;Pooling=false";

    public int Lost { get; private set; }

    public void LoseNextCommit() => Interlocked.Exchange(ref toLose, 1);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await listener.AcceptSocketAsync()));
            }
        }
        catch (SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket host)
    {
        using var answering = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await answering.ConnectAsync(server);
        await using var toHost = new NetworkStream(host, ownsSocket: true);
        await using var toServer = new NetworkStream(answering);
        await Task.WhenAny(toHost.CopyToAsync(toServer), AnswerAsync(toServer, toHost));
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer) is var read and > 0)
        {
            if (buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Exchange(ref toLose, 0) == 1)
            {
                Lost++;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
