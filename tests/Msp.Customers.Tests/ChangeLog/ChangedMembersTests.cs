using System.Reflection;
using Msp.Customers.ChangeLog;
using NodaTime.Testing;

namespace Msp.Customers.Tests.ChangeLog;

// The path and the text of each member in the change log.
public sealed class ChangedMembersTests
{
    private static readonly ChangeContext Context = new(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1)));

    // Ids, numbers and counters, and members that are logged as a part of another one.
    private static readonly string[] NotLogged =
    [
        "Id",
        "Number",
        "Version",
        "LastQuotaNumber",
        "LastScheduleNumber",
        "LastContactNumber",
        "Unlimited",
        "ParseErrors",
    ];

    [Fact]
    public void Every_member_of_a_customer_is_logged()
    {
        var members = Context.Entry(null, FullSnapshot()).Members;

        members.Should().OnlyContain(m => m.Old == null);
        members
            .Select(m => $"{m.Path} = {m.New}")
            .Should()
            .Equal(
                "AccountName = Northwind",
                "Address = 1 Harbour Road",
                "ClosedOn = 2026-05-01",
                "Contacts[1].Email = ada@northwind.example",
                "Contacts[1].IsPrimary = True",
                "Contacts[1].Name = Ada Example",
                "Contacts[1].PhoneNumber = 101",
                "Contacts[1].Roles = Billing, Technical",
                "EvaluationEndDate = 2026-03-31",
                "LicenseExpiryDate = 2027-02-28",
                "OrganizationName = Northwind Traders",
                "PhoneNumber = 100",
                "Quotas[1].CarryOver.Compounds = True",
                "Quotas[1].CarryOver.From = 7",
                "Quotas[1].CarryOver.MaxCredits = 1.5",
                "Quotas[1].CarryOver.MaxPercent = 12.5",
                "Quotas[1].Credits = 0.000001",
                "Quotas[1].EffectiveDate = 2026-03-02",
                "Quotas[1].EndDate = 2026-03-30",
                "Quotas[1].Priority = -1",
                "Quotas[1].VoidedFrom = 2026-03-20",
                "Quotas[2].Credits = unlimited",
                "Quotas[2].EffectiveDate = 2026-04-01",
                "Quotas[2].Priority = 0",
                "References = psa:7, crm:a",
                "RegisteredOn = 2026-03-01",
                "RetentionDate = 2026-07-30",
                "Schedules[1].CarryOver.Compounds = True",
                "Schedules[1].CarryOver.MaxCredits = 2.5",
                "Schedules[1].CarryOver.MaxPercent = 50",
                "Schedules[1].Credits = 1000000000000",
                "Schedules[1].Increment = 0.25",
                "Schedules[1].Interval = 2",
                "Schedules[1].LastQuota = 1",
                "Schedules[1].NextOccurrence = 3",
                "Schedules[1].NextRenewal = 2026-07-10",
                "Schedules[1].Priority = 4",
                "Schedules[1].Start = 2026-01-31",
                "Schedules[1].Unit = Month",
                "Schedules[1].Until = 2026-12-31",
                "Schedules[2].Credits = unlimited",
                "Schedules[2].Increment = 0",
                "Schedules[2].Interval = 1",
                "Schedules[2].NextOccurrence = 0",
                "Schedules[2].Priority = 0",
                "Schedules[2].Start = 2026-02-01",
                "Schedules[2].Unit = Day",
                "ServicePlan = gold",
                "StorageRegions = eu-central-1, us-east-1",
                "SuspendedOn = 2026-04-01",
                "SuspensionReason = NonPayment",
                "TenantType = Commercial",
                "TimeZone = Europe/Berlin",
                "UsageClosedThrough = 2026-02-28"
            );
    }

    [Fact]
    public void Every_member_of_a_plan_is_logged()
    {
        var plan = new PlanSnapshot
        {
            Details = new PlanDraft
            {
                Id = "gold",
                Name = "Gold",
                Edition = Edition.Enterprise,
                Features = ["M365", "Servers"],
                AllowedRegions = ["eu-central-1", "us-east-1"],
                IsRetired = true,
            },
            Version = 1,
        };

        Context
            .Entry(null, plan)
            .Members.Select(m => $"{m.Path} = {m.New}")
            .Should()
            .Equal(
                "AllowedRegions = eu-central-1, us-east-1",
                "Edition = Enterprise",
                "Features = M365, Servers",
                "IsRetired = True",
                "Name = Gold"
            );
    }

    // Fails for a new member that the change log does not contain.
    [Theory]
    [InlineData(typeof(CustomerSnapshot))]
    [InlineData(typeof(CustomerDraft))]
    [InlineData(typeof(QuotaDraft))]
    [InlineData(typeof(CarryOverDraft))]
    [InlineData(typeof(QuotaScheduleDraft))]
    [InlineData(typeof(CarryOverTermsDraft))]
    [InlineData(typeof(ContactDraft))]
    public void Every_member_of_a_snapshot_has_a_path(Type type)
    {
        var logged = Context.Entry(null, FullSnapshot()).Members.SelectMany(m => m.Path.Split('.', '['));

        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => p.Name)
            .Except([.. NotLogged, nameof(CustomerSnapshot.Details)])
            .Should()
            .BeSubsetOf(logged);
    }

    [Fact]
    public void A_removed_value_is_logged_with_its_old_value()
    {
        var (before, after) = (FullSnapshot(), FullSnapshot());
        (after.Details.Quotas[0].EndDate, after.Details.StorageRegions, after.SuspendedOn) = (null, [], null);

        Context
            .Entry(before, after)
            .Members.Should()
            .Equal(
                new ChangedMember("Quotas[1].EndDate", "2026-03-30", null),
                new ChangedMember("StorageRegions", "eu-central-1, us-east-1", null),
                new ChangedMember("SuspendedOn", "2026-04-01", null)
            );
    }

    [Fact]
    public void A_reason_can_have_line_breaks_and_at_most_1024_characters()
    {
        var changeContext = new ChangeContext(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1)));
        changeContext.Reason = "Signed.\nSee the contract.";

        changeContext.Reason.Should().Be("Signed.\nSee the contract.");
        changeContext.Invoking(c => c.Reason = new string('x', 1_025)).Should().Throw<ArgumentException>();
        changeContext.Invoking(c => c.By = "user\n7").Should().Throw<ArgumentException>();
        changeContext.Invoking(c => c.By = new string('x', 129)).Should().Throw<ArgumentException>();
    }

    private static CustomerSnapshot FullSnapshot() =>
        new()
        {
            Details = new CustomerDraft
            {
                Id = "c-1",
                AccountName = "Northwind",
                OrganizationName = "Northwind Traders",
                Address = "1 Harbour Road",
                PhoneNumber = "100",
                TimeZone = "Europe/Berlin",
                ServicePlan = "gold",
                TenantType = TenantType.Commercial,
                LicenseExpiryDate = new LocalDate(2027, 2, 28),
                StorageRegions = ["eu-central-1", "us-east-1"],
                Quotas =
                [
                    new QuotaDraft
                    {
                        Number = 1,
                        Credits = 0.000001m,
                        EffectiveDate = new LocalDate(2026, 3, 2),
                        EndDate = new LocalDate(2026, 3, 30),
                        VoidedFrom = new LocalDate(2026, 3, 20),
                        Priority = -1,
                        CarryOver = new CarryOverDraft
                        {
                            From = 7,
                            MaxCredits = 1.50m,
                            MaxPercent = 12.5m,
                            Compounds = true,
                        },
                    },
                    new QuotaDraft
                    {
                        Number = 2,
                        Unlimited = true,
                        EffectiveDate = new LocalDate(2026, 4, 1),
                    },
                ],
                Schedules =
                [
                    new QuotaScheduleDraft
                    {
                        Number = 1,
                        Start = new LocalDate(2026, 1, 31),
                        Unit = ScheduleUnit.Month,
                        Interval = 2,
                        Until = new LocalDate(2026, 12, 31),
                        Credits = 1_000_000_000_000m,
                        Increment = 0.25m,
                        Priority = 4,
                        CarryOver = new CarryOverTermsDraft
                        {
                            MaxCredits = 2.5m,
                            MaxPercent = 50,
                            Compounds = true,
                        },
                        NextOccurrence = 3,
                        NextRenewal = new LocalDate(2026, 7, 10),
                        LastQuota = 1,
                    },
                    new QuotaScheduleDraft
                    {
                        Number = 2,
                        Start = new LocalDate(2026, 2, 1),
                        Unit = ScheduleUnit.Day,
                        Unlimited = true,
                    },
                ],
                Contacts =
                [
                    new ContactDraft
                    {
                        Number = 1,
                        Name = "Ada Example",
                        Email = "ada@northwind.example",
                        PhoneNumber = "101",
                        Roles = ContactRoles.Billing | ContactRoles.Technical,
                        IsPrimary = true,
                    },
                ],
                References = [new ReferenceDraft { System = "psa", Id = "7" }, new ReferenceDraft { System = "crm", Id = "a" }],
            },
            Version = 3,
            RegisteredOn = new LocalDate(2026, 3, 1),
            EvaluationEndDate = new LocalDate(2026, 3, 31),
            SuspendedOn = new LocalDate(2026, 4, 1),
            SuspensionReason = SuspensionReason.NonPayment,
            ClosedOn = new LocalDate(2026, 5, 1),
            RetentionDate = new LocalDate(2026, 7, 30),
            UsageClosedThrough = new LocalDate(2026, 2, 28),
        };
}
