using System.Text.Json;
using CsCheck;

namespace Msp.Customers.Tests;

public sealed class EditTests
{
    [Fact]
    public void Editing_a_customer_with_its_own_draft_changes_only_the_version() =>
        Any.Customer.Sample(customer =>
        {
            var before = customer.ToSnapshot();
            customer.Edit(customer.ToDraft(), CustomerTerms.Default);
            before.Version++;
            return Json(customer) == JsonSerializer.Serialize(before);
        });

    [Fact]
    public void An_edited_customer_equals_a_customer_registered_from_the_same_draft() =>
        Gen.Select(Any.Customer, Any.Draft)
            .Sample(
                (customer, draft) =>
                {
                    draft.Id = null;
                    customer.Edit(draft, CustomerTerms.Default);

                    var fresh = Customer.Register(draft, CustomerTerms.Default, Valid.Today).ToDraft();
                    var edited = customer.ToDraft();
                    fresh.Id = edited.Id;
                    Renumber(fresh);
                    Renumber(edited);
                    return JsonSerializer.Serialize(edited) == JsonSerializer.Serialize(fresh);
                }
            );

    [Fact]
    public void Every_optional_field_can_be_cleared()
    {
        var customer = Valid.Customer();

        customer.Edit(new CustomerDraft { AccountName = "Northwind", OrganizationName = "Northwind Traders" }, CustomerTerms.Default);

        customer.Account.Address.Should().BeNull();
        customer.Account.PhoneNumber.Should().BeNull();
        customer.LicenseExpiryDate.Should().BeNull();
        customer.Quotas.Should().BeEmpty();
        customer.Schedules.Should().BeEmpty();
        customer.Contacts.Should().BeEmpty();
        customer.References.Should().BeEmpty();
        customer.StorageRegions.Should().BeEmpty();
    }

    [Fact]
    public void The_timeline_is_current_after_an_edit()
    {
        var customer = Valid.Customer();
        customer.Timeline.ConsumedFirstOn(Valid.Today)!.Number.Should().Be(1);
        var quota = customer.Quotas[0].ToDraft();
        quota.EffectiveDate = Valid.Today.PlusDays(1);

        customer.ChangeQuota(quota);

        customer.Timeline.ConsumedFirstOn(Valid.Today).Should().BeNull();
        customer.Timeline.ConsumedFirstOn(Valid.Today.PlusDays(1))!.Number.Should().Be(1);
    }

    [Fact]
    public void Every_edit_increments_the_version_and_keeps_the_original_version()
    {
        var customer = Valid.Customer();
        customer.AcceptChanges();

        customer.AddQuota(Valid.Quota());
        customer.RemoveContact(1);
        customer.Edit(customer.ToDraft(), CustomerTerms.Default);

        (customer.Version, customer.OriginalVersion).Should().Be((4, 1));
    }

    [Fact]
    public void F48_The_draft_of_another_customer_is_reported_together_with_all_other_violations()
    {
        var customer = Valid.Customer();
        var draft = Valid.Customer().ToDraft();
        draft.AccountName = "";
        var edit = () => customer.Edit(draft, CustomerTerms.Default);

        Unchanged(
            customer,
            () =>
                edit.Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Select(v => $"{v.Code} {v.Path}")
                    .Should()
                    .BeEquivalentTo("id.mismatch Id", "field.required AccountName")
        );
    }

    [Fact]
    public void A_refused_edit_changes_nothing()
    {
        var customer = Valid.Customer();
        var draft = customer.ToDraft();
        draft.AccountName = "Another";
        draft.TenantType = TenantType.Commercial;
        draft.Quotas[0].Credits = 7;
        draft.Contacts.RemoveAt(0);
        draft.References.Clear();
        draft.Quotas.Add(new QuotaDraft { Credits = 0.0000001m, EffectiveDate = Valid.Today });
        var edit = () => customer.Edit(draft, CustomerTerms.Default);

        Unchanged(
            customer,
            () =>
                edit.Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Should()
                    .ContainSingle(v => v.Code == "quota.credits-too-precise")
        );
    }

    internal static void Unchanged(Customer customer, Action refused)
    {
        var before = Json(customer);
        refused();
        Json(customer).Should().Be(before);
    }

    private static string Json(Customer customer) => JsonSerializer.Serialize(customer.ToSnapshot());

    private static void Renumber(CustomerDraft draft)
    {
        foreach (var quota in draft.Quotas)
        {
            quota.Number = null;
        }

        foreach (var schedule in draft.Schedules)
        {
            schedule.Number = null;
        }

        foreach (var contact in draft.Contacts)
        {
            contact.Number = null;
        }
    }
}
