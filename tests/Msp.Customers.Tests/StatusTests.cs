using CsCheck;

namespace Msp.Customers.Tests;

public sealed class StatusTests
{
    private static readonly LocalDate Later = Valid.Today.PlusDays(10);

    [Fact]
    public void Suspending_records_the_date_and_the_reason_and_keeps_quotas_in_force()
    {
        var customer = Valid.Customer();

        customer.Suspend(SuspensionReason.NonPayment, Later);

        (customer.Status, customer.SuspendedOn, customer.SuspensionReason)
            .Should()
            .Be((CustomerStatus.Suspended, Later, SuspensionReason.NonPayment));
        customer.DecideOn(Later, CustomerTerms.Default).InForce.Should().ContainSingle();
    }

    [Fact]
    public void Resuming_clears_the_suspension()
    {
        var customer = Valid.Customer();
        customer.Suspend(SuspensionReason.Fraud, Later);

        customer.Resume();

        (customer.Status, customer.SuspendedOn, customer.SuspensionReason).Should().Be((CustomerStatus.Active, null, null));
    }

    [Fact]
    public void A_closed_customer_is_retained_for_90_days_unless_the_terms_define_another_period()
    {
        var (customer, other) = (Valid.Customer(), Valid.Customer());

        customer.Close(Valid.Today, CustomerTerms.Default);
        other.Close(Valid.Today, new CustomerTerms(RetentionDays: 0));

        (customer.Status, customer.ClosedOn, customer.RetentionDate)
            .Should()
            .Be((CustomerStatus.Closed, Valid.Today, new LocalDate(2026, 5, 30)));
        other.RetentionDate.Should().Be(Valid.Today);
    }

    [Fact]
    public void The_retention_date_is_the_last_supported_day_at_the_latest()
    {
        var customer = Valid.Customer();

        customer.Close(LocalDate.MaxIsoValue.PlusDays(-1), CustomerTerms.Default);

        customer.RetentionDate.Should().Be(LocalDate.MaxIsoValue);
    }

    [Fact]
    public void A_customer_can_be_reopened_until_its_retention_date()
    {
        var customer = Valid.Customer();
        customer.Close(Valid.Today, CustomerTerms.Default);
        var last = customer.RetentionDate!.Value;
        var tooLate = () => customer.Reopen(last.PlusDays(1));

        EditTests.Unchanged(
            customer,
            () => tooLate.Should().Throw<RuleViolationException>().Which.Violations.Single().Code.Should().Be("status.retention-expired")
        );
        customer.Reopen(last);

        (customer.Status, customer.ClosedOn, customer.RetentionDate).Should().Be((CustomerStatus.Active, null, null));
    }

    [Fact]
    public void A_suspended_customer_is_suspended_again_after_closing_and_reopening()
    {
        var customer = Valid.Customer();
        customer.Suspend(SuspensionReason.CustomerRequest, Valid.Today);
        customer.Close(Later, CustomerTerms.Default);
        customer.Status.Should().Be(CustomerStatus.Closed);

        customer.Reopen(Later);

        (customer.Status, customer.SuspendedOn, customer.SuspensionReason)
            .Should()
            .Be((CustomerStatus.Suspended, Valid.Today, SuspensionReason.CustomerRequest));
    }

    [Theory]
    [InlineData(CustomerStatus.Active, "resumed", "reopened")]
    [InlineData(CustomerStatus.Suspended, "suspended", "reopened")]
    [InlineData(CustomerStatus.Closed, "closed")]
    public void A_transition_to_the_current_status_changes_nothing(CustomerStatus status, params string[] already)
    {
        var customer = In(status);
        foreach (var (name, change) in Transitions)
        {
            if (already.Contains(name))
            {
                EditTests.Unchanged(customer, () => change(customer).Should().BeFalse(name));
            }
        }
    }

    [Theory]
    [InlineData(CustomerStatus.Active)]
    [InlineData(CustomerStatus.Suspended)]
    [InlineData(CustomerStatus.Closed, "suspended", "resumed")]
    public void A_closed_customer_cannot_be_suspended_or_resumed(CustomerStatus status, params string[] refused)
    {
        var customer = In(status);
        foreach (var (name, change) in Transitions)
        {
            var act = () => change(In(status));
            if (!refused.Contains(name))
            {
                act.Should().NotThrow(name);
                continue;
            }

            var violation = default(Violation);
            EditTests.Unchanged(
                customer,
                () => violation = customer.Invoking(c => change(c)).Should().Throw<RuleViolationException>().Which.Violations.Single()
            );
            violation!.Code.Should().Be("status.invalid-transition");
            violation.Message.Should().Be($"A customer that is {status} cannot be {name}.");
        }
    }

    [Fact]
    public void A_transition_with_an_invalid_reason_or_date_is_refused_and_changes_nothing()
    {
        var customer = Valid.Customer();

        EditTests.Unchanged(
            customer,
            () =>
            {
                customer.Invoking(c => c.Suspend((SuspensionReason)99, Valid.Today)).Should().Throw<ArgumentOutOfRangeException>();
                customer
                    .Invoking(c => c.Suspend(SuspensionReason.Other, new LocalDate(0, 1, 1)))
                    .Should()
                    .Throw<ArgumentOutOfRangeException>();
                customer
                    .Invoking(c => c.Close(new LocalDate(0, 1, 1), CustomerTerms.Default))
                    .Should()
                    .Throw<ArgumentOutOfRangeException>();
            }
        );
    }

    [Fact]
    public void Every_effective_transition_increments_the_version() =>
        Any.Of([.. Transitions.Values])
            .Array[1, 20]
            .Sample(transitions =>
            {
                var customer = Valid.Customer();
                foreach (var transition in transitions)
                {
                    var (version, status) = (customer.Version, customer.Status);
                    var isChanged = false;
                    try
                    {
                        isChanged = transition(customer);
                    }
                    catch (RuleViolationException)
                    {
                        if (customer.Version != version || customer.Status != status)
                        {
                            return false;
                        }

                        continue;
                    }

                    if (customer.Version != version + (isChanged ? 1 : 0))
                    {
                        return false;
                    }
                }

                return true;
            });

    private static Dictionary<string, Func<Customer, bool>> Transitions { get; } =
        new()
        {
            ["suspended"] = c => c.Suspend(SuspensionReason.Other, Later),
            ["resumed"] = c => c.Resume(),
            ["closed"] = c => c.Close(Later, CustomerTerms.Default),
            ["reopened"] = c => c.Reopen(Later),
        };

    private static Customer In(CustomerStatus status)
    {
        var customer = Valid.Customer();
        if (status == CustomerStatus.Suspended)
        {
            customer.Suspend(SuspensionReason.Other, Valid.Today);
        }
        else if (status == CustomerStatus.Closed)
        {
            customer.Close(Valid.Today, CustomerTerms.Default);
        }

        return customer;
    }
}
