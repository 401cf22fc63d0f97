using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Contacts;
using Msp.Customers.Details;
using Msp.Customers.Queries;
using Msp.Customers.Quotas;

namespace Msp.Customers.Tests.Seed;

// The portal's page "Manage customers": each field, page and action of it.
public sealed class ManageCustomersTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Account_Name_is_the_name_of_the_customer_account() =>
        (await SavedAsync(d => d.AccountName = " Northwind ")).Account.AccountName.Should().Be("Northwind");

    [Fact]
    public async Task Address_is_the_address_of_the_customer() =>
        (await SavedAsync(d => d.Address = "1 Harbour Road\nBremen")).Account.Address.Should().Be("1 Harbour Road\nBremen");

    [Fact]
    public async Task Phone_Number_is_the_phone_number_of_the_customer() =>
        (await SavedAsync(d => d.PhoneNumber = "+49 421 555 0100")).Account.PhoneNumber.Should().Be("+49 421 555 0100");

    [Fact]
    public async Task Organization_Name_is_the_name_of_the_organization() =>
        (await SavedAsync(d => d.OrganizationName = "Northwind Traders")).Account.OrganizationName.Should().Be("Northwind Traders");

    [Fact]
    public async Task Service_Plan_is_the_plan_that_the_customer_has_subscribed_to()
    {
        await host.AddPlanAsync();

        (await SavedAsync(d => d.ServicePlan = "gold")).ServicePlan!.Value.Should().Be("gold");
    }

    [Fact]
    public async Task Tenant_Type_is_Evaluation_by_default() =>
        (await SavedAsync(_ => { })).TenantType.Should().Be(TenantType.Evaluation);

    [Fact]
    public async Task Tenant_Type_is_the_one_selected() =>
        (await SavedAsync(d => d.TenantType = TenantType.Commercial)).TenantType.Should().Be(TenantType.Commercial);

    [Fact]
    public async Task Storage_Region_is_the_region_selected_for_the_data_storage() =>
        (await SavedAsync(d => d.StorageRegions = ["us-east-1"])).StorageRegions.Select(r => r.Name).Should().Equal("us-east-1");

    [Fact]
    public async Task Credit_Quota_is_what_is_allocated_to_the_customer() =>
        (await SavedAsync(d => d.Quotas[0].Credits = 1.5m)).Quotas[0].Limit.Should().Be(QuotaLimit.Of(Credits.Of(1.5m)));

    [Fact]
    public async Task Quota_Effective_Date_is_the_date_from_when_the_quota_is_applicable()
    {
        var customer = await SavedAsync(d => d.Quotas[0].EffectiveDate = Valid.Today.PlusDays(5));

        customer.Timeline.InForceOn(Valid.Today.PlusDays(4)).Should().BeNull();
        customer.Timeline.InForceOn(Valid.Today.PlusDays(5)).Should().NotBeNull();
    }

    [Fact]
    public async Task Quota_End_Date_is_the_date_when_the_quota_expires_at_its_end()
    {
        var customer = await SavedAsync(d => d.Quotas[0].EndDate = Valid.Today.PlusDays(5));

        customer.Timeline.InForceOn(Valid.Today.PlusDays(5)).Should().NotBeNull();
        customer.Timeline.InForceOn(Valid.Today.PlusDays(6)).Should().BeNull();
    }

    [Fact]
    public async Task License_Expiry_Date_is_the_last_licensed_day()
    {
        var customer = await SavedAsync(d => d.LicenseExpiryDate = Valid.Today);

        customer.IsLicensedOn(Valid.Today).Should().BeTrue();
        customer.IsLicensedOn(Valid.Today.PlusDays(1)).Should().BeFalse();
    }

    [Fact]
    public async Task Saving_the_New_Customer_page_adds_the_customer_to_the_Customers_page()
    {
        var customer = await SavedAsync(_ => { });

        (await host.Customers.PageAsync(new CustomerPageRequest())).Items.Select(c => c.Id).Should().Equal(customer.Id);
    }

    [Fact]
    public async Task The_Customer_Details_page_opens_with_account_plan_storage_credits_and_contacts()
    {
        await host.AddPlanAsync();
        var customer = await SavedAsync(d => d.ServicePlan = "gold");

        var page = await DetailsAsync(host, customer);

        page.Account.Should().Be(customer.Account);
        page.Plan.Plan!.Name.Should().Be("Plan gold");
        page.StorageAndCredits.Regions.Should().Equal(customer.StorageRegions);
        page.StorageAndCredits.Quotas.Should().ContainSingle().Which.DaysLeft.Should().Be(30);
        page.StorageAndCredits.Decision.PaysFirst!.Number.Should().Be(1);
        page.Contacts.Select(c => c.Name).Should().Equal("Ada Example", "Grace Example");
    }

    [Fact]
    public async Task The_Edit_Customer_page_saves_the_changes()
    {
        var customer = await SavedAsync(_ => { });
        var draft = customer.ToDraft();
        draft.AccountName = "Southwind";

        customer.Edit(draft, host.Rules);
        await host.Customers.UpdateAsync(customer);

        (await host.Customers.GetByIdAsync(customer.Id))!.Account.AccountName.Should().Be("Southwind");
    }

    [Fact]
    public async Task The_New_Contact_dialog_adds_the_contact_person_to_the_list()
    {
        var customer = await SavedAsync(_ => { });

        customer.AddContact(new ContactDraft { Name = "Linus Example", PhoneNumber = "+49 421 555 0102", Email = "linus@northwind.example" }, host.Rules);
        await host.Customers.UpdateAsync(customer);

        var added = (await host.Customers.GetByIdAsync(customer.Id))!.ContactNumbered(3)!;
        (added.Name, added.PhoneNumber, added.Email).Should().Be(("Linus Example", "+49 421 555 0102", "linus@northwind.example"));
    }

    [Fact]
    public async Task The_Edit_Contact_dialog_updates_the_contact_person_in_the_list()
    {
        var customer = await SavedAsync(_ => { });
        var contact = customer.Contacts[1].ToDraft();
        contact.PhoneNumber = "+49 421 555 0199";

        customer.ChangeContact(contact, host.Rules);
        await host.Customers.UpdateAsync(customer);

        (await host.Customers.GetByIdAsync(customer.Id))!.ContactNumbered(2)!.PhoneNumber.Should().Be("+49 421 555 0199");
    }

    [Fact]
    public async Task The_console_and_its_summaries_and_the_backup_jobs_are_what_the_host_supplies()
    {
        var sources = new DemoHost();
        using var connected = new Host(add: services => services
            .AddSingleton<IDetailSource<ConsoleLink>>(sources)
            .AddSingleton<IDetailSource<DataProtection>>(sources)
            .AddSingleton<IDetailSource<ServiceUtilization>>(sources)
            .AddSingleton<IDetailSource<StorageGrowth>>(sources)
            .AddSingleton<IDetailSource<CloudStatus>>(sources)
            .AddSingleton<IDetailSource<BackupJobs>>(sources));
        var customer = await connected.AddAsync(Valid.Draft());

        var page = await DetailsAsync(connected, customer);

        page.Console.Value!.Address.Should().Be(new Uri("https://console.example/"));
        page.DataProtection.Value!.ProtectedSources.Should().Be(3);
        page.ServiceUtilization.Value!.Services.Should().ContainSingle();
        page.StorageGrowth.Value!.Points.Should().ContainSingle();
        page.CloudStatus.Value!.Health.Should().Be(CloudHealth.Operational);
        page.BackupJobs.Value!.Succeeded.Should().Be(7);
    }

    private static async Task<CustomerDetails> DetailsAsync(Host host, Customer customer) =>
        (await host.Get<CustomerDetailsReader>().ReadAsync(customer.Id))!;

    private async Task<Customer> SavedAsync(Action<CustomerDraft> change)
    {
        var draft = Valid.Draft();
        change(draft);
        var added = await host.AddAsync(draft);
        return (await host.Customers.GetByIdAsync(added.Id))!;
    }

    private sealed class DemoHost : IDetailSource<ConsoleLink>, IDetailSource<DataProtection>, IDetailSource<ServiceUtilization>,
        IDetailSource<StorageGrowth>, IDetailSource<CloudStatus>, IDetailSource<BackupJobs>
    {
        ValueTask<ConsoleLink?> IDetailSource<ConsoleLink>.ReadAsync(Customer customer, CancellationToken cancellationToken) =>
            new(new ConsoleLink(new Uri("https://console.example/"), Instant.FromUtc(2026, 3, 1, 13, 0)));

        ValueTask<DataProtection?> IDetailSource<DataProtection>.ReadAsync(Customer customer, CancellationToken cancellationToken) =>
            new(new DataProtection(3, 1));

        ValueTask<ServiceUtilization?> IDetailSource<ServiceUtilization>.ReadAsync(Customer customer, CancellationToken cancellationToken) =>
            new(new ServiceUtilization([new ServiceUse("M365", 12, "users")]));

        ValueTask<StorageGrowth?> IDetailSource<StorageGrowth>.ReadAsync(Customer customer, CancellationToken cancellationToken) =>
            new(new StorageGrowth([new StoragePoint(Valid.Today, 42)]));

        ValueTask<CloudStatus?> IDetailSource<CloudStatus>.ReadAsync(Customer customer, CancellationToken cancellationToken) =>
            new(new CloudStatus(CloudHealth.Operational));

        ValueTask<BackupJobs?> IDetailSource<BackupJobs>.ReadAsync(Customer customer, CancellationToken cancellationToken) =>
            new(new BackupJobs(7, 1, 0, null));
    }
}
