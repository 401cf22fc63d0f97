using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.StandardRules;

public sealed class AllViolationsTests : IDisposable
{
    private static readonly string[] AllSix =
    [
        "field.required AccountName",
        "organization-name.duplicate OrganizationName",
        "phone-number.invalid PhoneNumber",
        "plan.retired ServicePlan",
        "quota.ends-after-license Quotas[1].EndDate",
        "quota.ends-before-it-starts Quotas[0].EndDate",
    ];

    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_new_customer_is_refused_with_all_six_violations_in_one_call()
    {
        await PrepareAsync();
        var draft = Valid.Draft("Contoso");
        Invalidate(draft);

        (await CodesAsync(() => host.Customers.CheckAsync(draft))).Should().Equal(AllSix);
        (await RefusalAsync(() => host.Customers.RegisterAsync(draft))).Should().Equal(AllSix);
        (await host.Customers.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task An_edit_is_refused_with_all_six_violations_in_one_call()
    {
        await PrepareAsync();
        var valid = Valid.Draft("Contoso");
        valid.TenantType = TenantType.Commercial;
        var customer = await host.AddAsync(valid);
        var draft = customer.ToDraft();
        Invalidate(draft);

        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft))).Should().Equal(AllSix);
        (await RefusalAsync(() => host.Customers.EditAsync(customer, draft))).Should().Equal(AllSix);
        (await host.Customers.GetByIdAsync(customer.Id))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task Violations_have_the_paths_of_the_draft_in_any_order_of_its_items()
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
            .Equal("email.invalid Contacts[0].Email", "quota.ends-after-license Quotas[1].EndDate", "quota.overlaps Quotas[0]");
    }

    [Fact]
    public async Task A_violation_of_an_item_does_not_hide_its_other_violations()
    {
        var draft = Valid.Draft();
        (draft.Contacts[1].Name, draft.Contacts[1].Email, draft.Contacts[1].PhoneNumber) = ("", "nowhere", "none");
        (draft.Quotas[0].Credits, draft.Quotas[0].EndDate) = (0, null);

        (await CodesAsync(() => host.Customers.CheckAsync(draft)))
            .Should()
            .Equal(
                "email.invalid Contacts[1].Email",
                "field.required Contacts[1].Name",
                "phone-number.invalid Contacts[1].PhoneNumber",
                "quota.credits-not-positive Quotas[0].Credits",
                "quota.ends-after-evaluation Quotas[0].EndDate",
                "quota.ends-after-license Quotas[0].EndDate"
            );
    }

    [Fact]
    public async Task A_violation_of_a_member_causes_no_violation_of_another_member()
    {
        using var strict = new Host(o =>
            o.Rules.RequiredFields =
                RequiredFields.Contact | RequiredFields.CreditQuota | RequiredFields.StorageRegion | RequiredFields.LicenseExpiryDate
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
                "list.empty-item Contacts[0]",
                "quota.ends-before-it-starts Quotas[0].EndDate",
                "tenant-type.invalid TenantType"
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

        warnings.Select(v => v.Code).Should().Equal("quota.ends-after-evaluation");
        saved.Select(v => v.Code).Should().Equal("quota.ends-after-evaluation");
        (await host.Customers.EditAsync(customer, edited)).Select(v => v.Code).Should().Equal("quota.ends-after-evaluation");
        (await host.Customers.GetByIdAsync(customer.Id))!.Account.Address.Should().Be("2 Harbour Road");
    }

    [Fact]
    public async Task A_stored_customer_that_violates_a_rule_added_later_can_be_edited()
    {
        var draft = Valid.Draft();
        (draft.PhoneNumber, draft.Address, draft.Contacts[1].Email) = ("ask Ada", null, "nowhere");
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        using var strict = new Host(o => o.Rules.RequiredFields = RequiredFields.Address);
        await strict.Get<HostStore<Customer>>().Repository.AddAsync(customer);

        customer.AddContact(new() { Name = "Linus Example" });
        (await strict.Customers.SaveAsync(customer)).Should().BeEmpty();

        var edited = customer.ToDraft();
        (edited.PhoneNumber, edited.Contacts[1].Email) = ("ask Grace", "nowhere else");
        (await CodesAsync(() => strict.Customers.CheckAsync(customer, edited)))
            .Should()
            .Equal("email.invalid Contacts[1].Email", "phone-number.invalid PhoneNumber");
    }

    [Theory]
    [InlineData("Quotas[1]")]
    [InlineData("Quotas[-1]")]
    [InlineData("Contacts[Ada]")]
    [InlineData("")]
    public async Task A_violation_with_any_path_is_returned(string path)
    {
        using var strict = new Host(o => o.Rules.Add(new Always(path)).SetSeverity("host.always", Severity.Warning));
        var customer = await strict.AddAsync(Valid.Draft());

        (await strict.Customers.CheckAsync(customer, customer.ToDraft())).Should().ContainSingle().Which.Path.Should().Be(path);
    }

    [Fact]
    public async Task A_parse_warning_does_not_replace_the_value()
    {
        var draft = Valid.Draft();
        draft.ParseErrors.Add(new Violation("host.odd-name", Severity.Warning, "AccountName", "The name is odd."));

        var (customer, warnings) = await host.Customers.RegisterAsync(draft);

        customer.Account.AccountName.Should().Be("Northwind");
        warnings.Should().ContainSingle().Which.Code.Should().Be("host.odd-name");
    }

    [Fact]
    public async Task An_edit_that_is_not_stored_does_not_change_the_customer()
    {
        var customer = await host.AddAsync(Valid.Draft());
        var other = (await host.Customers.GetByIdAsync(customer.Id))!;
        other.RemoveContact(2);
        await host.Customers.SaveAsync(other);
        var (draft, version) = (customer.ToDraft(), customer.Version);
        draft.Address = "2 Harbour Road";

        await host.Customers.Awaiting(c => c.EditAsync(customer, draft)).Should().ThrowAsync<ConcurrencyException>();

        (customer.Account.Address, customer.Version).Should().Be(("1 Harbour Road\nBremen", version));
        draft.AccountName = "";
        (await RefusalAsync(() => host.Customers.EditAsync(customer, draft))).Should().Equal("field.required AccountName");
    }

    [Fact]
    public async Task An_edit_with_a_conflict_during_the_save_does_not_change_the_customer()
    {
        using var raced = new Host(o => o.Rules.Add<SavesConcurrently>());
        var customer = await raced.AddAsync(Valid.Draft());
        var (draft, version) = (customer.ToDraft(), customer.Version);
        draft.Address = "2 Harbour Road";

        await raced.Customers.Awaiting(c => c.EditAsync(customer, draft)).Should().ThrowAsync<ConcurrencyException>();

        (customer.Account.Address, customer.Version, customer.OriginalVersion).Should().Be(("1 Harbour Road\nBremen", version, version));
    }

    [Fact]
    public async Task An_edit_of_a_customer_that_is_not_stored_stores_it()
    {
        var customer = Valid.Customer();
        var draft = customer.ToDraft();
        draft.Address = "2 Harbour Road";

        (await host.Customers.EditAsync(customer, draft)).Should().BeEmpty();

        customer.OriginalVersion.Should().Be(customer.Version);
        (await host.Customers.GetByIdAsync(customer.Id))!.Account.Address.Should().Be("2 Harbour Road");
        customer.RemoveContact(2);
        (await host.Customers.SaveAsync(customer)).Should().BeEmpty();
    }

    [Fact]
    public async Task F48_A_draft_of_another_customer_is_refused_with_all_violations_and_changes_nothing()
    {
        var customer = await host.AddAsync(Valid.Draft());
        var draft = customer.ToDraft();
        (draft.Id, draft.PhoneNumber, draft.ServicePlan) = ("another", "call me", "none");
        string[] all = ["id.mismatch Id", "phone-number.invalid PhoneNumber", "plan.not-found ServicePlan"];

        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft))).Should().BeEquivalentTo(all);
        (await host.Customers.Awaiting(c => c.EditAsync(customer, draft)).Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Select(v => $"{v.Code} {v.Path}")
            .Should()
            .BeEquivalentTo(all);
        (await host.Customers.CountAsync()).Should().Be(1);
        customer.Version.Should().Be(customer.OriginalVersion);
    }

    [Fact]
    public async Task A_draft_with_too_many_items_has_no_other_violations()
    {
        var customer = await host.AddAsync(Valid.Draft());
        var draft = customer.ToDraft();
        draft.Id = new string('x', 129);
        draft.StorageRegions = [.. Enumerable.Repeat("r", 5_001)];

        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft))).Should().Equal("list.too-long StorageRegions");
        draft.Id = customer.Id.Value;
        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft))).Should().Equal("list.too-long StorageRegions");
    }

    [Fact]
    public async Task An_item_with_a_duplicate_number_is_not_evaluated_as_a_new_item()
    {
        var valid = Valid.Draft();
        valid.Contacts[1].Email = "grace@northwind.example";
        var customer = await host.AddAsync(valid);
        host.Clock.AdvanceDays(100);
        var draft = customer.ToDraft();
        draft.Quotas.Add(customer.Quotas[0].ToDraft());
        draft.Contacts.Add(customer.Contacts[0].ToDraft());

        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft)))
            .Should()
            .Equal(
                "contact.duplicate-primary Contacts[2].IsPrimary",
                "list.duplicate-number Contacts[2].Number",
                "list.duplicate-number Quotas[1].Number"
            );
    }

    [Fact]
    public async Task A_violation_of_a_member_does_not_hide_a_violation_of_the_item()
    {
        var customer = await host.AddAsync(Valid.Draft());
        customer.Suspend(SuspensionReason.NonPayment, Valid.Today);
        await host.Customers.SaveAsync(customer);
        var draft = customer.ToDraft();
        draft.Quotas.Add(
            new QuotaDraft
            {
                Credits = -1,
                EffectiveDate = Valid.Today.PlusDays(30),
                EndDate = Valid.Today.PlusDays(31),
            }
        );

        (await CodesAsync(() => host.Customers.CheckAsync(customer, draft)))
            .Should()
            .Equal(
                "quota.credits-not-positive Quotas[1].Credits",
                "quota.ends-after-evaluation Quotas[1].EndDate",
                "quota.requires-active-customer Quotas[1]"
            );
    }

    [Fact]
    public async Task A_past_quota_of_a_schedule_is_allowed_even_if_the_schedule_is_invalid()
    {
        var draft = Valid.Draft();
        var start = new LocalDate(2025, 12, 1);
        draft.Quotas =
        [
            new()
            {
                Credits = 1,
                EffectiveDate = start,
                EndDate = new(2025, 12, 31),
            },
        ];
        draft.Schedules =
        [
            new()
            {
                Start = start,
                Unit = Msp.Customers.ScheduleUnit.Month,
                Credits = 1,
                Increment = -1,
                NextOccurrence = 3,
            },
        ];

        (await CodesAsync(() => host.Customers.CheckAsync(draft))).Should().Equal("schedule.invalid-increment Schedules[0].Increment");
    }

    [Fact]
    public async Task Many_violations_of_many_items_are_reported_quickly()
    {
        var draft = Valid.Draft();
        draft.Quotas = [.. Enumerable.Range(0, 5_000).Select(i => new QuotaDraft { Credits = 1, EffectiveDate = Valid.Today.PlusDays(i) })];
        var started = System.Diagnostics.Stopwatch.StartNew();

        (await host.Customers.CheckAsync(draft)).Should().HaveCount(14_999);

        started.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }

    // Another writer saves the customer between the evaluation of an edit and its save.
    private sealed class SavesConcurrently(HostStore<Customer> stored) : SaveRule<Customer>(Code)
    {
        private static readonly RuleDescriptor Code = new("host.meanwhile", Severity.Error, "Never.");

        public override async ValueTask EvaluateAsync(IReadOnlyList<Change<Customer>> changes, CancellationToken cancellationToken)
        {
            if (changes is [{ IsNew: false, After.Id: var id }])
            {
                var other = (await stored.Repository.GetByIdAsync(id, cancellationToken))!;
                if (other.Contacts.Count == 2)
                {
                    other.RemoveContact(2);
                    await stored.Repository.UpdateAsync(other, cancellationToken);
                }
            }
        }
    }

    private sealed class Always(string path) : SaveRule<Customer>(Code)
    {
        private static readonly RuleDescriptor Code = new("host.always", Severity.Error, "Always.");

        public override void Evaluate(Change<Customer> change) => change.Report(Code, path);
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

    private static void Invalidate(CustomerDraft draft)
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
