using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using NodaTime.Testing;

namespace Msp.Customers.Tests.ChangeLog;

public sealed class ChangeLogTests : IDisposable
{
    private readonly RecordingSubscriber first = new();
    private readonly RecordingSubscriber second = new();
    private readonly Host host;

    public ChangeLogTests() =>
        host = new Host(add: services => services.AddSingleton<IChangeSubscriber>(first).AddSingleton<IChangeSubscriber>(second));

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task An_entry_records_who_changed_what_when_and_why()
    {
        var changeContext = host.Get<ChangeContext>();
        (changeContext.By, changeContext.Reason) = (" user-7 ", "Signed the contract");
        var customer = await host.AddAsync(Valid.Draft());
        host.Clock.Advance(Duration.FromHours(1));
        changeContext.Reason = null;
        var draft = customer.ToDraft();
        (draft.Address, draft.Quotas[0].Credits, draft.Contacts[1].Name) = (null, 100.5m, "Linus Example");
        customer.Edit(draft, host.Terms);
        await host.Customers.UpdateAsync(customer);

        var entries = await EntriesAsync(customer);

        entries
            .Select(e => (e.Kind, e.Version, e.By, e.Reason, e.ChangedAt))
            .Should()
            .Equal(
                (ChangeKind.Added, 1, "user-7", "Signed the contract", Instant.FromUtc(2026, 3, 1, 12, 0)),
                (ChangeKind.Changed, 2, "user-7", null, Instant.FromUtc(2026, 3, 1, 13, 0))
            );
        entries[0]
            .Members.Should()
            .Contain([
                new("AccountName", null, "Northwind"),
                new("Quotas[1].EffectiveDate", null, "2026-03-01"),
                new("StorageRegions", null, "eu-central-1"),
            ]);
        entries[1]
            .Members.Should()
            .Equal(
                new ChangedMember("Address", "1 Harbour Road\nBremen", null),
                new ChangedMember("Contacts[2].Name", "Grace Example", "Linus Example"),
                new ChangedMember("Quotas[1].Credits", "100", "100.5")
            );
    }

    [Fact]
    public async Task A_refused_or_conflicting_save_adds_no_entry()
    {
        var customer = await host.AddAsync(Valid.Draft());
        var stale = (await host.Customers.GetByIdAsync(customer.Id))!;
        customer.CloseUsageThrough(Valid.Today);
        await host.Customers.UpdateAsync(customer);
        stale.VoidQuota(1, Valid.Today);

        await host.Customers.Awaiting(c => c.UpdateAsync(stale)).Should().ThrowAsync<ConcurrencyException>();
        await host.Customers.Awaiting(c => c.AddAsync(Valid.Customer())).Should().ThrowAsync<RuleViolationException>();
        await host.Customers.UpdateAsync(customer);

        (await host.Get<IChangeLog>().ListPendingAsync(100))
            .Select(e => (e.SubjectId, e.Version))
            .Should()
            .Equal((customer.Id.Value, 1), (customer.Id.Value, 2));
    }

    [Fact]
    public async Task Deleting_a_customer_deletes_the_values_in_its_change_log()
    {
        var draft = Valid.Draft();
        draft.Quotas.Clear();
        var customer = await host.AddAsync(draft);
        customer.Close(Valid.Today, new CustomerTerms(RetentionDays: 0));
        await host.Customers.UpdateAsync(customer);
        host.Clock.Advance(Duration.FromDays(1));

        await host.Customers.DeleteAsync(customer);

        var entry = (await EntriesAsync(customer)).Should().ContainSingle().Subject;
        (entry.Kind, entry.Version, entry.Members.Count).Should().Be((ChangeKind.Deleted, 3, 0));
    }

    [Fact]
    public async Task Changes_of_plans_are_logged()
    {
        var plan = await host.AddPlanAsync();
        var draft = plan.ToDraft();
        draft.IsRetired = true;
        plan.Edit(draft);
        await host.Plans.UpdateAsync(plan);

        var entries = await host.Get<IChangeLog>().ListAsync(ChangeSubject.ServicePlan, "gold").ToListAsync();
        entries.Select(e => e.Kind).Should().Equal(ChangeKind.Added, ChangeKind.Changed);
        entries[1].Members.Should().Equal(new ChangedMember("IsRetired", "False", "True"));
    }

    [Fact]
    public async Task A_customer_and_a_plan_with_the_same_id_have_separate_entries()
    {
        var (draft, other) = (Valid.Draft(), Valid.Draft("Contoso"));
        (draft.Id, draft.Quotas, other.Id) = ("gold", [], "c-2");
        var (customer, plan) = (await host.AddAsync(draft), await host.AddPlanAsync());
        await host.AddAsync(other);
        var log = host.Get<IChangeLog>();
        (await log.ListAsync(ChangeSubject.Customer, "gold").ToListAsync())
            .Should()
            .ContainSingle()
            .Which.Subject.Should()
            .Be(ChangeSubject.Customer);
        (await log.ListAsync(ChangeSubject.ServicePlan, "gold").ToListAsync())
            .Should()
            .ContainSingle()
            .Which.Subject.Should()
            .Be(ChangeSubject.ServicePlan);

        await host.Plans.DeleteAsync(plan);

        (await log.ListPendingAsync(100))
            .Select(e => $"{e.Subject} {e.SubjectId} {e.Kind}")
            .Should()
            .Equal("Customer gold Added", "Customer c-2 Added", "ServicePlan gold Deleted");
        customer.OriginalVersion.Should().Be(1);
    }

    [Fact]
    public async Task The_change_log_can_be_cancelled_and_refuses_to_list_less_than_one_entry()
    {
        await host.AddAsync(Valid.Draft());
        var (log, cancelled) = (host.Get<IChangeLog>(), new CancellationToken(canceled: true));

        await log.Awaiting(l => l.ListPendingAsync(0)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await log.Awaiting(l => l.ListPendingAsync(1, cancellationToken: cancelled)).Should().ThrowAsync<OperationCanceledException>();
        await log.Awaiting(l => l.MarkDeliveredAsync([], cancelled)).Should().ThrowAsync<OperationCanceledException>();
        var entry = (await log.ListPendingAsync(1))[0];
        var list = async () => await log.ListAsync(entry.Subject, entry.SubjectId, cancelled).ToListAsync(CancellationToken.None);
        await list.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Each_subscriber_receives_each_entry_once_and_in_order()
    {
        var customer = await host.AddAsync(Valid.Draft());
        customer.VoidQuota(1, Valid.Today);
        await host.Customers.UpdateAsync(customer);

        (await host.Get<ChangeDelivery>().DeliverAsync()).Should().Be(2);
        (await host.Get<ChangeDelivery>().DeliverAsync()).Should().Be(0);

        first.Handled.Select(e => e.Version).Should().Equal(1, 2);
        second.Handled.Should().Equal(first.Handled);
    }

    [Fact]
    public async Task A_failed_entry_is_delivered_again_before_later_entries_of_the_same_customer()
    {
        var customer = await host.AddAsync(Valid.Draft());
        customer.VoidQuota(1, Valid.Today);
        await host.Customers.UpdateAsync(customer);
        await host.AddPlanAsync();
        second.Fails = e => e.Subject == ChangeSubject.Customer;

        await host.Get<ChangeDelivery>().Awaiting(d => d.DeliverAsync()).Should().ThrowAsync<AggregateException>();
        second.Handled.Select(e => e.SubjectId).Should().Equal("gold");
        second.Fails = _ => false;
        (await host.Get<ChangeDelivery>().DeliverAsync()).Should().Be(2);

        second
            .Handled.Select(e => (e.Subject, e.Version))
            .Should()
            .Equal((ChangeSubject.ServicePlan, 1), (ChangeSubject.Customer, 1), (ChangeSubject.Customer, 2));
        first.Handled.Select(e => e.Id).Distinct().Should().HaveCount(3);
    }

    [Fact]
    public void An_entry_contains_exactly_the_changed_members() =>
        Gen.Select(Any.Customer, Any.Draft)
            .Sample(
                (customer, other) =>
                {
                    var changeContext = new ChangeContext(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1)));
                    var (same, before) = (changeContext.Entry(customer.ToSnapshot(), customer.ToSnapshot()), customer.ToSnapshot());
                    other.Id = customer.Id.Value;
                    other.Quotas = [.. other.Quotas.Select(Unnumbered)];
                    customer.Edit(other, CustomerTerms.Default);
                    var forward = changeContext.Entry(before, customer.ToSnapshot()).Members;
                    var backward = changeContext.Entry(customer.ToSnapshot(), before).Members;
                    return same.Members.Count == 0
                        && forward.All(m => m.Old != m.New)
                        && forward.Select(m => new ChangedMember(m.Path, m.New, m.Old)).SequenceEqual(backward)
                        && forward.Any(m => m.Path == "AccountName") == (before.Details.AccountName != customer.Account.AccountName);
                },
                iter: 1_000
            );

    private static QuotaDraft Unnumbered(QuotaDraft quota)
    {
        (quota.Number, quota.CarryOver) = (null, null);
        return quota;
    }

    private async Task<List<ChangeEntry>> EntriesAsync(Customer customer) =>
        await host.Get<IChangeLog>().ListAsync(ChangeSubject.Customer, customer.Id.Value).ToListAsync();

    [Fact]
    public async Task Pending_entries_of_one_customer_do_not_block_other_customers()
    {
        var blocked = await host.AddAsync(Valid.Draft());
        for (var day = 0; day < 150; day++)
        {
            blocked.CloseUsageThrough(Valid.Today.PlusDays(day));
            await host.Customers.UpdateAsync(blocked);
        }

        var other = await host.AddAsync(Valid.Draft("Southwind"));
        first.Fails = e => e.SubjectId == blocked.Id.Value;

        var failure = await host.Get<ChangeDelivery>().Awaiting(d => d.DeliverAsync()).Should().ThrowAsync<AggregateException>();

        failure.Which.InnerExceptions.Should().ContainSingle("later entries of the same customer are not tried");
        first.Handled.Select(e => e.SubjectId).Should().Equal(other.Id.Value);
        first.Fails = _ => false;
        (await host.Get<ChangeDelivery>().DeliverAsync()).Should().Be(151);
    }

    private sealed class RecordingSubscriber : IChangeSubscriber
    {
        public List<ChangeEntry> Handled { get; } = [];

        public Func<ChangeEntry, bool> Fails { get; set; } = _ => false;

        public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken)
        {
            if (Fails(entry))
            {
                throw new InvalidOperationException("Not now.");
            }

            Handled.Add(entry);
            return Task.CompletedTask;
        }
    }
}
