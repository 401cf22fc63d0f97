namespace Msp.Customers.ImportExport;

/// <summary>Where an export as the vendor's listings is written. The streams stay open.</summary>
public sealed class VendorStreams
{
    /// <summary>Names the streams; <see cref="Stream.Null"/> for one that is not wanted.</summary>
    /// <param name="customers">A row for each customer.</param>
    /// <param name="tenants">A row for each quota, and one for a customer that has none.</param>
    /// <param name="contacts">A row for each contact.</param>
    public VendorStreams(Stream customers, Stream tenants, Stream contacts)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(contacts);
        (Customers, Tenants, Contacts) = (customers, tenants, contacts);
    }

    /// <summary>Takes a row for each customer.</summary>
    public Stream Customers { get; }

    /// <summary>Takes a row for each quota, and one for a customer that has none.</summary>
    public Stream Tenants { get; }

    /// <summary>Takes a row for each contact.</summary>
    public Stream Contacts { get; }
}
