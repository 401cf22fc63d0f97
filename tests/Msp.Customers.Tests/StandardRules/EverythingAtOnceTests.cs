using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using Msp.Customers.StandardRules;

namespace Msp.Customers.Tests.StandardRules;

public sealed class EverythingAtOnceTests : IDisposable
{
    private static readonly string[] AllSix =
    [
        "field.required AccountName",
        "organization-name.taken OrganizationName",
        "phone-number.unreadable PhoneNumber",
        "plan.retired ServicePlan",
        "quota.beyond-license Quotas[1].EndDate",
        "quota.ends-before-it-starts Quotas[0].EndDate",
    ];

    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_new_customer_is_refused_with_six_violations_at_their_members_in_one_call()
    {
        await PrepareAsync();
        var draft = Valid.Draft("Contoso");
        Break(draft);

        (await CodesAsync(() => host.Customers.CheckAsync(draft))).Should().Equal(AllSix);
        (await RefusalAsync(() => host.Customers.RegisterAsync(draft))).Should().Equal(AllSix);
        (await host.Customers.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task An_edit_is_refused_with_six_violations_at_their_members_in_one_call()
    {
        await PrepareAsync();
        var valid = Valid.Draft("Contoso");
        valid.TenantType = TenantType.Commercial;
        var customer = await host.AddAsync(valid);
        var draft = customer.ToDraft();
        Break(draft);

        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft))).Should().Equal(AllSix);
        (await RefusalAsync(() => host.Customers.EditAsync(customer, draft))).Should().Equal(AllSix);
        (await host.Customers.GetByIdAsync(customer.Id))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task Violations_are_at_the_members_of_the_draft_whatever_the_order_of_its_items()
    {
        var valid = Valid.Draft();
        valid.TenantType = TenantType.Commercial;
        valid.Quotas.Add(Later(1));
        var customer = await host.AddAsync(valid);
        var draft = customer.ToDraft();
        draft.Quotas = [Later(2), draft.Quotas[1], draft.Quotas[0]];
        draft.Quotas[1].EndDate = null;
        draft.Contacts = [new() { Name = "Linus Example", Email = "nowhere" }, draft.Contacts[1], draft.Contacts[0]];
        draft.StorageRegions = ["us-east-1", "EU-central-1", "us-east-1 "];

        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft)))
            .Should()
            .Equal("email.unreadable Contacts[0].Email", "quota.beyond-license Quotas[1].EndDate", "quota.overlaps Quotas[0]");
    }

    [Fact]
    public async Task What_is_at_fault_in_an_item_hides_nothing_else_of_it()
    {
        var draft = Valid.Draft();
        (draft.Contacts[1].Name, draft.Contacts[1].Email, draft.Contacts[1].PhoneNumber) = ("", "nowhere", "none");
        (draft.Quotas[0].Credits, draft.Quotas[0].EndDate) = (0, null);

        (await CodesAsync(() => host.Customers.CheckAsync(draft)))
            .Should()
            .Equal(
                "email.unreadable Contacts[1].Email",
                "field.required Contacts[1].Name",
                "phone-number.unreadable Contacts[1].PhoneNumber",
                "quota.beyond-evaluation Quotas[0].EndDate",
                "quota.beyond-license Quotas[0].EndDate",
                "quota.credits-not-positive Quotas[0].Credits"
            );
    }

    [Fact]
    public async Task A_member_at_fault_makes_no_other_one_wrong()
    {
        using var strict = new Host(o =>
            o.Rules.RequiredFields =
                CustomerFields.Contact | CustomerFields.CreditQuota | CustomerFields.StorageRegion | CustomerFields.LicenseExpiryDate
        );
        var valid = Valid.Draft();
        var customer = await strict.AddAsync(valid);
        var draft = customer.ToDraft();
        (draft.StorageRegions[0], draft.LicenseExpiryDate, draft.TenantType) = ("\0", new LocalDate(0, 1, 1), (TenantType)9);
        draft.Contacts = [null!];
        draft.Quotas[0].EndDate = new(2025, 1, 1);

        (await CodesAsync(() => strict.Customers.CheckAsync(customer, draft)))
            .Should()
            .Equal(
                "date.out-of-range LicenseExpiryDate",
                "field.control-characters StorageRegions[0]",
                "list.item-missing Contacts[0]",
                "quota.ends-before-it-starts Quotas[0].EndDate",
                "tenant-type.unknown TenantType"
            );
    }

    [Fact]
    public async Task A_save_returns_its_warnings()
    {
        var draft = Valid.Draft();
        draft.Quotas[0].EndDate = Valid.Today.PlusDays(59);

        var (customer, warnings) = await host.Customers.RegisterAsync(draft);
        customer.ExtendEvaluation(1, Valid.Today);
        var saved = await host.Customers.SaveAsync(customer);
        var edited = customer.ToDraft();
        edited.Address = "2 Harbour Road";

        warnings.Select(v => v.Code).Should().Equal("quota.beyond-evaluation");
        saved.Select(v => v.Code).Should().Equal("quota.beyond-evaluation");
        (await host.Customers.EditAsync(customer, edited)).Select(v => v.Code).Should().Equal("quota.beyond-evaluation");
        (await host.Customers.GetByIdAsync(customer.Id))!.Account.Address.Should().Be("2 Harbour Road");
    }

    [Fact]
    public async Task A_stored_customer_that_breaks_a_rule_which_came_later_can_be_edited()
    {
        var draft = Valid.Draft();
        (draft.PhoneNumber, draft.Address, draft.Contacts[1].Email) = ("ask Ada", null, "nowhere");
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        using var strict = new Host(o => o.Rules.RequiredFields = CustomerFields.Address);
        await strict.Get<Msp.Customers.Storage.Stored<Customer>>().Repository.AddAsync(customer);

        customer.AddContact(new() { Name = "Linus Example" });
        (await strict.Customers.SaveAsync(customer)).Should().BeEmpty();

        var edited = customer.ToDraft();
        (edited.PhoneNumber, edited.Contacts[1].Email) = ("ask Grace", "nowhere else");
        (await CodesAsync(() => strict.Customers.CheckAsync(customer, edited)))
            .Should()
            .Equal("email.unreadable Contacts[1].Email", "phone-number.unreadable PhoneNumber");
    }

    private static QuotaDraft Later(int months) =>
        new()
        {
            Credits = 1,
            EffectiveDate = Valid.Today.PlusMonths(months),
            EndDate = Valid.Today.PlusMonths(months).PlusDays(9),
        };

    private async Task PrepareAsync()
    {
        await host.AddPlanAsync(p => p.IsRetired = true);
        await host.AddAsync(Valid.Draft());
    }

    private static void Break(CustomerDraft draft)
    {
        (draft.AccountName, draft.PhoneNumber, draft.OrganizationName) = ("", "call me", "northwind TRADERS");
        (draft.ServicePlan, draft.LicenseExpiryDate, draft.TenantType) = ("gold", Valid.Today.PlusDays(40), TenantType.Commercial);
        draft.Quotas[0].EndDate = Valid.Today.PlusDays(-1);
        draft.Quotas.Add(
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = Valid.Today.PlusDays(40),
                EndDate = Valid.Today.PlusDays(41),
            }
        );
    }

    private static async Task<IEnumerable<string>> CodesAsync(Func<Task<IReadOnlyList<Violation>>> check) =>
        (await check()).Select(v => $"{v.Code} {v.Path}").Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> RefusalAsync(Func<Task> save) =>
        await CodesAsync(async () => (await save.Should().ThrowAsync<RuleViolationException>()).Which.Violations);
}
