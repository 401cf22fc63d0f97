using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests;

// The names and numbers are stored and transmitted. A change would change the meaning of existing data.
public sealed class FrozenValuesTests
{
    [Fact]
    public void Tenant_types() => Values<TenantType>().Should().Equal("Evaluation=0", "Commercial=1", "Sandbox=2");

    [Fact]
    public void Customer_statuses() => Values<CustomerStatus>().Should().Equal("Active=0", "Suspended=1", "Closed=2");

    [Fact]
    public void Editions() => Values<Edition>().Should().Equal("Business=0", "Enterprise=1", "Elite=2");

    [Fact]
    public void Suspension_reasons() =>
        Values<SuspensionReason>().Should().Equal("Other=0", "NonPayment=1", "Fraud=2", "CustomerRequest=3");

    [Fact]
    public void Contact_roles() => Values<ContactRoles>().Should().Equal("None=0", "Billing=1", "Technical=2", "Legal=4", "Management=8");

    [Fact]
    public void Period_states() => Values<PeriodState>().Should().Equal("NotStarted=0", "InForce=1", "Ended=2");

    [Fact]
    public void Schedule_units() =>
        Values<ScheduleUnit>().Should().Equal("Day=0", "Week=1", "Month=2", "Quarter=3", "HalfYear=4", "Year=5");

    [Fact]
    public void Backdated_coverage() => Values<BackdatedCoverage>().Should().Equal("Never=0", "OnEffectiveDate=1");

    [Fact]
    public void Overage_kinds() => Values<OverageKind>().Should().Equal("Refuse=0", "GrantAvailable=1", "UpTo=2", "Allow=3");

    [Fact]
    public void Change_kinds_and_subjects()
    {
        Values<ChangeKind>().Should().Equal("Added=0", "Changed=1", "Deleted=2");
        Values<ChangeSubject>().Should().Equal("Customer=0", "ServicePlan=1");
    }

    [Fact]
    public void Usage_entry_kinds() => Values<UsageEntryKind>().Should().Equal("Usage=0", "Reversal=1", "Reservation=2", "Void=3");

    private static IEnumerable<string> Values<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => $"{v}={v:D}");
}
