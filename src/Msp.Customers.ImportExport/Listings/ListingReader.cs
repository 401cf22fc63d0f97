using System.Text.Json;

namespace Msp.Customers.ImportExport;

// Reads the rows of a listing, {"customers":[...]}, one at a time. Its memory is bounded by the longest allowed row. Members beside the
// list are skipped, and may not exceed the length of a row in total.
internal sealed class ListingReader(ImportFile file, string list, Stream stream) : IAsyncDisposable
{
    public const int MaxDepth = 64;

    private readonly Utf8Bytes bytes = new(stream);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = MaxDepth });
    private Place place = Place.BeforeRoot;
    private bool isFound;
    private int beside;

    private enum Place
    {
        BeforeRoot,
        InRoot,
        InList,
        AfterRoot,
    }

    // The number of the row that was read last, and its position in the file.
    public long Row { get; private set; }

    public long Offset { get; private set; }

    public int Length { get; private set; }

    public async ValueTask<JsonDocument?> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (true)
        {
            while (TryStep(out var row))
            {
                if (row is not null)
                {
                    return row;
                }
            }

            if (bytes.IsLast)
            {
                return null;
            }

            if (bytes.IsBroken || bytes.IsFull)
            {
                throw Refused(bytes.IsBroken ? ImportExportCodes.NotText.Violated("") : TooLong());
            }

            await bytes.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    // False when more bytes are needed or the text has ended. Only complete rows and members are consumed.
    private bool TryStep(out JsonDocument? row)
    {
        row = null;
        try
        {
            var reader = new Utf8JsonReader(bytes.Text, bytes.IsLast, state);
            if (!reader.Read() || !(place == Place.InList ? TryRow(ref reader, out row) : TryBeside(ref reader)))
            {
                return false;
            }

            state = reader.CurrentState;
            bytes.Pass((int)reader.BytesConsumed);
            return true;
        }
        catch (JsonException)
        {
            throw Refused(ImportExportCodes.NotJson.Violated("", ("Max", MaxDepth)));
        }
    }

    private bool TryRow(ref Utf8JsonReader reader, out JsonDocument? row)
    {
        row = null;
        var from = reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            place = Place.InRoot;
            return true;
        }

        if (!JsonDocument.TryParseValue(ref reader, out row))
        {
            return false;
        }

        (Row, Offset, Length) = (Row + 1, bytes.Offset + from, (int)(reader.BytesConsumed - from));
        return true;
    }

    private bool TryBeside(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when place == Place.BeforeRoot:
                place = Place.InRoot;
                break;
            case JsonTokenType.PropertyName when IsList(ref reader):
                return TryList(ref reader);
            case JsonTokenType.PropertyName when !reader.TrySkip():
                return false;
            case JsonTokenType.PropertyName:
                break;
            case JsonTokenType.EndObject when isFound:
                place = Place.AfterRoot;
                break;
            default:
                throw Refused(ImportExportCodes.MissingList.Violated(list));
        }

        beside += (int)reader.BytesConsumed;
        return beside <= Utf8Bytes.MaxRowLength ? true : throw Refused(TooLong());
    }

    private bool IsList(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.ValueTextEquals(list);
        }
        catch (InvalidOperationException)
        {
            // An incomplete surrogate pair: the name differs from the name of the list.
            return false;
        }
    }

    private bool TryList(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (isFound || reader.TokenType != JsonTokenType.StartArray)
        {
            throw Refused((isFound ? ImportExportCodes.DuplicateMember : ImportExportCodes.MissingList).Violated(list));
        }

        (isFound, place) = (true, Place.InList);
        return true;
    }

    private static Violation TooLong() => ImportExportCodes.RowTooLong.Violated("", ("Max", Utf8Bytes.MaxRowLength), ("Unit", "bytes"));

    // The violation is at the next row.
    private FileRefusedException Refused(Violation violation) => new(file, Row + 1, violation);
}
