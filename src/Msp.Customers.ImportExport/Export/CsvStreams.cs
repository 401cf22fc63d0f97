namespace Msp.Customers.ImportExport;

/// <summary>The target streams of an export as CSV. The export does not close them.</summary>
public sealed class CsvStreams
{
    /// <summary>Creates the set of streams. Pass <see cref="Stream.Null"/> for a file that is not needed.</summary>
    /// <param name="customers">The stream for a row for each customer.</param>
    /// <param name="contacts">The stream for a row for each contact.</param>
    /// <param name="quotas">The stream for a row for each quota.</param>
    public CsvStreams(Stream customers, Stream contacts, Stream quotas)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(quotas);
        (Customers, Contacts, Quotas) = (customers, contacts, quotas);
    }

    /// <summary>The stream for a row for each customer.</summary>
    public Stream Customers { get; }

    /// <summary>The stream for a row for each contact.</summary>
    public Stream Contacts { get; }

    /// <summary>The stream for a row for each quota.</summary>
    public Stream Quotas { get; }
}
