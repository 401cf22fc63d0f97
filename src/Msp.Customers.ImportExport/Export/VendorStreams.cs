namespace Msp.Customers.ImportExport;

/// <summary>The target streams of an export as the vendor's listings. The export does not close them.</summary>
public sealed class VendorStreams
{
    /// <summary>Creates the set of streams. Pass <see cref="Stream.Null"/> for a listing that is not needed.</summary>
    /// <param name="customers">The stream for a row for each customer.</param>
    /// <param name="tenants">The stream for a row for each quota, and a row for each customer without quotas.</param>
    /// <param name="contacts">The stream for a row for each contact.</param>
    public VendorStreams(Stream customers, Stream tenants, Stream contacts)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(contacts);
        (Customers, Tenants, Contacts) = (customers, tenants, contacts);
    }

    /// <summary>The stream for a row for each customer.</summary>
    public Stream Customers { get; }

    /// <summary>The stream for a row for each quota, and a row for each customer without quotas.</summary>
    public Stream Tenants { get; }

    /// <summary>The stream for a row for each contact.</summary>
    public Stream Contacts { get; }
}
