using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

namespace Msp.Customers.ImportExport.Tests.Export;

public sealed class UnreadableExportTests
{
    [Fact]
    public async Task F41_An_export_writes_the_others_and_reports_the_one()
    {
        using var customers = new MemoryStream();
        var told = new List<UnreadableRowException>();
        var options = new ExportOptions { UnreadableRows = new Told<UnreadableRowException>(told.Add) };

        var written = await ExportOf(new Spoiled()).WriteAsync(new CsvStreams(customers, Stream.Null, Stream.Null), options);

        written.Should().Be(2);
        System.Text.Encoding.UTF8.GetString(customers.ToArray()).Should().Contain("\nc1,").And.Contain("\nc3,").And.NotContain("\nc2,");
        told.Select(e => (e.Type, e.Id, e.Member)).Should().Equal(("Customer", "c2", "TimeZone"));
        told[0].ToString().Should().NotContainAny("Fabrikam", "Mars");
    }

    [Fact]
    public async Task F41_A_store_of_the_hosts_own_names_the_row_and_answers_the_rest()
    {
        var store = new Spoiled();

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

    // Three customers, of which the second has a zone that is none.
    private sealed class Spoiled : CustomerStore
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
