using Msp.Customers.Storage;

namespace Msp.Customers.Testing.Tests;

public sealed class ValidTests
{
    [Fact]
    public void Every_draft_keeps_all_rules_without_a_warning()
    {
        Valid.CustomerDraft().Check().Should().BeEmpty();
        Valid.CustomerDraft("Southwind", d => d.Schedules.Add(Valid.Schedule())).Check().Should().BeEmpty();
        Valid.PlanDraft().Check().Should().BeEmpty();
        Valid.Usage(Valid.Customer().Id).Check().Should().BeEmpty();
    }

    [Fact]
    public async Task Two_with_different_names_share_nothing_that_is_unique()
    {
        var customers = new InMemoryCustomerStore();
        await customers.AddRangeAsync([Valid.Customer(), Valid.Customer("Southwind")]);
        (await customers.CountAsync()).Should().Be(2);
    }

    [Fact]
    public void A_change_is_made_to_what_is_valid()
    {
        Valid.Customer("Northwind", d => d.Contacts.Clear()).Contacts.Should().BeEmpty();
        Valid
            .Quota(q => q.Priority = 3)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Priority = 3,
                    Credits = 100,
                    EffectiveDate = Valid.Today,
                }
            );
        Valid.Plan("silver", p => p.IsRetired = true).IsRetired.Should().BeTrue();
        Valid.Contact("Linus", c => c.Email = null).Name.Should().Be("Linus Example");
    }

    [Fact]
    public void Quotas_are_written_as_credits_and_dates()
    {
        Valid
            .Quotas("100: 2026-03-01..2026-03-31", "0.5: 2026-03-10..", "unlimited: 2026-04-01..2026-04-30")
            .Select(q => $"{q}")
            .Should()
            .Equal("#1 100 2026-03-01..2026-03-31", "#2 0.5 2026-03-10..", "#3 unlimited 2026-04-01..2026-04-30");
        foreach (var text in new[] { "", "100", "x: 2026-03-01..", "1: 2026-03-01", "1: 2026-13-01..", "1: 01.03.2026..", null })
        {
            FluentActions.Invoking(() => Valid.Quotas(text!)).Should().Throw<FormatException>(text);
        }
    }

    [Fact]
    public void Each_draft_is_new()
    {
        var draft = Valid.CustomerDraft();
        draft.Contacts.Clear();
        Valid.CustomerDraft().Contacts.Should().HaveCount(2);
    }
}
