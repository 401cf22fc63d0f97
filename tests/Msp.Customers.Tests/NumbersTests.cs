using CsCheck;

namespace Msp.Customers.Tests;

// Other systems can store the numbers of quotas and contacts.
public sealed class NumbersTests
{
    [Fact]
    public void An_edit_keeps_the_numbers_and_the_objects_of_quotas_and_contacts()
    {
        var customer = Valid.Customer();
        var (quota, contact) = (customer.Quotas[0], customer.Contacts[1]);
        var draft = customer.ToDraft();
        draft.Quotas.Insert(0, Valid.Quota());
        draft.Contacts.RemoveAt(0);

        customer.Edit(draft, CustomerTerms.Default);

        customer.FindQuota(1).Should().BeSameAs(quota);
        customer.Quotas.Select(q => q.Number).Should().Equal(1, 2);
        customer.FindContact(2).Should().BeSameAs(contact);
        customer.FindContact(1).Should().BeNull();
    }

    [Fact]
    public void A_number_is_never_reused()
    {
        var customer = Valid.Customer();
        customer.RemoveContact(2);
        customer.AddContact(new ContactDraft { Name = "Edsger Example" }).Should().Be(3);
        customer.Contacts.Select(c => c.Number).Should().Equal(1, 3);

        var draft = customer.ToDraft();
        draft.Quotas.Clear();
        customer.Edit(draft, CustomerTerms.Default);
        customer.AddQuota(Valid.Quota()).Should().Be(2);

        customer.Quotas.Select(q => q.Number).Should().Equal(2);
        customer.LastQuotaNumber.Should().Be(2);
        customer.LastContactNumber.Should().Be(3);
    }

    [Fact]
    public void An_added_item_is_found_by_the_returned_number()
    {
        var customer = Valid.Customer();

        var quota = customer.AddQuota(Valid.Quota());
        var contact = customer.AddContact(new ContactDraft { Name = "Edsger Example" });
        var schedule = customer.AddSchedule(
            new QuotaScheduleDraft
            {
                Start = Valid.Today,
                Unit = ScheduleUnit.Month,
                Credits = 5,
            }
        );

        customer.FindQuota(quota).Should().BeSameAs(customer.Quotas[^1]);
        customer.FindContact(contact)!.Name.Should().Be("Edsger Example");
        customer.FindSchedule(schedule)!.InitialLimit.Credits.Should().Be(Credits.Of(5));
    }

    [Fact]
    public void No_quota_number_is_reused_after_any_sequence_of_edits() =>
        Gen.Int[0, 5]
            .Array[1, 12]
            .Sample(steps =>
            {
                var customer = Valid.Customer();
                var given = new HashSet<int> { 1 };
                foreach (var step in steps)
                {
                    var draft = customer.ToDraft();
                    var known = draft.Quotas.Select(q => q.Number!.Value).ToHashSet();
                    if (step < draft.Quotas.Count)
                    {
                        draft.Quotas.RemoveAt(step);
                    }

                    draft.Quotas.Add(Valid.Quota());
                    customer = Customer.FromSnapshot(customer.ToSnapshot());
                    customer.Edit(draft, CustomerTerms.Default);
                    if (!customer.Quotas.Select(q => q.Number).Where(n => !known.Contains(n)).All(given.Add))
                    {
                        return false;
                    }
                }

                return true;
            });

    [Fact]
    public void Changing_one_quota_does_not_change_the_others()
    {
        var customer = Valid.Customer();
        customer.AddQuota(Valid.Quota());
        var other = customer.Quotas[1].Period;
        var draft = customer.Quotas[0].ToDraft();
        draft.EndDate = null;

        customer.ChangeQuota(draft);

        customer.Quotas[0].EndDate.Should().BeNull();
        customer.Quotas[1].Period.Should().Be(other);
    }

    [Fact]
    public void A_contact_is_changed_by_its_number()
    {
        var customer = Valid.Customer();
        var draft = customer.Contacts[1].ToDraft();
        draft.PhoneNumber = "+49 421 555 0102";

        customer.ChangeContact(draft);

        customer.Contacts.Select(c => c.PhoneNumber).Should().Equal("+49 421 555 0101", "+49 421 555 0102");
    }

    [Fact]
    public void An_unknown_number_is_refused_with_its_code()
    {
        var customer = Valid.Customer();
        var quota = Valid.Quota();
        quota.Number = 7;
        var changeQuota = () => customer.ChangeQuota(quota);
        var changeContact = () => customer.ChangeContact(new ContactDraft { Number = 8, Name = "Edsger Example" });
        var remove = () => customer.RemoveContact(9);

        EditTests.Unchanged(
            customer,
            () =>
            {
                changeQuota
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single(v => v.Code == "quota.not-found")
                    .Values["Number"]
                    .Should()
                    .Be(7);
                changeContact
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single(v => v.Code == "contact.not-found")
                    .Path.Should()
                    .Be("Contacts[2].Number");
                remove.Should().Throw<RuleViolationException>().Which.Violations.Single().Code.Should().Be("contact.not-found");
            }
        );
    }

    [Fact]
    public void Changing_an_item_without_a_number_is_refused()
    {
        var customer = Valid.Customer();
        var changeQuota = () => customer.ChangeQuota(Valid.Quota());
        var changeContact = () => customer.ChangeContact(new ContactDraft { Name = "Edsger Example" });

        EditTests.Unchanged(
            customer,
            () =>
            {
                changeQuota.Should().Throw<ArgumentException>();
                changeContact.Should().Throw<ArgumentException>();
            }
        );
    }

    [Fact]
    public void A_duplicate_number_is_refused()
    {
        var customer = Valid.Customer();
        var draft = customer.ToDraft();
        draft.Quotas.Add(customer.Quotas[0].ToDraft());
        var edit = () => customer.Edit(draft, CustomerTerms.Default);

        EditTests.Unchanged(
            customer,
            () =>
                edit.Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Should()
                    .ContainSingle(v => v.Code == "list.duplicate-number")
        );
    }
}
