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
    public async Task What_was_exported_is_unchanged_where_it_came_from() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var desk = await DeskWithAsync(c.Drafts, c.CarryOver);

                var report = await desk.ListAsync(await desk.ExportListingsAsync(), new ImportOptions { EditStored = true });

                report.Violations.Should().BeEmpty();
                report.Unchanged.Should().Be(c.Drafts.Length);
            },
            iter: 1_000,
            threads: 1
        );

    [Fact]
    public async Task What_was_exported_is_registered_elsewhere_as_far_as_the_listings_hold_it() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var here = await DeskWithAsync(c.Drafts, c.CarryOver);
                var exported = await here.ExportListingsAsync();
                using var there = new Desk(Desk.AllowPastQuotas);

                var report = await there.ListAsync(exported);

                report.Violations.Where(v => v.Violation.Severity == Severity.Error).Should().BeEmpty();
                report.Added.Should().Be(c.Drafts.Length);
                foreach (var customer in await here.Customers.ListAsync())
                {
                    var copy = await there.OneAsync(customer.Id.Value);
                    JsonSerializer.Serialize(copy.ToDraft()).Should().Be(JsonSerializer.Serialize(Held(customer.ToDraft())));
                    copy.RegisteredOn.Should().Be(customer.RegisteredOn);
                }
            },
            iter: 1_000,
            threads: 1
        );

    // What docs/import-export.md says of the listings.
    private static CustomerDraft Held(CustomerDraft draft)
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

    private static async Task<Desk> DeskWithAsync(CustomerDraft[] drafts, int carryOver)
    {
        var desk = new Desk(Desk.AllowPastQuotas);
        foreach (var draft in drafts)
        {
            var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
            AnyText.CarryOver(customer, carryOver);
            await desk.Customers.AddAsync(customer);
        }

        return desk;
    }
}
