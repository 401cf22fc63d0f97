using CsCheck;

namespace Msp.Customers.Tests;

public sealed class StatusTests
{
    private static readonly LocalDate Later = Valid.Today.PlusDays(10);

    [Fact]
    public void Suspending_keeps_the_day_and_the_reason_and_moves_no_date()
    {
        var customer = Valid.Customer();

        customer.Suspend(SuspensionReason.NonPayment, Later);

        (customer.Status, customer.SuspendedOn, customer.SuspensionReason)
            .Should()
            .Be((CustomerStatus.Suspended, Later, SuspensionReason.NonPayment));
        customer.DecideOn(Later, CustomerTerms.Default).InForce.Should().ContainSingle();
    }

    [Fact]
    public void Resuming_leaves_no_trace()
    {
        var customer = Valid.Customer();
        customer.Suspend(SuspensionReason.Fraud, Later);

        customer.Resume();

        (customer.Status, customer.SuspendedOn, customer.SuspensionReason).Should().Be((CustomerStatus.Active, null, null));
    }

    [Fact]
    public void A_closed_customer_is_kept_for_ninety_days_unless_the_terms_say_otherwise()
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
    public void The_retention_date_stops_at_the_last_supported_day()
    {
        var customer = Valid.Customer();

        customer.Close(LocalDate.MaxIsoValue.PlusDays(-1), CustomerTerms.Default);

        customer.RetentionDate.Should().Be(LocalDate.MaxIsoValue);
    }

    [Fact]
    public void A_customer_is_reopened_on_the_retention_date_at_the_latest()
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
    public void A_suspended_customer_that_was_closed_is_suspended_again_when_reopened()
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
    public void What_is_so_already_changes_nothing_and_is_no_error(CustomerStatus status, params string[] already)
    {
        var customer = In(status);
        foreach (var move in Moves)
        {
            if (already.Contains(move.Key))
            {
                EditTests.Unchanged(customer, () => move.Value(customer).Should().BeFalse(move.Key));
            }
        }
    }

    [Theory]
    [InlineData(CustomerStatus.Active)]
    [InlineData(CustomerStatus.Suspended)]
    [InlineData(CustomerStatus.Closed, "suspended", "resumed")]
    public void A_closed_customer_is_neither_suspended_nor_resumed(CustomerStatus status, params string[] refused)
    {
        var customer = In(status);
        foreach (var move in Moves)
        {
            var act = () => move.Value(In(status));
            if (!refused.Contains(move.Key))
            {
                act.Should().NotThrow(move.Key);
                continue;
            }

            var violation = default(Violation);
            EditTests.Unchanged(
                customer,
                () => violation = customer.Invoking(c => move.Value(c)).Should().Throw<RuleViolationException>().Which.Violations.Single()
            );
            violation!.Code.Should().Be("status.invalid-transition");
            violation.Message.Should().Be($"A customer that is {status} cannot be {move.Key}.");
        }
    }

    [Fact]
    public void A_suspension_without_a_proper_reason_or_day_changes_nothing()
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
    public void The_version_moves_with_every_move() =>
        Any.Of([.. Moves.Values])
            .Array[1, 20]
            .Sample(moves =>
            {
                var customer = Valid.Customer();
                foreach (var move in moves)
                {
                    var (version, status) = (customer.Version, customer.Status);
                    var isChanged = false;
                    try
                    {
                        isChanged = move(customer);
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

    private static Dictionary<string, Func<Customer, bool>> Moves { get; } =
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
