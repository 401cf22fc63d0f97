namespace Msp.Customers.ImportExport;

/// <summary>Where an export is written. The streams stay open.</summary>
public sealed class CsvStreams
{
    /// <summary>Names the streams; <see cref="Stream.Null"/> for one that is not wanted.</summary>
    /// <param name="customers">A row for each customer.</param>
    /// <param name="contacts">A row for each contact.</param>
    /// <param name="quotas">A row for each quota.</param>
    public CsvStreams(Stream customers, Stream contacts, Stream quotas)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(quotas);
        (Customers, Contacts, Quotas) = (customers, contacts, quotas);
    }

    /// <summary>Takes a row for each customer.</summary>
    public Stream Customers { get; }

    /// <summary>Takes a row for each contact.</summary>
    public Stream Contacts { get; }

    /// <summary>Takes a row for each quota.</summary>
    public Stream Quotas { get; }
}
