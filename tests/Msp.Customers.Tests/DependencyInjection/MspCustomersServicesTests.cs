using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Rules;

namespace Msp.Customers.Tests.DependencyInjection;

public sealed class MspCustomersServicesTests
{
    [Fact]
    public async Task Missing_storage_is_reported_at_startup_with_the_calls_to_add()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddMspCustomers();
        using var host = builder.Build();

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).WithMessage(
            "*no storage*UseInMemoryStorage()*UseRepositories*UseEntityFrameworkCore*"
        );
    }

    [Fact]
    public void Missing_storage_is_reported_when_a_repository_is_resolved()
    {
        var services = new ServiceCollection();
        services.AddMspCustomers();
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();

        scope
            .Invoking(s => s.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>())
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("*no storage*");
    }

    [Theory]
    [InlineData("zone", "*Europe/Atlantis*")]
    [InlineData("remove", "*'no.rule'*")]
    [InlineData("invariant", "*'field.required'*cannot be removed*")]
    [InlineData("severity", "*'quota.ends-before-it-starts'*cannot be a warning*")]
    [InlineData("terms", "*EvaluationDays must be at least 1*")]
    [InlineData("retention", "*zero or more*")]
    public void An_invalid_option_is_reported_in_a_sentence(string fault, string message)
    {
        using var host = new Host(o =>
            _ = fault switch
            {
                "zone" => o.TimeZone = "Europe/Atlantis",
                "remove" => o.Rules.Remove("no.rule"),
                "invariant" => o.Rules.Remove("field.required"),
                "severity" => o.Rules.SetSeverity("quota.ends-before-it-starts", Severity.Warning),
                "terms" => o.Rules.Terms = new CustomerTerms(EvaluationDays: 0),
                _ => (object)(o.Rules.Terms = new CustomerTerms(RetentionDays: -1)),
            }
        );

        host.Invoking(h => h.Customers).Should().Throw<OptionsValidationException>().WithMessage(message);
    }

    [Fact]
    public async Task Options_add_remove_and_replace_rules_and_set_severities()
    {
        using var host = new Host(o =>
            o.Rules.Remove("organization-name.duplicate")
                .SetSeverity("quota.overlaps", Severity.Error)
                .SetSeverity("plan.not-found", Severity.Warning)
                .Remove("contact.duplicate-email")
                .Add(new NoAcme())
                .Add(_ => new NoSandbox())
        );
        var draft = Valid.Draft();
        draft.ServicePlan = "none";
        draft.Contacts[1].Email = draft.Contacts[0].Email;
        await host.AddAsync(draft);
        draft.References.Clear();
        var second = await host.AddAsync(draft);

        second.AddQuota(Valid.Quota());
        (await host.Awaiting(h => h.Customers.UpdateAsync(second)).Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Should()
            .Contain(v => v.Code == "quota.overlaps" && v.Severity == Severity.Error);
        (await host.Customers.CheckAsync(Customer.Register(draft, host.Terms, Valid.Today)))
            .Should()
            .Contain(v => v.Code == "plan.not-found" && v.Severity == Severity.Warning);
        draft.AccountName = "Acme";
        (await host.Customers.CheckAsync(draft)).Should().ContainSingle(v => v.Code == "name.acme");
        draft.AccountName = "b";
        draft.TenantType = TenantType.Sandbox;
        (await host.Awaiting(h => h.AddAsync(draft)).Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Should()
            .Contain(v => v.Code == "tenant-type.sandbox");
    }

    [Fact]
    public async Task The_repository_interfaces_resolve_to_the_repositories_of_the_library()
    {
        using var host = new Host();

        host.Get<IRepositoryBase<Customer>>().Should().BeSameAs(host.Customers);
        host.Get<IReadRepositoryBase<Customer>>().Should().BeSameAs(host.Customers);
        host.Get<IRepositoryBase<ServicePlan>>().Should().BeSameAs(host.Plans);
        await host.AddAsync(Valid.Draft());
        using var other = host.Scope();
        (await other.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>().CountAsync()).Should().Be(1);
    }

    private sealed class NoAcme() : SaveRule<Customer>(Acme)
    {
        private static readonly RuleDescriptor Acme = new("name.acme", Severity.Error, "No Acme.");

        public override void Evaluate(Change<Customer> change)
        {
            if (change.After.Account.AccountName == "Acme")
            {
                change.Report(Acme, "AccountName");
            }
        }
    }

    private sealed class NoSandbox() : SaveRule<Customer>(Sandbox)
    {
        private static readonly RuleDescriptor Sandbox = new("tenant-type.sandbox", Severity.Error, "No sandbox.");

        public override void Evaluate(Change<Customer> change)
        {
            if (change.After.TenantType == TenantType.Sandbox)
            {
                change.Report(Sandbox, "TenantType");
            }
        }
    }
}
