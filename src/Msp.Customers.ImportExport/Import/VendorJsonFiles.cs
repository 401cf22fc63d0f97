namespace Msp.Customers.ImportExport;

/// <summary>The vendor's listings as the files of an import.</summary>
/// <remarks>
/// The listings are <c>{"customers":[...]}</c> and <c>{"tenants":[...]}</c>, and additionally <c>{"contacts":[...]}</c>, which is
/// not part of the vendor's interface. Each is opened up to three times, because the import checks all rows before it stores any.
/// </remarks>
public sealed class VendorJsonFiles
{
    /// <summary>Creates the set of listings.</summary>
    /// <param name="customers">Opens the listing of customers.</param>
    /// <param name="tenants">
    /// Opens the listing of tenants, in any order, as a stream that can seek; null to keep the stored data of tenants.
    /// </param>
    /// <param name="contacts">
    /// Opens the listing of contacts, in any order, as a stream that can seek; null to keep the stored contacts.
    /// </param>
    public VendorJsonFiles(Func<Stream> customers, Func<Stream>? tenants = null, Func<Stream>? contacts = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        (Customers, Tenants, Contacts) = (customers, tenants, contacts);
    }

    /// <summary>Opens the listing of customers.</summary>
    public Func<Stream> Customers { get; }

    /// <summary>Opens the listing of tenants; null when there is no such listing.</summary>
    public Func<Stream>? Tenants { get; }

    /// <summary>Opens the listing of contacts; null when there is no such listing.</summary>
    public Func<Stream>? Contacts { get; }

    /// <summary>
    /// Returns the listings of a folder: <c>customers.json</c>, and <c>tenants.json</c> and <c>contacts.json</c> if they exist.
    /// </summary>
    /// <param name="folder">The path of the folder.</param>
    /// <returns>The listings, not yet opened.</returns>
    public static VendorJsonFiles In(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new VendorJsonFiles(() => File.OpenRead(PathOf("customers")), IfThere("tenants"), IfThere("contacts"));

        string PathOf(string name) => Path.Combine(folder, $"{name}.json");

        Func<Stream>? IfThere(string name) => File.Exists(PathOf(name)) ? () => File.OpenRead(PathOf(name)) : null;
    }
}
