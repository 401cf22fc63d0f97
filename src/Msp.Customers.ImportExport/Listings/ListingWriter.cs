using System.Text.Encodings.Web;
using System.Text.Json;

namespace Msp.Customers.ImportExport;

// Writes the rows of a listing.
internal sealed class ListingWriter(string list, Stream stream) : IAsyncDisposable
{
    private const int MaxPending = 64 * 1024;

    // The output is a file and not part of an HTML page, so only the characters that JSON requires are escaped.
    private readonly Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Start()
    {
        json.WriteStartObject();
        json.WriteStartArray(list);
    }

    public async Task WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        if (json.BytesPending > MaxPending)
        {
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task EndAsync(CancellationToken cancellationToken)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        return json.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => json.DisposeAsync();
}
