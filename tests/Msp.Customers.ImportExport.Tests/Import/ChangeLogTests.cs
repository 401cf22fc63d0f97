using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using NodaTime.Testing;

namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class ChangeLogTests
{
    [Fact]
    public async Task Changes_by_an_import_are_logged_with_the_change_context_of_its_scope()
    {
        var collection = new ServiceCollection().AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1, 12, 0, 0));
        collection.AddMspCustomers().UseInMemoryStorage().AddImportExport();
        await using var services = collection.BuildServiceProvider();
        await ImportAsync("Id,AccountName,OrganizationName\nc-1,One,Org 1\nc-2,Two,Org 2\n", "user-7", "The sales team's list");
        await ImportAsync("Id,AccountName\nc-1,Other\nc-2,Two\n", "user-8", "Corrected");

        await using var scope = services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<IChangeLog>();
        (await log.ListAsync(ChangeSubject.Customer, "c-1").Select(e => $"{e.Kind} by {e.By}: {e.Reason}").ToListAsync())
            .Should()
            .Equal("Added by user-7: The sales team's list", "Changed by user-8: Corrected");
        (await log.ListAsync(ChangeSubject.Customer, "c-2").ToListAsync())
            .Should()
            .ContainSingle("what is imported unchanged is not changed");

        async Task ImportAsync(string customers, string by, string reason)
        {
            await using var scope = services.CreateAsyncScope();
            var changeContext = scope.ServiceProvider.GetRequiredService<ChangeContext>();
            (changeContext.By, changeContext.Reason) = (by, reason);
            await scope
                .ServiceProvider.GetRequiredService<CustomerImport>()
                .RunAsync(TestHost.Files(customers), new ImportOptions { EditStored = true });
        }
    }
}
