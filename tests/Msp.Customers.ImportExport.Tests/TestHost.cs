using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Storage;
using NodaTime.Testing;

namespace Msp.Customers.ImportExport.Tests;

// A host with a storage of its own and a clock at Valid.Today. Files are passed and returned as texts.
internal sealed class TestHost : IDisposable
{
    private readonly ServiceProvider services;
    private readonly IServiceScope scope;

    public TestHost(Action<MspCustomersOptions>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1, 12, 0, 0));
        collection.AddMspCustomers(configure).UseStorage(_ => Store, _ => new InMemoryPlanStore()).AddImportExport();
        services = collection.BuildServiceProvider();
        scope = services.CreateScope();
    }

    public IndexedCustomers Store { get; } = new();

    public CustomerRepository Customers => scope.ServiceProvider.GetRequiredService<CustomerRepository>();

    public PlanRepository Plans => scope.ServiceProvider.GetRequiredService<PlanRepository>();

    public CustomerImport Importer => scope.ServiceProvider.GetRequiredService<CustomerImport>();

    public CustomerExport Exporter => scope.ServiceProvider.GetRequiredService<CustomerExport>();

    // Allows the import of quotas that ended long ago.
    public static void AllowPastQuotas(MspCustomersOptions options) =>
        options.Rules.SetSeverity("quota.ends-in-the-past", Severity.Warning);

    public Task<ImportReport> ImportAsync(
        string customers,
        string? contacts = null,
        string? quotas = null,
        ImportOptions? options = null
    ) => Importer.RunAsync(Files(customers, contacts, quotas), options);

    public async Task<Texts> ExportAsync(ExportOptions? options = null)
    {
        using var customers = new MemoryStream();
        using var contacts = new MemoryStream();
        using var quotas = new MemoryStream();
        await Exporter.WriteAsync(new CsvStreams(customers, contacts, quotas), options);
        return new Texts(Text(customers), Text(contacts), Text(quotas));
    }

    // Imports the rows of the vendor's listings. Null stands for a missing listing.
    public Task<ImportReport> ImportListingsAsync(
        string customers,
        string? tenants = null,
        string? contacts = null,
        ImportOptions? options = null
    )
    {
        return Importer.RunAsync(
            new VendorJsonFiles(Open("customers", customers)!, Open("tenants", tenants), Open("contacts", contacts)),
            options
        );

        static Func<Stream>? Open(string list, string? rows) =>
            rows is null ? null : () => new MemoryStream(Encoding.UTF8.GetBytes($$"""{"{{list}}":[{{rows}}],"nextPageToken":"x"}"""));
    }

    // Imports complete listings, as they are exported.
    public Task<ImportReport> ImportListingsAsync(Listed listings, ImportOptions? options = null)
    {
        return Importer.RunAsync(new VendorJsonFiles(Open(listings.Customers), Open(listings.Tenants), Open(listings.Contacts)), options);

        static Func<Stream> Open(string text) => () => new MemoryStream(Encoding.UTF8.GetBytes(text));
    }

    public async Task<Listed> ExportListingsAsync(ExportOptions? options = null)
    {
        using var customers = new MemoryStream();
        using var tenants = new MemoryStream();
        using var contacts = new MemoryStream();
        await Exporter.WriteAsync(new VendorStreams(customers, tenants, contacts), options);
        return new Listed(Text(customers), Text(tenants), Text(contacts));
    }

    public async Task<Customer> OneAsync(string id = "c-1") => (await Customers.GetByIdAsync(new CustomerId(id)))!;

    public void Dispose()
    {
        scope.Dispose();
        services.Dispose();
    }

    public static CsvFiles Files(string customers, string? contacts = null, string? quotas = null)
    {
        return new CsvFiles(Open(customers)!, Open(contacts), Open(quotas));

        static Func<Stream>? Open(string? text) => text is null ? null : () => new MemoryStream(Encoding.UTF8.GetBytes(text));
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());

    internal sealed record Listed(string Customers, string Tenants, string Contacts);

    internal sealed record Texts(string Customers, string Contacts, string Quotas);
}
