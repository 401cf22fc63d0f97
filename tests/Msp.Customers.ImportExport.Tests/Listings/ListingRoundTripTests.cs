using System.Text.Json;
using CsCheck;

namespace Msp.Customers.ImportExport.Tests.Listings;

public sealed class ListingRoundTripTests
{
    private static readonly Gen<(CustomerDraft[] Drafts, int CarryOver)> Cases = Gen.Select(
        Gen.Select(Any.Draft, AnyText.Draft)
            .Select(
                (draft, texts) =>
                {
                    (draft.AccountName, draft.Address, draft.ServicePlan) = (texts.AccountName, texts.Address, null);
                    draft.Id = texts.Id + draft.Id;
                    return draft;
                }
            )
            .Array[1, 3],
        Gen.Int[0, 7]
    );

    [Fact]
    public async Task Exported_customers_are_unchanged_when_they_are_imported_again() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var host = await HostWithAsync(c.Drafts, c.CarryOver);

                var report = await host.ImportListingsAsync(await host.ExportListingsAsync(), new ImportOptions { EditStored = true });

                report.Violations.Should().BeEmpty();
                report.Unchanged.Should().Be(c.Drafts.Length);
            },
            iter: 1_000,
            threads: 1
        );

    [Fact]
    public async Task Exported_customers_are_registered_in_another_storage_with_the_values_of_the_listings() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var source = await HostWithAsync(c.Drafts, c.CarryOver);
                var exported = await source.ExportListingsAsync();
                using var target = new TestHost(TestHost.AllowPastQuotas);

                var report = await target.ImportListingsAsync(exported);

                report.Violations.Where(v => v.Violation.Severity == Severity.Error).Should().BeEmpty();
                report.Added.Should().Be(c.Drafts.Length);
                foreach (var customer in await source.Customers.ListAsync())
                {
                    var copy = await target.OneAsync(customer.Id.Value);
                    JsonSerializer.Serialize(copy.ToDraft()).Should().Be(JsonSerializer.Serialize(InListings(customer.ToDraft())));
                    copy.RegisteredOn.Should().Be(customer.RegisteredOn);
                }
            },
            iter: 1_000,
            threads: 1
        );

    // Keeps the members that listings contain (docs/import-export.md).
    private static CustomerDraft InListings(CustomerDraft draft)
    {
        draft.TimeZone = null;
        draft.References.Clear();
        draft.Schedules.Clear();
        foreach (var (index, quota) in draft.Quotas.Index())
        {
            (quota.Number, quota.Priority, quota.CarryOver, quota.VoidedFrom) = (index + 1, 0, null, null);
        }

        return draft;
    }

    private static async Task<TestHost> HostWithAsync(CustomerDraft[] drafts, int carryOver)
    {
        var host = new TestHost(TestHost.AllowPastQuotas);
        foreach (var draft in drafts)
        {
            var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
            AnyText.CarryOver(customer, carryOver);
            await host.Customers.AddAsync(customer);
        }

        return host;
    }
}
