using System.Text.Json;
using CsCheck;

namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class RoundTripTests
{
    // What a file holds: schedules are none of it.
    private static readonly Gen<CustomerDraft[]> Drafts = Gen.Select(Any.Draft, AnyText.Draft)
        .Select(
            (draft, texts) =>
            {
                draft.Schedules.Clear();
                (draft.AccountName, draft.Address, draft.ServicePlan) = (texts.AccountName, texts.Address, null);
                draft.References = [new ReferenceDraft { System = texts.System, Id = $"{draft.Id}{texts.Reference}" }];
                draft.Id = texts.Id + draft.Id;
                return draft;
            }
        )
        .Array[1, 3];

    private static readonly Gen<(CustomerDraft[] Drafts, char Delimiter, int CarryOver)> Cases = Gen.Select(
        Drafts,
        Any.Of(',', ';', '\t'),
        Gen.Int[0, 7]
    );

    [Fact]
    public async Task What_was_exported_is_registered_elsewhere_as_it_was() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var here = await DeskWithAsync(c.Drafts, c.CarryOver);
                var exported = await here.ExportAsync(new ExportOptions { Delimiter = c.Delimiter });
                using var there = new Desk(Desk.AllowPastQuotas);

                var report = await there.ImportAsync(exported.Customers, exported.Contacts, exported.Quotas);

                report.Violations.Where(v => v.Violation.Severity == Severity.Error).Should().BeEmpty();
                report.Added.Should().Be(c.Drafts.Length);
                (await there.ExportAsync(new ExportOptions { Delimiter = c.Delimiter })).Should().Be(exported);
                foreach (var customer in await here.Customers.ListAsync())
                {
                    JsonSerializer
                        .Serialize((await there.OneAsync(customer.Id.Value)).ToDraft())
                        .Should()
                        .Be(JsonSerializer.Serialize(customer.ToDraft()));
                }
            },
            iter: 1_000,
            threads: 1
        );

    [Fact]
    public async Task What_was_exported_is_unchanged_where_it_came_from() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var desk = await DeskWithAsync(c.Drafts, c.CarryOver);
                var exported = await desk.ExportAsync(new ExportOptions { Delimiter = c.Delimiter });

                var report = await desk.ImportAsync(
                    exported.Customers,
                    exported.Contacts,
                    exported.Quotas,
                    new ImportOptions { EditStored = true }
                );

                report.Violations.Should().BeEmpty();
                report.Unchanged.Should().Be(c.Drafts.Length);
            },
            iter: 1_000,
            threads: 1
        );

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
