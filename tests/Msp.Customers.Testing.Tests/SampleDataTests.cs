using Msp.Customers.Storage;

namespace Msp.Customers.Testing.Tests;

public sealed class SampleDataTests
{
    [Fact]
    public void Every_draft_is_valid_without_a_warning()
    {
        SampleData.CustomerDraft().Check().Should().BeEmpty();
        SampleData.CustomerDraft("Southwind", d => d.Schedules.Add(SampleData.Schedule())).Check().Should().BeEmpty();
        SampleData.PlanDraft().Check().Should().BeEmpty();
        SampleData.Usage(SampleData.Customer().Id).Check().Should().BeEmpty();
    }

    [Fact]
    public async Task Two_customers_with_different_names_have_no_unique_value_in_common()
    {
        var customers = new InMemoryCustomerStore();
        await customers.AddRangeAsync([SampleData.Customer(), SampleData.Customer("Southwind")]);
        (await customers.CountAsync()).Should().Be(2);
    }

    [Fact]
    public void A_change_is_applied_to_the_valid_draft()
    {
        SampleData.Customer("Northwind", d => d.Contacts.Clear()).Contacts.Should().BeEmpty();
        SampleData
            .Quota(q => q.Priority = 3)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Priority = 3,
                    Credits = 100,
                    EffectiveDate = SampleData.Today,
                }
            );
        SampleData.Plan("silver", p => p.IsRetired = true).IsRetired.Should().BeTrue();
        SampleData.Contact("Linus", c => c.Email = null).Name.Should().Be("Linus Example");
    }

    [Fact]
    public void Quotas_are_written_as_credits_and_dates()
    {
        SampleData
            .Quotas("100: 2026-03-01..2026-03-31", "0.5: 2026-03-10..", "unlimited: 2026-04-01..2026-04-30")
            .Select(q => $"{q}")
            .Should()
            .Equal("#1 100 2026-03-01..2026-03-31", "#2 0.5 2026-03-10..", "#3 unlimited 2026-04-01..2026-04-30");
        foreach (var text in new[] { "", "100", "x: 2026-03-01..", "1: 2026-03-01", "1: 2026-13-01..", "1: 01.03.2026..", null })
        {
            FluentActions.Invoking(() => SampleData.Quotas(text!)).Should().Throw<FormatException>(text);
        }
    }

    [Fact]
    public void Each_draft_is_new()
    {
        var draft = SampleData.CustomerDraft();
        draft.Contacts.Clear();
        SampleData.CustomerDraft().Contacts.Should().HaveCount(2);
    }
}
