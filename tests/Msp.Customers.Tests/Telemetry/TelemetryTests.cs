using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Telemetry;

// The logs, traces and metrics of one call.
public sealed class TelemetryTests
{
    private static readonly CustomerId Id = new("c-1");

    [Fact]
    public async Task A_save_is_recorded() =>
        (await RecordAsync(_ => Task.CompletedTask, AddAsync))
            .Should()
            .Equal(
                "1001 Debug Completed add of customer c-1.",
                "msp.customers.save Unset action=add aggregate=customer count=1 msp=msp outcome=saved",
                "msp.customers.save.duration action=add aggregate=customer outcome=saved"
            );

    [Fact]
    public async Task A_save_of_a_plan_is_recorded() =>
        (await RecordAsync(_ => Task.CompletedTask, host => host.AddPlanAsync()))
            .Should()
            .Contain("1001 Debug Completed add of plan gold.");

    [Fact]
    public async Task A_refused_save_is_recorded_with_its_codes_and_paths() =>
        (await RecordAsync(AddAsync, host => host.AddAsync(Draft("c-2", "Northwind"))))
            .Should()
            .Equal(
                "1002 Information Refused to add customer c-2: "
                    + "organization-name.duplicate at OrganizationName, reference.duplicate at References[0].",
                "msp.customers.save Unset action=add aggregate=customer "
                    + "codes=organization-name.duplicate,reference.duplicate msp=msp outcome=refused",
                "msp.customers.violations=1 code=organization-name.duplicate",
                "msp.customers.violations=1 code=reference.duplicate",
                "msp.customers.save.duration action=add aggregate=customer outcome=refused"
            );

    [Fact]
    public async Task A_save_with_a_conflict_is_recorded()
    {
        var recorded = await RecordAsync(
            AddAsync,
            async host =>
            {
                var stale = await host.Customers.GetByIdAsync(Id);
                stale!.ConvertToCommercial();
                await SuspendAsync(host);
                await host.Customers.UpdateAsync(stale);
            }
        );

        recorded
            .Should()
            .Equal(
                "1001 Debug Completed update of customer c-1.",
                "1003 Information Could not update customer c-1, because another caller saved first.",
                "msp.customers.save Unset action=update aggregate=customer count=1 msp=msp outcome=saved",
                "msp.customers.save Unset action=update aggregate=customer count=1 msp=msp outcome=conflicted",
                "msp.customers.save.duration action=update aggregate=customer outcome=saved",
                "msp.customers.save.duration action=update aggregate=customer outcome=conflicted"
            );
    }

    [Fact]
    public async Task A_refused_deletion_is_recorded() =>
        (
            await RecordAsync(
                host => host.AddPlanAsync(),
                async host => await host.Customers.DeleteAsync(await host.AddAsync(Draft("c-1", "Northwind")))
            )
        )
            .Should()
            .Contain(
                "1002 Information Refused to delete customer c-1: "
                    + "deletion.customer-not-closed at Status, deletion.quota-not-ended at Quotas[0]."
            );

    [Fact]
    public async Task The_first_ten_of_many_ids_are_recorded() =>
        (
            await RecordAsync(
                _ => Task.CompletedTask,
                host =>
                    host.Customers.AddRangeAsync(
                        Enumerable.Range(1, 12).Select(n => Customer.Register(Draft($"c-{n:00}", $"N{n}"), host.Terms, Valid.Today))
                    )
            )
        )
            .Should()
            .Contain("1001 Debug Completed add of customer c-01, c-02, c-03, c-04, c-05, c-06, c-07, c-08, c-09, c-10 and 2 more.");

    [Fact]
    public async Task A_posting_and_its_replay_are_recorded()
    {
        var recorded = await RecordAsync(
            async host =>
            {
                await AddAsync(host);
                await PostAsync(host, "a", 1);
            },
            host => host.Get<UsageLedger>().PostAsync([Usage("a", 1), Usage("b", 1), Usage("c", 1)])
        );

        recorded
            .Should()
            .Equal(
                "2001 Debug Completed post of usage for customers c-1: 2 posted, 1 replayed.",
                "msp.customers.usage Unset action=post count=3 msp=msp outcome=posted",
                "msp.customers.usage.entries=2 outcome=posted",
                "msp.customers.usage.entries=1 outcome=replayed",
                "msp.customers.usage.duration action=post outcome=posted"
            );
    }

    [Fact]
    public async Task A_key_with_different_content_is_recorded_as_a_conflict()
    {
        var recorded = await RecordAsync(
            async host =>
            {
                await AddAsync(host);
                await PostAsync(host, "a", 1);
            },
            host => PostAsync(host, "a", 2)
        );

        recorded
            .Should()
            .Equal(
                "2003 Information Could not post usage for customers c-1, "
                    + "because it conflicts with posted usage: usage.key-conflict at Usage[0].Key.",
                "msp.customers.usage Unset action=post codes=usage.key-conflict msp=msp outcome=conflicted",
                "msp.customers.violations=1 code=usage.key-conflict",
                "msp.customers.usage.duration action=post outcome=conflicted"
            );
    }

    [Theory]
    [InlineData("reserve")]
    [InlineData("consume")]
    public async Task Usage_that_is_not_authorized_is_recorded_as_refused(string action) =>
        (
            await RecordAsync(
                AddAsync,
                host =>
                    action == "reserve"
                        ? host.Get<CreditReservations>().ReserveAsync(Usage("a", 1_000), Duration.FromHours(1))
                        : host.Get<CreditReservations>().ConsumeAsync(Usage("a", 1_000))
            )
        )
            .Should()
            .Equal(
                $"2002 Information Refused to {action} usage for customers c-1: authorization.insufficient-credits at Requested.",
                $"msp.customers.usage Unset action={action} codes=authorization.insufficient-credits msp=msp outcome=refused",
                "msp.customers.violations=1 code=authorization.insufficient-credits",
                $"msp.customers.usage.duration action={action} outcome=refused"
            );

    [Fact]
    public async Task Each_step_of_a_reservation_is_recorded_with_its_name()
    {
        var recorded = await RecordAsync(
            AddAsync,
            async host =>
            {
                var reservations = host.Get<CreditReservations>();
                await reservations.ReserveAsync(Usage("a", 1), Duration.FromHours(1));
                await reservations.CommitAsync(Id, "a");
                await reservations.ReserveAsync(Usage("b", 1), Duration.FromHours(1));
                await reservations.ReleaseAsync(Id, "b");
                await reservations.ConsumeAsync(Usage("c", 1));
                await host.Get<UsageLedger>().ReverseAsync(Id, "c");
                await host.Get<UsageLedger>().ReverseAsync(Id, "c");
                await reservations.CommitAsync(Id, "a");
                await reservations.ConsumeAsync(Usage("c", 1));
            }
        );

        recorded
            .Where(line => line.StartsWith("msp.customers.usage.duration", StringComparison.Ordinal))
            .Select(line => line.Split(' ', 2)[1])
            .Should()
            .Equal(
                "action=reserve outcome=posted",
                "action=commit outcome=posted",
                "action=reserve outcome=posted",
                "action=release outcome=posted",
                "action=consume outcome=posted",
                "action=reverse outcome=posted",
                "action=reverse outcome=replayed",
                "action=commit outcome=replayed",
                "action=consume outcome=replayed"
            );
    }

    [Fact]
    public async Task Entries_are_counted_as_posted_and_as_replayed()
    {
        var recorded = await RecordAsync(
            AddAsync,
            async host =>
            {
                var reservations = host.Get<CreditReservations>();
                await reservations.ConsumeAsync(Usage("a", 1));
                await reservations.ConsumeAsync(Usage("a", 1));
                await reservations.ReserveAsync(Usage("b", 1), Duration.FromHours(1));
                host.Clock.Advance(Duration.FromHours(2));
                await reservations.ReleaseAsync(Id, "b");
            }
        );

        recorded
            .Where(line => line.StartsWith("msp.customers.usage.entries", StringComparison.Ordinal) || line.Contains("action=release"))
            .Should()
            .Equal(
                "msp.customers.usage Unset action=release count=0 msp=msp outcome=posted",
                "msp.customers.usage.entries=1 outcome=posted",
                "msp.customers.usage.entries=1 outcome=replayed",
                "msp.customers.usage.entries=1 outcome=posted",
                "msp.customers.usage.duration action=release outcome=posted"
            );
    }

    [Fact]
    public async Task A_conflict_with_other_violations_is_recorded_as_a_conflict()
    {
        var recorded = await RecordAsync(
            async host =>
            {
                await AddAsync(host);
                await PostAsync(host, "a", 1);
            },
            host => host.Get<UsageLedger>().PostAsync([Usage("b", -1), Usage("a", 2)])
        );

        recorded
            .Should()
            .Contain(
                "2003 Information Could not post usage for customers c-1, because it conflicts with posted usage: "
                    + "usage.credits-negative at Usage[0].Credits, usage.key-conflict at Usage[1].Key."
            );
    }

    [Fact]
    public async Task Ten_ids_are_recorded_without_a_count_of_further_ids() =>
        (
            await RecordAsync(
                _ => Task.CompletedTask,
                host =>
                    host.Customers.AddRangeAsync(
                        Enumerable.Range(1, 10).Select(n => Customer.Register(Draft($"c-{n:00}", $"N{n}"), host.Terms, Valid.Today))
                    )
            )
        )
            .Should()
            .Contain("1001 Debug Completed add of customer c-01, c-02, c-03, c-04, c-05, c-06, c-07, c-08, c-09, c-10.");

    [Fact]
    public async Task A_delivery_is_recorded() =>
        (await RecordAsync(AddAsync, host => host.Get<ChangeDelivery>().DeliverAsync()))
            .Should()
            .Equal(
                "4001 Debug Delivered 1 changes.",
                "msp.customers.deliver Unset count=1 outcome=delivered",
                "msp.customers.deliver.duration outcome=delivered"
            );

    [Fact]
    public async Task A_failing_subscriber_is_a_warning_with_the_type_and_not_the_message_of_its_exception() =>
        (
            await RecordAsync(
                AddAsync,
                host => host.Get<ChangeDelivery>().DeliverAsync(),
                new Subscriber(new InvalidOperationException("Ada"))
            )
        )
            .Select(NoGuid)
            .Should()
            .Equal(
                "4002 Warning A subscriber failed to handle change # of Customer c-1 "
                    + "with InvalidOperationException. The change is delivered again.",
                "msp.customers.deliver Error outcome=failed error.type=System.AggregateException",
                "msp.customers.deliver.duration outcome=failed error.type=System.AggregateException"
            );

    [Fact]
    public async Task A_cancelled_call_is_recorded_as_cancelled()
    {
        var ended = (
            await RecordAsync(
                AddAsync,
                async host =>
                {
                    var saved = () =>
                        host.Customers.AddAsync(Customer.Register(Draft("c-2", "B"), host.Terms, Valid.Today), new CancellationToken(true));
                    await saved.Should().ThrowAsync<OperationCanceledException>();
                    var posted = () => host.Get<UsageLedger>().PostAsync([Usage("a", 1)], cancellationToken: new CancellationToken(true));
                    await posted.Should().ThrowAsync<OperationCanceledException>();
                }
            )
        ).Where(line => line.Contains("duration", StringComparison.Ordinal));

        ended
            .Should()
            .Equal(
                "msp.customers.save.duration action=add aggregate=customer outcome=cancelled",
                "msp.customers.usage.duration action=post outcome=cancelled"
            );
    }

    private static Task AddAsync(Host host) => host.AddAsync(Draft("c-1", "Northwind"));

    private static async Task SuspendAsync(Host host)
    {
        var customer = await host.Customers.GetByIdAsync(Id);
        customer!.Suspend(SuspensionReason.Fraud, Valid.Today);
        await host.Customers.UpdateAsync(customer);
    }

    private static Task PostAsync(Host host, string key, decimal credits) => host.Get<UsageLedger>().PostAsync([Usage(key, credits)]);

    private static UsageDraft Usage(string key, decimal credits) =>
        new()
        {
            Customer = Id.Value,
            Key = key,
            Date = Valid.Today,
            Credits = credits,
        };

    private static CustomerDraft Draft(string id, string name)
    {
        var draft = Valid.Draft(name);
        draft.Id = id;
        return draft;
    }

    private static string NoGuid(string line) => System.Text.RegularExpressions.Regex.Replace(line, "[0-9a-f]{8}-[0-9a-f-]{27}", "#");

    // The lines of the log, then the activities, then the measurements. Tags are in order of their names.
    private static async Task<List<string>> RecordAsync(Func<Host, Task> prepare, Func<Host, Task> act, Subscriber? subscriber = null)
    {
        using var recorder = new TelemetryRecorder();
        using var host = new Host(add: services =>
            services
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(recorder))
                .AddSingleton<IChangeSubscriber>(subscriber ?? new Subscriber(null))
        );
        await prepare(host);
        recorder.Lines.Clear();
        recorder.Activities.Clear();
        recorder.Measurements.Clear();
        try
        {
            await act(host);
        }
        catch (Exception e) when (e is RuleViolationException or ConcurrencyException or AggregateException)
        {
            // The recorder contains the failure.
        }

        return
        [
            .. recorder.Lines.Select(l => $"{l.Id.Id} {l.Level} {l.Text}"),
            .. recorder.Activities.Select(a => $"{a.OperationName} {a.Status} {Tags(a.TagObjects)}"),
            .. recorder.Measurements.Select(m =>
                $"{m.Name}{(m.Name.EndsWith("duration", StringComparison.Ordinal) ? "" : $"={m.Value}")} {Tags(m.Tags)}"
            ),
        ];

        static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) =>
            TelemetryRecorder
                .Text(tags.OrderBy(t => t.Key.Split('.')[^1], StringComparer.Ordinal))
                .Replace("msp.customers.", "", StringComparison.Ordinal);
    }

    private sealed class Subscriber(Exception? fails) : IChangeSubscriber
    {
        public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken) =>
            fails is null ? Task.CompletedTask : Task.FromException(fails);
    }
}
