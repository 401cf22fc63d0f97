using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.EntityFrameworkCore.Tests;

public sealed class FirstStepsTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 3, 1);
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task A_customer_is_registered_found_and_edited_and_a_stale_edit_is_refused()
    {
        using var scope = storage.Scope();
        var plans = scope.ServiceProvider.GetRequiredService<IRepositoryBase<ServicePlan>>();
        var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        await plans.AddAsync(
            ServicePlan.Create(
                new PlanDraft
                {
                    Id = "gold",
                    Name = "Gold",
                    Edition = Edition.Elite,
                    AllowedRegions = { "eu-central-1" },
                    Features = { "M365" },
                }
            )
        );

        var draft = new CustomerDraft
        {
            Id = "c-1",
            AccountName = "Northwind",
            OrganizationName = "Northwind Traders",
            ServicePlan = "gold",
            StorageRegions = { "EU-Central-1" },
            Quotas =
            {
                new QuotaDraft
                {
                    Credits = 100.5m,
                    EffectiveDate = Today,
                    EndDate = Today.PlusDays(29),
                },
            },
            Contacts =
            {
                new ContactDraft
                {
                    Name = "Ada",
                    Email = "ada@northwind.example",
                    IsPrimary = true,
                    Roles = ContactRoles.Billing,
                },
            },
            References =
            {
                new ReferenceDraft { System = "PSA", Id = "4711" },
            },
        };
        var customer = await customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Today));
        customer.OriginalVersion.Should().Be(1);

        using var other = storage.Scope();
        var otherCustomers = other.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        var found = await otherCustomers.GetByIdAsync(new CustomerId("c-1"));
        found!.ToSnapshot().Should().BeEquivalentTo(customer.ToSnapshot());
        found.AddContact(new ContactDraft { Name = "Grace" });
        found.AddQuota(new QuotaDraft { Unlimited = true, EffectiveDate = Today.PlusDays(30) });
        await otherCustomers.UpdateAsync(found);

        customer.AddContact(new ContactDraft { Name = "Linus" });
        await customers.Awaiting(c => c.UpdateAsync(customer)).Should().ThrowAsync<ConcurrencyException>();
        (await customers.GetByIdAsync("c-1"))!.ToSnapshot().Should().BeEquivalentTo(found.ToSnapshot());

        found.RemoveContact(1);
        found.ChangeQuota(
            new QuotaDraft
            {
                Number = 1,
                Credits = 7,
                EffectiveDate = Today,
            }
        );
        await otherCustomers.UpdateAsync(found);
        var page = await customers.PageAsync(
            new CustomerPageRequest
            {
                Filter = new CustomerFilter { QuotaInForceOn = Today, Text = "north" },
            }
        );
        page.Items.Should().ContainSingle().Which.ToSnapshot().Should().BeEquivalentTo(found.ToSnapshot());

        await customers
            .Awaiting(c =>
                c.AddAsync(
                    Customer.Register(
                        new CustomerDraft { AccountName = "x", OrganizationName = "NORTHWIND  traders" },
                        CustomerTerms.Default,
                        Today
                    )
                )
            )
            .Should()
            .ThrowAsync<RuleViolationException>()
            .Where(e => e.Violations.Any(v => v.Code == "organization-name.duplicate"));
    }

    [Fact]
    public async Task A_customer_edited_by_a_draft_can_be_changed_and_saved_again()
    {
        using var scope = storage.Scope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        var (customer, _) = await customers.RegisterAsync(
            new CustomerDraft
            {
                AccountName = "Northwind",
                OrganizationName = "Northwind Traders",
                TenantType = TenantType.Commercial,
            }
        );
        var draft = customer.ToDraft();
        draft.Quotas.Add(new QuotaDraft { Credits = 5, EffectiveDate = Today });

        await customers.EditAsync(customer, draft);
        customer.VoidQuota(1, Today.PlusDays(9));
        await customers.SaveAsync(customer);

        using var other = storage.Scope();
        var read = (await other.ServiceProvider.GetRequiredService<CustomerRepository>().GetByIdAsync(customer.Id))!;
        read.ToSnapshot().Should().BeEquivalentTo(customer.ToSnapshot());
        (read.Version, read.Quotas[0].VoidedFrom).Should().Be((3, Today.PlusDays(9)));
    }
}
