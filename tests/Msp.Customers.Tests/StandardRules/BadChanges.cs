using Msp.Customers.Usage;
using static Msp.Customers.Tests.StandardRules.BadInput;

namespace Msp.Customers.Tests.StandardRules;

// Changes that a save, a deletion or the customer refuses.
internal static class BadChanges
{
    private static readonly LocalDate Today = Valid.Today;

    public static IEnumerable<BadInput> Rows =>
        [
            Add("customer.duplicate-id", d => d.Id = "c-1", host => AddOther(host, d => d.Id = "c-1"), "Id"),
            Add("organization-name.duplicate", d => d.OrganizationName = " NORTHWIND  traders", host => AddOther(host), "OrganizationName"),
            Add(
                "reference.duplicate",
                d => d.References.Insert(0, new ReferenceDraft { System = "PSA", Id = "Northwind" }),
                host => AddOther(host),
                "References[1]"
            ),
            Add("plan.not-found", d => d.ServicePlan = "gold", "ServicePlan"),
            Add("plan.retired", d => d.ServicePlan = "gold", host => host.AddPlanAsync(p => p.IsRetired = true), "ServicePlan"),
            Add(
                "region.not-allowed",
                d => d.ServicePlan = "gold",
                host => host.AddPlanAsync(p => p.AllowedRegions.Add("us-east-1")),
                "StorageRegions[0]"
            ),
            Add(
                "license.expired",
                d =>
                {
                    d.LicenseExpiryDate = Today.PlusDays(-1);
                    d.Quotas.Clear();
                },
                "LicenseExpiryDate"
            ),
            Add(
                "quota.ends-in-the-past",
                d => (d.Quotas[0].EffectiveDate, d.Quotas[0].EndDate) = (Today.PlusDays(-9), Today.PlusDays(-1)),
                "Quotas[0].EndDate"
            ),
            Add("quota.overlaps", d => d.Quotas.Add(Valid.Quota()), "Quotas[1]"),
            Add("quota.ends-after-license", d => d.LicenseExpiryDate = Today.PlusDays(28), "Quotas[0].EndDate"),
            Add("quota.ends-after-evaluation", d => d.Quotas[0].EndDate = null, "Quotas[0].EndDate") with
            {
                Also = ["quota.ends-after-license"],
            },
            Add("quota.void-after-end", d => d.Quotas[0].VoidedFrom = d.Quotas[0].EndDate!.Value.PlusDays(1), "Quotas[0].VoidedFrom"),
            Call(
                "quota.already-voided",
                c => c.VoidQuota(1, Today.PlusDays(3)),
                c =>
                {
                    var draft = c.ToDraft();
                    draft.Quotas[0].VoidedFrom = Today.PlusDays(4);
                    c.Edit(draft, CustomerTerms.Default);
                },
                "Quotas[0].VoidedFrom"
            ),
            Change("account-name.read-only", _ => { }, (host, c) => Edit(host, c, d => d.AccountName = "Contoso"), "AccountName") with
            {
                Configure = o => o.Rules.AccountNameIsFixed = true,
            },
            Change("region.removed", _ => { }, (host, c) => Edit(host, c, d => d.StorageRegions.Clear()), "StorageRegions"),
            Change(
                "tenant-type.invalid-conversion",
                d => d.TenantType = TenantType.Sandbox,
                (host, c) => Edit(host, c, d => d.TenantType = TenantType.Commercial),
                "TenantType"
            ),
            Change(
                "evaluation.extension-too-long",
                _ => { },
                (_, c) => Do(() => c.ExtendEvaluation(31, Valid.Today)),
                "EvaluationEndDate"
            ) with
            {
                Configure = o => o.Rules.Terms = new CustomerTerms(MaxEvaluationDays: 90),
            },
            Change("evaluation.shortened", _ => { }, Shorten, "EvaluationEndDate"),
            Change("evaluation.too-long", _ => { }, ExtendTwice, "EvaluationEndDate"),
            Change("quota.requires-active-customer", d => d.TenantType = TenantType.Commercial, AddQuotaWhileSuspended, "Quotas[1]"),
            Change("quota.changes-closed-usage", _ => { }, ChangeClosedQuota, "Quotas[0]"),
            Change("quota.changes-closed-usage", _ => { }, RemoveClosedQuota, "Quotas"),
            Change("quota.in-use", _ => { }, RemoveUsedQuota, "Quotas"),
            Change("quota.changes-consumption", _ => { }, DecreaseUsedQuota, "Quotas[0]"),
            Change(
                "schedule.next-quota-changed",
                d => d.Schedules.Add(Monthly()),
                (host, c) => Edit(host, c, d => d.Schedules[0].Interval = 2),
                "Schedules[0]"
            ),
            Change("schedule.completed", d => d.Schedules.Add(Monthly()), EndSchedule, "Schedules[0]"),
            Delete("deletion.customer-not-closed", d => d.Quotas.Clear(), (_, _) => Task.CompletedTask, "Status"),
            Delete("deletion.quota-not-ended", _ => { }, (_, _) => Task.CompletedTask, "Quotas[0]") with
            {
                Also = ["deletion.customer-not-closed"],
            },
            Delete("deletion.retention-period", _ => { }, CloseAndWait, "RetentionDate"),
            new("deletion.plan-in-use", [""], DeletePlanInUse),
            new(
                "plan.duplicate-id",
                ["Id"],
                async host =>
                {
                    await host.AddPlanAsync();
                    return await RefusedAsync(() => host.AddPlanAsync(p => p.Name = "Another"));
                }
            ),
            new(
                "plan.duplicate-name",
                ["Name"],
                async host =>
                {
                    await host.AddPlanAsync();
                    var other = Valid.PlanDraft("silver");
                    other.Name = "PLAN gold";
                    return await host.Plans.CheckAsync(ServicePlan.Create(other));
                }
            ),
            Call(
                "status.invalid-transition",
                c => c.Close(Today, CustomerTerms.Default),
                c => c.Suspend(SuspensionReason.Fraud, Today),
                "Status"
            ),
            Call(
                "status.retention-expired",
                c => c.Close(Today, CustomerTerms.Default),
                c => c.Reopen(Today.PlusDays(91)),
                "RetentionDate"
            ),
            Call("closed-on.before-registration", _ => { }, c => c.Close(Today.PlusDays(-1), CustomerTerms.Default), "ClosedOn"),
            Change("closed-on.in-the-future", _ => { }, (_, c) => Do(() => c.Close(Today.PlusDays(1), CustomerTerms.Default)), "ClosedOn"),
            Call("tenant-type.not-an-evaluation", c => c.ConvertToCommercial(), c => c.ExtendEvaluation(1, Today), "TenantType"),
            Call("evaluation.ended", _ => { }, c => c.ExtendEvaluation(1, Today.PlusDays(30)), "EvaluationEndDate"),
            Call("evaluation.extension-not-positive", _ => { }, c => c.ExtendEvaluation(0, Today), "EvaluationEndDate"),
            Call(
                "id.mismatch",
                _ => { },
                c =>
                {
                    var draft = c.ToDraft();
                    draft.Id = "another";
                    c.Edit(draft, CustomerTerms.Default);
                },
                "Id"
            ),
            Call("contact.not-found", _ => { }, c => c.RemoveContact(3), "Contacts"),
        ];

    private static Task<Customer> AddOther(Host host, Action<CustomerDraft>? change = null)
    {
        var draft = Valid.Draft();
        change?.Invoke(draft);
        return host.AddAsync(draft);
    }

    private static Task Edit(Host host, Customer customer, Action<CustomerDraft> change)
    {
        var draft = customer.ToDraft();
        change(draft);
        return Do(() => customer.Edit(draft, host.Terms));
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static async Task ExtendTwice(Host host, Customer customer)
    {
        customer.ExtendEvaluation(30, Valid.Today);
        await host.Customers.UpdateAsync(customer);
        customer.ExtendEvaluation(1, Valid.Today);
    }

    private static Task Shorten(Host host, Customer customer)
    {
        var snapshot = customer.ToSnapshot();
        snapshot.EvaluationEndDate = Today;
        snapshot.Details.Quotas[0].EndDate = Today;
        snapshot.Version++;
        return Do(() => customer.RestoreFrom(snapshot));
    }

    private static async Task AddQuotaWhileSuspended(Host host, Customer customer)
    {
        customer.Suspend(SuspensionReason.NonPayment, Today);
        await host.Customers.UpdateAsync(customer);
        customer.AddQuota(
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = Today.PlusDays(30),
                EndDate = Today.PlusDays(30),
            }
        );
    }

    private static async Task ChangeClosedQuota(Host host, Customer customer)
    {
        await CloseUsageAsync(host, customer);
        await Edit(host, customer, d => d.Quotas[0].Credits++);
    }

    private static async Task RemoveClosedQuota(Host host, Customer customer)
    {
        await CloseUsageAsync(host, customer);
        await Edit(host, customer, d => d.Quotas.Clear());
    }

    private static QuotaScheduleDraft Monthly() =>
        new()
        {
            Start = Today,
            Unit = ScheduleUnit.Month,
            Credits = 1,
        };

    private static async Task EndSchedule(Host host, Customer customer)
    {
        customer.SkipNext(1, Today.PlusDays(-1));
        await host.Customers.UpdateAsync(customer);
        await Edit(host, customer, d => d.Schedules[0].Until = Today);
    }

    private static async Task RemoveUsedQuota(Host host, Customer customer)
    {
        await UseAsync(host, customer);
        await Edit(host, customer, d => d.Quotas.Clear());
    }

    private static async Task DecreaseUsedQuota(Host host, Customer customer)
    {
        await UseAsync(host, customer);
        await Edit(host, customer, d => d.Quotas[0].Credits = 1);
    }

    private static Task UseAsync(Host host, Customer customer) =>
        host.Get<UsageLedger>()
            .PostAsync([
                new UsageDraft
                {
                    Customer = customer.Id.Value,
                    Key = "used",
                    Date = Today,
                    Credits = 60,
                },
            ]);

    private static Task CloseUsageAsync(Host host, Customer customer)
    {
        customer.CloseUsageThrough(Today);
        return host.Customers.UpdateAsync(customer);
    }

    private static async Task CloseAndWait(Host host, Customer customer)
    {
        customer.Close(Today, CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);
        host.Clock.AdvanceDays(90);
    }

    private static async Task<IReadOnlyList<Violation>> DeletePlanInUse(Host host)
    {
        var plan = await host.AddPlanAsync();
        await AddOther(host, d => d.ServicePlan = "gold");
        return await RefusedAsync(() => host.Plans.DeleteAsync(plan));
    }
}
