namespace Msp.Customers.ImportExport;

/// <summary>The files of an import. Each is opened up to three times and read from its beginning, since nothing is stored before all is read.</summary>
public sealed class CsvFiles
{
    /// <summary>Names the files.</summary>
    /// <param name="customers">Opens the file of customers.</param>
    /// <param name="contacts">Opens the file of contacts; null to leave contacts as they are.</param>
    /// <param name="quotas">Opens the file of quotas; null to leave quotas as they are.</param>
    public CsvFiles(Func<Stream> customers, Func<Stream>? contacts = null, Func<Stream>? quotas = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        (Customers, Contacts, Quotas) = (customers, contacts, quotas);
    }

    /// <summary>Opens the file of customers.</summary>
    public Func<Stream> Customers { get; }

    /// <summary>Opens the file of contacts; null when there is none.</summary>
    public Func<Stream>? Contacts { get; }

    /// <summary>Opens the file of quotas; null when there is none.</summary>
    public Func<Stream>? Quotas { get; }

    /// <summary>The files of a folder: <c>customers.csv</c>, and <c>contacts.csv</c> and <c>quotas.csv</c> where they are there.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The files, not yet opened.</returns>
    public static CsvFiles In(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new CsvFiles(() => File.OpenRead(PathOf("customers")), IfThere("contacts"), IfThere("quotas"));

        string PathOf(string name) => Path.Combine(folder, $"{name}.csv");

        Func<Stream>? IfThere(string name) => File.Exists(PathOf(name)) ? () => File.OpenRead(PathOf(name)) : null;
    }
}
