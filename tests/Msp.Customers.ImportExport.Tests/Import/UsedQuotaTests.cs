using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class UsedQuotaTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F03_An_import_does_not_remove_a_quota_with_consumed_credits(bool dryRun)
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<CustomerImport>();
        const string Customers = "Id,AccountName,OrganizationName,TenantType\nc-1,One,Org 1,Commercial\n";
        const string Header = "CustomerId,Credits,EffectiveDate,EndDate\n";
        (await importer.RunAsync(Files(Customers, Header + "c-1,100,2026-03-01,2026-03-31\n"))).IsStored.Should().BeTrue();
        await scope
            .ServiceProvider.GetRequiredService<UsageLedger>()
            .PostAsync([
                new UsageDraft
                {
                    Customer = "c-1",
                    Key = "k",
                    Date = new LocalDate(2026, 3, 1),
                    Credits = 60,
                },
            ]);

        var report = await importer.RunAsync(Files(Customers, Header), new ImportOptions { EditStored = true, DryRun = dryRun });

        report.Violations.Select(f => f.Violation.Code).Should().Contain("quota.in-use");
        report.IsStored.Should().BeFalse();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        (await customers.GetByIdAsync(new CustomerId("c-1")))!.Quotas.Should().ContainSingle();
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1, 12, 0, 0));
        services.AddMspCustomers().UseInMemoryStorage().AddUsage().AddImportExport();
        return services.BuildServiceProvider();
    }

    private static CsvFiles Files(string customers, string quotas) => new(() => Open(customers), quotas: () => Open(quotas));

    private static MemoryStream Open(string text) => new(Encoding.UTF8.GetBytes(text));
}
