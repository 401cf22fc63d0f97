using Msp.Customers.Rules;

namespace Msp.Customers.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public void It_lasts_thirty_days_the_day_of_registration_among_them() =>
        Valid.Customer().EvaluationEndDate.Should().Be(Valid.Today.PlusDays(29));

    [Fact]
    public void It_lasts_as_long_as_the_terms_say()
    {
        var terms = new CustomerTerms(EvaluationDays: 1);

        Customer.Register(Valid.Draft(), terms, new LocalDate(2024, 2, 29)).EvaluationEndDate.Should().Be(new LocalDate(2024, 2, 29));
    }

    [Fact]
    public void It_ends_with_the_calendar_at_the_latest()
    {
        var customer = Customer.Register(Valid.Draft(), CustomerTerms.Default, LocalDate.MaxIsoValue.PlusDays(-3));

        customer.EvaluationEndDate.Should().Be(LocalDate.MaxIsoValue);
    }

    [Theory]
    [InlineData(TenantType.Commercial)]
    [InlineData(TenantType.Sandbox)]
    public void No_other_tenant_type_has_a_last_day_or_an_extension(TenantType type)
    {
        var draft = Valid.Draft();
        draft.TenantType = type;
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        customer.EvaluationEndDate.Should().BeNull();
        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ExtendEvaluation(1, Valid.Today))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single()
                    .Code.Should()
                    .Be("evaluation.none")
        );
    }

    [Fact]
    public void It_is_extended_from_its_current_last_day_each_time()
    {
        var customer = Valid.Customer();

        customer.ExtendEvaluation(10, Valid.Today);
        customer.ExtendEvaluation(5, Valid.Today);

        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(44));
        customer.Version.Should().Be(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_extension_is_one_day_or_more(int days)
    {
        var customer = Valid.Customer();

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ExtendEvaluation(days, Valid.Today))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single()
                    .Code.Should()
                    .Be("evaluation.extension-not-positive")
        );
    }

    [Fact]
    public void All_that_stands_against_an_extension_is_reported_at_once()
    {
        var customer = Valid.Customer();

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ExtendEvaluation(0, c.EvaluationEndDate!.Value.PlusDays(1)))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Select(v => v.Code)
                    .Should()
                    .Equal("evaluation.extension-not-positive", "evaluation.over")
        );
    }

    [Fact]
    public void A_sandbox_is_not_converted()
    {
        var draft = Valid.Draft();
        draft.TenantType = TenantType.Sandbox;
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ConvertToCommercial())
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single()
                    .Code.Should()
                    .Be("tenant-type.one-way")
        );
    }

    [Fact]
    public void An_extension_outlives_an_edit()
    {
        var customer = Valid.Customer();
        customer.ExtendEvaluation(10, Valid.Today);

        customer.Edit(customer.ToDraft(), CustomerTerms.Default);

        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(39));
    }

    [Fact]
    public void Converting_drops_its_last_day_and_moves_no_other_date()
    {
        var customer = Valid.Customer();
        var (period, license) = (customer.Quotas[0].Period, customer.LicenseExpiryDate);

        customer.ConvertToCommercial();

        (customer.TenantType, customer.EvaluationEndDate, customer.Version).Should().Be((TenantType.Commercial, null, 2));
        (customer.Quotas[0].Period, customer.LicenseExpiryDate).Should().Be((period, license));
    }

    [Fact]
    public void Converting_twice_is_the_same_as_once()
    {
        var customer = Valid.Customer();
        customer.ConvertToCommercial();

        EditTests.Unchanged(customer, () => customer.ConvertToCommercial().Should().BeFalse());
    }

    [Fact]
    public void An_edit_converts_as_well()
    {
        var customer = Valid.Customer();
        var draft = customer.ToDraft();
        draft.TenantType = TenantType.Commercial;

        customer.Edit(draft, CustomerTerms.Default);

        customer.EvaluationEndDate.Should().BeNull();
    }
}
