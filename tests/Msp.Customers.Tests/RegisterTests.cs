using CsCheck;
using NodaTime.Testing;

namespace Msp.Customers.Tests;

public sealed class RegisterTests
{
    [Fact]
    public void A_customer_has_the_values_of_its_draft()
    {
        var customer = Valid.Customer();

        customer.Account.Should().Be(new AccountDetails("Northwind", "Northwind Traders", "1 Harbour Road\nBremen", "+49 421 555 0100"));
        customer.StorageRegions.Select(r => r.Name).Should().Equal("eu-central-1");
        customer.Quotas.Select(q => q.Number).Should().Equal(1);
        customer.Contacts.Select(c => c.Name).Should().Equal("Ada Example", "Grace Example");
        customer.LicenseExpiryDate.Should().Be(new LocalDate(2027, 2, 28));
        customer.RegisteredOn.Should().Be(Valid.Today);
        customer.Status.Should().Be(CustomerStatus.Active);
    }

    [Fact]
    public void The_default_tenant_type_is_evaluation() => Valid.Customer().TenantType.Should().Be(TenantType.Evaluation);

    [Fact]
    public void A_new_customer_has_version_1_and_no_original_version()
    {
        var customer = Valid.Customer();

        (customer.Version, customer.OriginalVersion).Should().Be((1, 0));
        customer.AcceptChanges();
        customer.OriginalVersion.Should().Be(1);
    }

    [Fact]
    public void An_id_in_the_draft_is_kept_and_a_missing_id_is_generated()
    {
        var draft = Valid.Draft();
        draft.Id = " cust/4711 ";

        Customer.Register(draft, CustomerTerms.Default, Valid.Today).Id.Should().Be(new CustomerId("cust/4711"));
        Valid.Customer().Id.Should().NotBe(Valid.Customer().Id);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", 2)]
    [InlineData("Etc/GMT+12", 1)]
    [InlineData(" Europe/Berlin ", 1)]
    [InlineData(null, 2)]
    public void The_registration_date_is_today_in_the_customers_time_zone_or_else_the_configured_one(string? zone, int day)
    {
        var calendar = new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1, 21, 0, 0), "Asia/Tokyo");
        var draft = Valid.Draft();
        draft.TimeZone = zone;

        Customer.Register(draft, CustomerTerms.Default, calendar).RegisteredOn.Should().Be(new LocalDate(2026, 3, day));
    }

    [Fact]
    public void Only_the_names_are_required()
    {
        var customer = Customer.Register(
            new CustomerDraft { AccountName = "A", OrganizationName = "B" },
            CustomerTerms.Default,
            Valid.Today
        );

        customer.Quotas.Should().BeEmpty();
        customer.PrimaryContact.Should().BeNull();
        customer.Timeline.ConsumedFirstOn(Valid.Today).Should().BeNull();
        customer.DecideOn(Valid.Today, CustomerTerms.Default).IsUsable.Should().BeFalse();
    }

    [Fact]
    public void All_violations_are_reported_together_with_their_paths()
    {
        var draft = Valid.Draft();
        draft.AccountName = null;
        draft.Quotas.Add(
            new QuotaDraft
            {
                Number = 9,
                Credits = 1,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(-1),
            }
        );
        draft.Contacts[1].Number = 3;
        var register = () => Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        register
            .Should()
            .Throw<RuleViolationException>()
            .Which.Violations.Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal(
                "field.required AccountName",
                "quota.ends-before-it-starts Quotas[1].EndDate",
                "quota.not-found Quotas[1].Number",
                "contact.not-found Contacts[1].Number"
            );
    }

    [Fact]
    public void A_registration_date_of_another_calendar_is_refused()
    {
        var register = () => Customer.Register(Valid.Draft(), CustomerTerms.Default, Valid.Today.WithCalendar(CalendarSystem.Julian));

        register.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Every_valid_draft_becomes_a_customer() =>
        Any.Draft.Sample(draft =>
        {
            var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
            return customer.Id.Value == draft.Id
                && customer.Quotas.Select(q => q.Number).SequenceEqual(Enumerable.Range(1, draft.Quotas.Count))
                && customer.Contacts.Select(c => c.Name).SequenceEqual(draft.Contacts.Select(c => c.Name));
        });
}
