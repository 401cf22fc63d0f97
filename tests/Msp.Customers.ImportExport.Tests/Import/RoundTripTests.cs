using System.Text.Json;
using CsCheck;

namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class RoundTripTests
{
    // Drafts with the members that files contain. Files contain no schedules.
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
    public async Task Exported_customers_are_registered_unchanged_in_another_storage() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var source = await HostWithAsync(c.Drafts, c.CarryOver);
                var exported = await source.ExportAsync(new ExportOptions { Delimiter = c.Delimiter });
                using var target = new TestHost(TestHost.AllowPastQuotas);

                var report = await target.ImportAsync(exported.Customers, exported.Contacts, exported.Quotas);

                report.Violations.Where(v => v.Violation.Severity == Severity.Error).Should().BeEmpty();
                report.Added.Should().Be(c.Drafts.Length);
                (await target.ExportAsync(new ExportOptions { Delimiter = c.Delimiter })).Should().Be(exported);
                foreach (var customer in await source.Customers.ListAsync())
                {
                    JsonSerializer
                        .Serialize((await target.OneAsync(customer.Id.Value)).ToDraft())
                        .Should()
                        .Be(JsonSerializer.Serialize(customer.ToDraft()));
                }
            },
            iter: 1_000,
            threads: 1
        );

    [Fact]
    public async Task Exported_customers_are_unchanged_when_they_are_imported_again() =>
        await Cases.SampleAsync(
            async c =>
            {
                using var host = await HostWithAsync(c.Drafts, c.CarryOver);
                var exported = await host.ExportAsync(new ExportOptions { Delimiter = c.Delimiter });

                var report = await host.ImportAsync(
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
