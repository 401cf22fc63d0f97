using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Msp.Customers.ImportExport;

// A listing whose rows name their customer, in any order. The first reading indexes the rows of each customer.
internal sealed class ListedChildren(ImportFile file, string list, Func<Stream> open, Outcomes outcomes, ViolationList readViolations)
{
    private readonly RowIndex index = new();
    private readonly HashSet<TextHash> ids = [];

    public Stream Open()
    {
        var stream = open();
        if (stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        throw new ArgumentException($"The listing of {list} stands in any order; it is read from a stream that can seek, such as a file.");
    }

    // Reports the rows that cannot be assigned to a customer.
    public async Task IndexAsync(Stream stream, CancellationToken cancellationToken)
    {
        var rows = new ListingReader(file, list, stream);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) is { } row)
        {
            using (row)
            {
                AddToIndex(rows, row.RootElement);
            }
        }
    }

    // Reads the rows of a customer; null for a row that was refused.
    public async IAsyncEnumerable<(long Row, JsonDocument? Json)> OfAsync(
        string customer,
        Stream stream,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var (offset, length, row, _) in index.Of(customer))
        {
            using var json = length == 0 ? null : await ReadAsync(stream, offset, length, row, cancellationToken).ConfigureAwait(false);
            yield return (row, json);
        }
    }

    private void AddToIndex(ListingReader rows, JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            Report(rows, ImportExportCodes.NotObject.Violated(""));
            return;
        }

        var violations = new List<Violation>();
        var id = Member.ReadId(row, VendorMembers.Id, violations);
        var customer = Member.ReadId(row, VendorMembers.CustomerId, violations);
        if (string.IsNullOrEmpty(customer))
        {
            violations.AddRange(
                violations.Exists(f => f.Path == VendorMembers.CustomerId)
                    ? []
                    : [ImportExportCodes.IdRequired.Violated(VendorMembers.CustomerId)]
            );
        }
        else if (outcomes.Of(customer) is null)
        {
            violations.Add(ImportExportCodes.CustomerNotFound.Violated(VendorMembers.CustomerId));
        }

        if (!string.IsNullOrEmpty(id) && !ids.Add(TextHash.Of(id)))
        {
            violations.Add(ImportExportCodes.DuplicateRow.Violated(VendorMembers.Id));
        }

        violations.ForEach(violation => Report(rows, violation));
        if (!string.IsNullOrEmpty(customer) && outcomes.Of(customer) is not null)
        {
            index.Add(customer, rows.Offset, violations.Count > 0 ? 0 : rows.Length, rows.Row);
        }
    }

    private async Task<JsonDocument> ReadAsync(Stream stream, long offset, int length, long row, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        stream.Position = offset;
        try
        {
            await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            if (
                JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = ListingReader.MaxDepth }) is
                { RootElement.ValueKind: JsonValueKind.Object } json
            )
            {
                return json;
            }
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException)
        {
            // The file changed during the import.
        }

        throw new FileRefusedException(file, row, ImportExportCodes.NotJson.Violated("", ("Max", ListingReader.MaxDepth)));
    }

    private void Report(ListingReader rows, Violation violation) => readViolations.Add(new RowViolation(file, rows.Row, violation));
}
