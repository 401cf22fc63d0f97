using System.Text.Json;

namespace Msp.Customers.Tests.StandardRules;

// Input that violates one rule at the given paths. Also lists the other codes that are always reported.
internal sealed record BadInput(string Code, string[] Paths, Func<Host, Task<IReadOnlyList<Violation>>> TryAsync)
{
    public Action<MspCustomersOptions>? Configure { get; init; }

    public string[] Also { get; init; } = [];

    // A draft that is registered.
    public static BadInput Draft(string code, Action<CustomerDraft> change, params string[] paths) =>
        new(
            code,
            paths,
            host =>
            {
                var draft = Valid.Draft();
                change(draft);
                return CheckAndRefuseAsync(host, draft, () => host.Customers.CheckAsync(draft), () => host.Customers.RegisterAsync(draft));
            }
        );

    // A draft that edits a valid customer.
    public static BadInput Edit(string code, Action<CustomerDraft> change, params string[] paths) =>
        new(
            code,
            paths,
            async host =>
            {
                var valid = Valid.Draft();
                (valid.TenantType, valid.LicenseExpiryDate) = (TenantType.Commercial, null);
                var customer = await host.AddAsync(valid);
                var (draft, before) = (customer.ToDraft(), JsonSerializer.Serialize(customer.ToSnapshot()));
                change(draft);
                var found = await CheckAndRefuseAsync(
                    host,
                    draft,
                    () => host.Customers.CheckAsync(customer, draft),
                    () => host.Customers.EditAsync(customer, draft)
                );
                JsonSerializer.Serialize(customer.ToSnapshot()).Should().Be(before);
                return found;
            }
        );

    public static BadInput Plan(string code, Action<PlanDraft> change, params string[] paths) =>
        new(
            code,
            paths,
            _ =>
            {
                var draft = Valid.PlanDraft();
                change(draft);
                var (before, found) = (JsonSerializer.Serialize(draft), Refused(() => ServicePlan.Create(draft)));
                JsonSerializer.Serialize(draft).Should().Be(before);
                return Task.FromResult(found);
            }
        );

    // A call that the customer refuses.
    public static BadInput Call(string code, Action<Customer> before, Action<Customer> call, params string[] paths) =>
        new(
            code,
            paths,
            _ =>
            {
                var customer = Valid.Customer();
                before(customer);
                var snapshot = JsonSerializer.Serialize(customer.ToSnapshot());
                var found = Refused(() => call(customer));
                JsonSerializer.Serialize(customer.ToSnapshot()).Should().Be(snapshot);
                return Task.FromResult(found);
            }
        );

    // A new customer that is saved after the action before.
    public static BadInput Add(string code, Action<CustomerDraft> change, Func<Host, Task> before, params string[] paths) =>
        new(
            code,
            paths,
            async host =>
            {
                await before(host);
                var draft = Valid.Draft("Contoso");
                change(draft);
                return await CheckAndSaveAsync(host, Customer.Register(draft, host.Terms, Valid.Today));
            }
        );

    public static BadInput Add(string code, Action<CustomerDraft> change, params string[] paths) =>
        Add(code, change, _ => Task.CompletedTask, paths);

    // A stored customer that is changed and saved.
    public static BadInput Change(string code, Action<CustomerDraft> draft, Func<Host, Customer, Task> change, params string[] paths) =>
        new(
            code,
            paths,
            async host =>
            {
                var valid = Valid.Draft();
                draft(valid);
                var customer = await host.AddAsync(valid);
                await change(host, customer);
                return await CheckAndSaveAsync(host, customer);
            }
        );

    public static BadInput Delete(string code, Action<CustomerDraft> draft, Func<Host, Customer, Task> change, params string[] paths) =>
        new(
            code,
            paths,
            async host =>
            {
                var valid = Valid.Draft();
                draft(valid);
                var customer = await host.AddAsync(valid);
                await change(host, customer);
                var stock = await host.StoredStateAsync();
                var found = await RefusedAsync(() => host.Customers.DeleteAsync(customer));
                (await host.StoredStateAsync()).Should().Be(stock);
                return found;
            }
        );

    public static BadInput Page(string code, CustomerPageRequest request, params string[] paths) =>
        new(code, paths, host => RefusedAsync(() => host.Customers.PageAsync(request)));

    // An error refuses the save and a warning does not. The check stores nothing.
    public static async Task<IReadOnlyList<Violation>> CheckAndSaveAsync(Host host, Customer customer)
    {
        var stock = await host.StoredStateAsync();
        var found = await host.Customers.CheckAsync(customer);
        (await host.StoredStateAsync()).Should().Be(stock);
        Task Save() => customer.OriginalVersion == 0 ? host.Customers.AddAsync(customer) : host.Customers.UpdateAsync(customer);
        if (found.Any(v => v.Severity == Severity.Error))
        {
            (await RefusedAsync(Save)).Should().BeEquivalentTo(found, o => o.WithStrictOrdering());
            (await host.StoredStateAsync()).Should().Be(stock);
        }
        else
        {
            await Save();
            (await host.StoredStateAsync()).Should().NotBe(stock);
        }

        return found;
    }

    public static IReadOnlyList<Violation> Refused(Action action) => action.Should().Throw<RuleViolationException>().Which.Violations;

    public static async Task<IReadOnlyList<Violation>> RefusedAsync(Func<Task> action) =>
        (await action.Should().ThrowAsync<RuleViolationException>()).Which.Violations;

    // The refusal contains what the check returns; neither changes the draft or stores anything.
    private static async Task<IReadOnlyList<Violation>> CheckAndRefuseAsync(
        Host host,
        CustomerDraft draft,
        Func<Task<IReadOnlyList<Violation>>> check,
        Func<Task> save
    )
    {
        var (before, stock) = (JsonSerializer.Serialize(draft), await host.StoredStateAsync());
        var found = await check();
        (await RefusedAsync(save)).Should().BeEquivalentTo(found, o => o.WithStrictOrdering());
        JsonSerializer.Serialize(draft).Should().Be(before);
        (await host.StoredStateAsync()).Should().Be(stock);
        return found;
    }
}
