namespace Msp.Customers.ImportExport;

/// <summary>
/// The vendor's listings as the files of an import: <c>{"customers":[...]}</c> and <c>{"tenants":[...]}</c>, and beside them <c>{"contacts":[...]}</c>,
/// which the vendor does not have. Each is opened up to three times, since nothing is stored before all is read.
/// </summary>
public sealed class VendorListings
{
    /// <summary>Names the listings.</summary>
    /// <param name="customers">Opens the listing of customers.</param>
    /// <param name="tenants">Opens the listing of tenants, in any order, as a stream that can seek; null to leave what tenants say as it is.</param>
    /// <param name="contacts">Opens the listing of contacts, in any order, as a stream that can seek; null to leave contacts as they are.</param>
    public VendorListings(Func<Stream> customers, Func<Stream>? tenants = null, Func<Stream>? contacts = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        (Customers, Tenants, Contacts) = (customers, tenants, contacts);
    }

    /// <summary>Opens the listing of customers.</summary>
    public Func<Stream> Customers { get; }

    /// <summary>Opens the listing of tenants; null when there is none.</summary>
    public Func<Stream>? Tenants { get; }

    /// <summary>Opens the listing of contacts; null when there is none.</summary>
    public Func<Stream>? Contacts { get; }

    /// <summary>The listings of a folder: <c>customers.json</c>, and <c>tenants.json</c> and <c>contacts.json</c> where they are there.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The listings, not yet opened.</returns>
    public static VendorListings In(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new VendorListings(() => File.OpenRead(PathOf("customers")), IfThere("tenants"), IfThere("contacts"));

        string PathOf(string name) => Path.Combine(folder, $"{name}.json");

        Func<Stream>? IfThere(string name) => File.Exists(PathOf(name)) ? () => File.OpenRead(PathOf(name)) : null;
    }
}
