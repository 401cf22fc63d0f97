namespace Msp.Customers.ImportExport;

/// <summary>The CSV files of an import.</summary>
/// <remarks>
/// Each file is opened up to three times and read from its beginning, because the import checks all rows before it stores any.
/// </remarks>
public sealed class CsvFiles
{
    /// <summary>Creates the set of files.</summary>
    /// <param name="customers">Opens the file of customers.</param>
    /// <param name="contacts">Opens the file of contacts; null to keep the stored contacts.</param>
    /// <param name="quotas">Opens the file of quotas; null to keep the stored quotas.</param>
    public CsvFiles(Func<Stream> customers, Func<Stream>? contacts = null, Func<Stream>? quotas = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        (Customers, Contacts, Quotas) = (customers, contacts, quotas);
    }

    /// <summary>Opens the file of customers.</summary>
    public Func<Stream> Customers { get; }

    /// <summary>Opens the file of contacts; null when there is no such file.</summary>
    public Func<Stream>? Contacts { get; }

    /// <summary>Opens the file of quotas; null when there is no such file.</summary>
    public Func<Stream>? Quotas { get; }

    /// <summary>Returns the files of a folder: <c>customers.csv</c>, and <c>contacts.csv</c> and <c>quotas.csv</c> if they exist.</summary>
    /// <param name="folder">The path of the folder.</param>
    /// <returns>The files, not yet opened.</returns>
    public static CsvFiles In(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new CsvFiles(() => File.OpenRead(PathOf("customers")), IfThere("contacts"), IfThere("quotas"));

        string PathOf(string name) => Path.Combine(folder, $"{name}.csv");

        Func<Stream>? IfThere(string name) => File.Exists(PathOf(name)) ? () => File.OpenRead(PathOf(name)) : null;
    }
}
