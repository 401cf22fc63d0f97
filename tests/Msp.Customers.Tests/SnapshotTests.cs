using System.Text.Json;
using CsCheck;

namespace Msp.Customers.Tests;

public sealed class SnapshotTests
{
    private static readonly Gen<Customer> InAnyStatus = Gen.Select(Any.Customer, Gen.Int[0, 3], Gen.Enum<SuspensionReason>(), Any.NearDate)
        .Select(
            (customer, status, reason, date) =>
            {
                if ((status & 1) != 0)
                {
                    customer.Suspend(reason, date);
                }

                if ((status & 2) != 0)
                {
                    customer.Close(LocalDate.Max(customer.RegisteredOn, date), CustomerTerms.Default);
                }

                return customer;
            }
        );

    [Fact]
    public void A_customer_round_trips_through_JSON() =>
        InAnyStatus.Sample(customer =>
        {
            var json = JsonSerializer.Serialize(customer.ToSnapshot());
            var restored = Customer.FromSnapshot(JsonSerializer.Deserialize<CustomerSnapshot>(json)!);
            return JsonSerializer.Serialize(restored.ToSnapshot()) == json
                && restored.Id == customer.Id
                && restored.Account == customer.Account
                && restored.Status == customer.Status
                && restored.Quotas.Select(q => q.ToString()).SequenceEqual(customer.Quotas.Select(q => q.ToString()))
                && restored.Version == customer.Version
                && restored.OriginalVersion == customer.Version;
        });

    [Fact]
    public void A_draft_round_trips_through_JSON() =>
        Any.Draft.Sample(
            draft =>
            {
                var back = JsonSerializer.Deserialize<CustomerDraft>(JsonSerializer.Serialize(draft))!;
                back.Should().BeEquivalentTo(draft);
            },
            iter: 1_000
        );

    [Theory]
    [InlineData("""{"Quotas":null,"Schedules":null,"Contacts":null,"References":null,"StorageRegions":null}""")]
    [InlineData("{}")]
    public void F03_Lists_that_are_null_or_missing_in_JSON_are_null(string json)
    {
        var draft = JsonSerializer.Deserialize<CustomerDraft>(json)!;

        new object?[] { draft.Quotas, draft.Schedules, draft.Contacts, draft.References, draft.StorageRegions }
            .Should()
            .OnlyContain(list => list == null);
        JsonSerializer.Deserialize<CustomerDraft>("""{"Quotas":[]}""")!.Quotas.Should().BeEmpty();
    }

    [Fact]
    public void F03_Null_lists_in_a_snapshot_are_restored_as_empty_lists()
    {
        var customer = Valid.Customer();
        var snapshot = customer.ToSnapshot();
        (snapshot.Details.Quotas, snapshot.Details.Contacts, snapshot.Details.References) = (null, null, null);
        (snapshot.Details.Schedules, snapshot.Details.StorageRegions) = (null, null);

        customer.RestoreFrom(snapshot);

        (customer.Quotas.Count, customer.Contacts.Count, customer.References.Count).Should().Be((0, 0, 0));
        Customer.FromSnapshot(snapshot).StorageRegions.Should().BeEmpty();
    }

    [Fact]
    public void Restoring_a_snapshot_keeps_the_quota_objects_and_the_original_version() =>
        Gen.Select(InAnyStatus, Any.Draft)
            .Sample(
                (customer, draft) =>
                {
                    draft.Id = null;
                    var other = Customer.FromSnapshot(customer.ToSnapshot());
                    other.Edit(draft, CustomerTerms.Default);
                    customer.AcceptChanges();
                    var (stored, kept) = (customer.OriginalVersion, customer.Quotas.ToList());

                    customer.RestoreFrom(other.ToSnapshot());

                    return JsonSerializer.Serialize(customer.ToSnapshot()) == JsonSerializer.Serialize(other.ToSnapshot())
                        && customer.OriginalVersion == stored
                        && kept.TrueForAll(q => customer.FindQuota(q.Number) is not { } now || ReferenceEquals(now, q));
                }
            );

    [Fact]
    public void The_snapshot_of_another_customer_is_refused()
    {
        var customer = Valid.Customer();

        EditTests.Unchanged(
            customer,
            () => customer.Invoking(c => c.RestoreFrom(Valid.Customer().ToSnapshot())).Should().Throw<ArgumentException>()
        );
    }

    [Theory]
    [MemberData(nameof(Inconsistencies))]
    public void An_inconsistent_snapshot_is_refused_and_changes_nothing(string fault, Action<CustomerSnapshot> change)
    {
        var customer = Valid.Customer();
        var snapshot = customer.ToSnapshot();
        snapshot.Details.AccountName = "Another";
        snapshot.Details.Quotas[0].Credits = 7;
        change(snapshot);

        EditTests.Unchanged(customer, () => customer.Invoking(c => c.RestoreFrom(snapshot)).Should().Throw<ArgumentException>(fault));
        var restore = () => Customer.FromSnapshot(snapshot);
        restore.Should().Throw<ArgumentException>(fault);
    }

    public static TheoryData<string, Action<CustomerSnapshot>> Inconsistencies =>
        new()
        {
            { "no details", s => s.Details = null! },
            { "no id", s => s.Details.Id = null },
            { "no account name", s => s.Details.AccountName = " " },
            { "an evaluation without an end date", s => s.EvaluationEndDate = null },
            { "an end date without an evaluation", s => s.Details.TenantType = TenantType.Commercial },
            { "an evaluation that ends before it starts", s => s.EvaluationEndDate = s.RegisteredOn.PlusDays(-1) },
            { "an undefined tenant type", s => (s.Details.TenantType, s.EvaluationEndDate) = ((TenantType)9, null) },
            { "a suspension without a reason", s => s.SuspendedOn = Valid.Today },
            { "a reason without a suspension", s => s.SuspensionReason = SuspensionReason.Other },
            { "an undefined suspension reason", s => (s.SuspendedOn, s.SuspensionReason) = (Valid.Today, (SuspensionReason)9) },
            { "a closing date without a retention date", s => s.ClosedOn = Valid.Today },
            { "a retention date without a closing date", s => s.RetentionDate = Valid.Today },
            { "a retention date before the closing date", s => (s.ClosedOn, s.RetentionDate) = (Valid.Today, Valid.Today.PlusDays(-1)) },
            { "an unsupported date", s => s.RegisteredOn = new LocalDate(0, 1, 1) },
            { "a quota without a number", s => s.Details.Quotas[0].Number = null },
            { "a quota with the number zero", s => s.Details.Quotas[0].Number = 0 },
            { "two quotas with the same number", s => s.Details.Quotas.Add(s.Details.Quotas[0]) },
            { "two contacts with the same number", s => s.Details.Contacts[1].Number = 1 },
            { "a quota that ends before it starts", s => s.Details.Quotas[0].EndDate = Valid.Today.PlusDays(-1) },
            { "a quota of zero credits", s => s.Details.Quotas[0].Credits = 0 },
            { "a quota without credits", s => s.Details.Quotas[0].Credits = null },
            { "a carry-over without a source", s => s.Details.Quotas[0].CarryOver = new CarryOverDraft() },
            { "a carry-over from an unknown quota", s => s.Details.Quotas[0].CarryOver = new CarryOverDraft { From = 2 } },
            { "a carry-over from the quota itself", s => s.Details.Quotas[0].CarryOver = new CarryOverDraft { From = 1 } },
            {
                "a schedule without a number",
                s =>
                    s.Details.Schedules.Add(
                        new QuotaScheduleDraft
                        {
                            Start = Valid.Today,
                            Unit = ScheduleUnit.Day,
                            Credits = 1,
                        }
                    )
            },
            {
                "a schedule without credits",
                s =>
                    s.Details.Schedules.Add(
                        new QuotaScheduleDraft
                        {
                            Number = 1,
                            Start = Valid.Today,
                            Unit = ScheduleUnit.Day,
                        }
                    )
            },
            {
                "a schedule without a start",
                s =>
                    s.Details.Schedules.Add(
                        new QuotaScheduleDraft
                        {
                            Number = 1,
                            Unit = ScheduleUnit.Day,
                            Credits = 1,
                        }
                    )
            },
            {
                "a schedule that ends before it starts",
                s =>
                    s.Details.Schedules.Add(
                        new QuotaScheduleDraft
                        {
                            Number = 1,
                            Start = Valid.Today,
                            Until = Valid.Today.PlusDays(-1),
                            Unit = ScheduleUnit.Day,
                            Credits = 1,
                        }
                    )
            },
            {
                "a schedule with a negative next occurrence",
                s =>
                    s.Details.Schedules.Add(
                        new QuotaScheduleDraft
                        {
                            Number = 1,
                            Start = Valid.Today,
                            Unit = ScheduleUnit.Day,
                            Credits = 1,
                            NextOccurrence = -1,
                        }
                    )
            },
            { "a missing schedule", s => s.Details.Schedules.Add(null!) },
            { "a missing quota", s => s.Details.Quotas.Add(null!) },
            { "a missing contact", s => s.Details.Contacts.Add(null!) },
            { "a missing reference", s => s.Details.References.Add(null!) },
            { "a missing region", s => s.Details.StorageRegions.Add(null) },
            { "a negative version", s => s.Version = -1 },
            { "a negative last number", s => s.LastQuotaNumber = -1 },
        };

    [Fact]
    public void The_last_numbers_are_at_least_those_of_the_quotas_and_contacts()
    {
        var customer = Valid.Customer();
        var snapshot = customer.ToSnapshot();
        (snapshot.LastQuotaNumber, snapshot.LastContactNumber) = (0, 0);

        customer.RestoreFrom(snapshot);
        var restored = Customer.FromSnapshot(snapshot);

        (customer.LastQuotaNumber, customer.LastContactNumber).Should().Be((1, 2));
        (restored.LastQuotaNumber, restored.LastContactNumber).Should().Be((1, 2));
    }

    [Fact]
    public void Restoring_a_snapshot_can_undo_a_void()
    {
        var customer = Valid.Customer();
        var before = customer.ToSnapshot();
        customer.VoidQuota(1, Valid.Today.PlusDays(3));
        var earlier = customer.ToSnapshot();
        earlier.Details.Quotas[0].VoidedFrom = Valid.Today.PlusDays(1);

        customer.RestoreFrom(earlier);
        customer.Quotas[0].VoidedFrom.Should().Be(Valid.Today.PlusDays(1));
        customer.RestoreFrom(before);
        customer.Quotas[0].VoidedFrom.Should().BeNull();
    }
}
