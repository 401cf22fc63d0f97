using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

namespace Msp.Customers.ImportExport.Tests.Export;

public sealed class UnreadableExportTests
{
    [Fact]
    public async Task F41_An_export_reports_an_unreadable_row_and_writes_the_others()
    {
        using var customers = new MemoryStream();
        var reported = new List<UnreadableRowException>();
        var options = new ExportOptions { UnreadableRows = new SynchronousProgress<UnreadableRowException>(reported.Add) };

        var written = await ExportOf(new DamagedStore()).WriteAsync(new CsvStreams(customers, Stream.Null, Stream.Null), options);

        written.Should().Be(2);
        System.Text.Encoding.UTF8.GetString(customers.ToArray()).Should().Contain("\nc1,").And.Contain("\nc3,").And.NotContain("\nc2,");
        reported.Select(e => (e.Type, e.Id, e.Member)).Should().Equal(("Customer", "c2", "TimeZone"));
        reported[0].ToString().Should().NotContainAny("Fabrikam", "Mars");
    }

    [Fact]
    public async Task F41_A_store_of_the_host_reports_an_unreadable_row_and_reads_the_others()
    {
        var store = new DamagedStore();

        var list = () => store.ListAsync();
        var get = () => store.GetByIdAsync("c2");
        await list.Should().ThrowAsync<UnreadableRowException>();
        await get.Should().ThrowAsync<UnreadableRowException>();
        (await store.GetByIdAsync("c3")).Should().NotBeNull();
        (await store.CountAsync()).Should().Be(3);
        (await store.ListAsync(new CustomersMatching(new CustomerFilter { Name = "Fabrikam 3" }))).Should().ContainSingle();
        var rows = await store.RowsAsync(new CustomerPageRequest());
        rows.Items.Select(r => (r.Id.Value, r.UnreadableMember)).Should().Equal(("c1", null), ("c2", "TimeZone"), ("c3", null));
    }

    private static CustomerExport ExportOf(CustomerStore store)
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseStorage(_ => store, _ => new InMemoryPlanStore()).AddImportExport();
        return services.BuildServiceProvider().GetRequiredService<CustomerExport>();
    }

    // Has three customers. The time zone of the second does not exist.
    private sealed class DamagedStore : CustomerStore
    {
        protected override ValueTask<CustomerSnapshot?> FindAsync(string id, CancellationToken cancellationToken) =>
            new(All().SingleOrDefault(s => s.Details.Id == id));

        protected override async IAsyncEnumerable<CustomerSnapshot> ReadAsync(
            ISpecification<Customer>? specification,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await Task.CompletedTask;
            foreach (var snapshot in All())
            {
                yield return snapshot;
            }
        }

        protected override ValueTask<bool> InsertAsync(
            CustomerSnapshot snapshot,
            ChangeEntry? change,
            CancellationToken cancellationToken
        ) => new(false);

        protected override ValueTask<bool> ReplaceAsync(
            IReadOnlyList<Replacement<CustomerSnapshot>> replacements,
            CancellationToken cancellationToken
        ) => new(false);

        protected override ValueTask<bool> RemoveAsync(
            string id,
            long expectedVersion,
            ChangeEntry? change,
            CancellationToken cancellationToken
        ) => new(false);

        private static IEnumerable<CustomerSnapshot> All() =>
            Enumerable
                .Range(1, 3)
                .Select(n =>
                {
                    var draft = Valid.Draft();
                    (draft.Id, draft.AccountName, draft.OrganizationName) = ($"c{n}", $"Fabrikam {n}", $"Fabrikam {n} Ltd");
                    var snapshot = Customer.Register(draft, CustomerTerms.Default, Valid.Today).ToSnapshot();
                    snapshot.Details.TimeZone = n == 2 ? "Mars/Olympus" : null;
                    return snapshot;
                });
    }
}
