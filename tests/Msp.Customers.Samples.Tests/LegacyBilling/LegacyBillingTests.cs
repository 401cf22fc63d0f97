using Dapper;
using LegacyBilling;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Samples.Tests.LegacyBilling;

// A billing system with existing tables and rows.
public sealed class LegacyBillingTests : IAsyncLifetime
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"legacy-{Guid.NewGuid():N}.db");
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        var connection = $"Data Source={file}";
        var database = new BillingDatabase(connection);
        await database.CreateAsync();
        await using (var db = new SqliteConnection(connection))
        {
            await db.ExecuteAsync(
                """
                INSERT INTO TARIFF (CODE, TITLE, LEVEL, WITHDRAWN) VALUES ('G', 'Gold', 2, 0);
                INSERT INTO TARIFF_ITEM VALUES (1, 0, 'M365'), (1, 1, 'eu-central-1');
                INSERT INTO CLIENT (CLIENT_NO, CLIENT_NAME, COMPANY, STREET, TEL, TARIFF_CODE, KIND, LICENSED_UNTIL, SINCE)
                VALUES (4711, 'Northwind', 'Northwind Traders', '1 Harbour Road', '+49 421 555 0100', 'G', 1, '2026-12-31', '2020-02-29'),
                    (4712, 'Contoso', 'Contoso Ltd', NULL, NULL, NULL, 0, NULL, '2026-02-20');
                INSERT INTO ALLOTMENT (CLIENT_NO, MICRO_UNITS, VALID_FROM, VALID_TO)
                    VALUES (4711, 1500000, '2026-01-01', '2026-12-31'), (4711, NULL, '2027-01-01', NULL);
                INSERT INTO PERSON (CLIENT_NO, PERSON_NAME, MAIL, TEL)
                    VALUES (4711, 'Ada Example', 'ada@northwind.example', NULL), (4711, 'Grace Example', NULL, NULL);
                """
            );
        }

        await database.PrepareAsync();
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddSingleton(database);
        collection.AddScoped(s => new MeterStore(s.GetRequiredService<BillingDatabase>(), s.GetRequiredService<MspId>()));
        collection.AddScoped(s => new AuditTrail(s.GetRequiredService<BillingDatabase>(), s.GetRequiredService<MspId>()));
        collection
            .AddMspCustomers()
            .UseRepositories<ClientStore, TariffStore>()
            .UseUsageStore(s => s.GetRequiredService<MeterStore>())
            .UseChangeLog(s => s.GetRequiredService<AuditTrail>())
            .AddUsage();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    [Fact]
    public async Task A_preparation_that_existing_rows_do_not_allow_fails_and_adds_nothing()
    {
        var old = Path.GetTempFileName();
        var connection = $"Data Source={old};Pooling=false";
        try
        {
            var database = new BillingDatabase(connection);
            await database.CreateAsync();
            await using (var db = new SqliteConnection(connection))
            {
                await db.ExecuteAsync(
                    "INSERT INTO TARIFF (CODE, TITLE, LEVEL, WITHDRAWN) VALUES ('G', 'Gold', 2, 0), ('G', 'Gold again', 2, 0)"
                );
            }

            await database.Awaiting(d => d.PrepareAsync()).Should().ThrowAsync<SqliteException>();

            await using var after = new SqliteConnection(connection);
            (await after.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM pragma_table_info('TARIFF') WHERE name = 'MSP'")).Should().Be(0);
        }
        finally
        {
            File.Delete(old);
        }
    }

    [Fact]
    public async Task Existing_rows_are_read_as_customers_and_plans()
    {
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();

        var northwind = (await customers.GetByIdAsync("4711"))!;
        northwind.RegisteredOn.Should().Be(new LocalDate(2020, 2, 29));
        northwind.Quotas.Select(q => q.ToString()).Should().Equal("#1 1.5 2026-01-01..2026-12-31", "#2 unlimited 2027-01-01..");
        northwind.Contacts.Select(c => (c.Number, c.Name)).Should().Equal((1, "Ada Example"), (2, "Grace Example"));
        (await customers.GetByIdAsync("4712"))!.EvaluationEndDate.Should().Be(new LocalDate(2026, 3, 21));
        (await customers.ListAsync(new CustomersByOrganization(Names.NameKey.Of("northwind  TRADERS")))).Should().ContainSingle();
        var plan = (await scope.ServiceProvider.GetRequiredService<PlanRepository>().GetByIdAsync(new PlanId("G")))!;
        (plan.Edition, plan.Features.Single().Name, plan.AllowedRegions.Single().Name).Should().Be((Edition.Elite, "M365", "eu-central-1"));
    }

    [Fact]
    public async Task F15_Two_customers_swap_their_names_in_one_update_or_nothing_is_stored()
    {
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        var stale = await SwapAsync();

        await customers.UpdateRangeAsync(await SwapAsync());
        await customers.Awaiting(c => c.UpdateRangeAsync(stale)).Should().ThrowAsync<ConcurrencyException>();

        (await customers.GetByIdAsync("4711"))!.Account.OrganizationName.Should().Be("Contoso Ltd");
        (await customers.GetByIdAsync("4712"))!.Account.OrganizationName.Should().Be("Northwind Traders");

        async Task<Customer[]> SwapAsync()
        {
            Customer[] both = [(await customers.GetByIdAsync("4711"))!, (await customers.GetByIdAsync("4712"))!];
            var drafts = Array.ConvertAll(both, c => c.ToDraft());
            (drafts[0].OrganizationName, drafts[1].OrganizationName) = (drafts[1].OrganizationName, drafts[0].OrganizationName);
            both[0].Edit(drafts[0], CustomerTerms.Default);
            both[1].Edit(drafts[1], CustomerTerms.Default);
            return both;
        }
    }

    [Fact]
    public async Task Existing_customers_are_edited_with_rules_and_a_stale_edit_is_refused()
    {
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        var (mine, theirs) = ((await customers.GetByIdAsync("4711"))!, (await customers.GetByIdAsync("4711"))!);
        mine.AddQuota(
            new QuotaDraft
            {
                Credits = 0.000001m,
                EffectiveDate = new LocalDate(2026, 3, 1),
                EndDate = new LocalDate(2026, 3, 1),
                Priority = -1,
            }
        );
        theirs.VoidQuota(1, new LocalDate(2026, 4, 1));

        await customers.UpdateAsync(mine);

        await customers.Awaiting(c => c.UpdateAsync(theirs)).Should().ThrowAsync<ConcurrencyException>();
        (await customers.GetByIdAsync("4711"))!.ToSnapshot().Should().BeEquivalentTo(mine.ToSnapshot());
        var taken = Customer.Register(
            new CustomerDraft { AccountName = "New", OrganizationName = "Northwind Traders" },
            CustomerTerms.Default,
            new LocalDate(2026, 3, 1)
        );
        (await customers.Awaiting(c => c.AddAsync(taken)).Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Single()
            .Code.Should()
            .Be("organization-name.duplicate");
    }

    [Fact]
    public async Task Changes_are_written_to_the_audit_trail()
    {
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        scope.ServiceProvider.GetRequiredService<ChangeContext>().By = "job-7";
        var customer = (await customers.GetByIdAsync("4711"))!;
        customer.VoidQuota(1, new LocalDate(2026, 4, 1));

        await customers.UpdateAsync(customer);

        var trail = scope.ServiceProvider.GetRequiredService<IChangeLog>();
        var entry = (await trail.ListPendingAsync(9)).Should().ContainSingle().Subject;
        (entry.By, entry.Version, entry.Members.Single())
            .Should()
            .Be(("job-7", 2, new ChangedMember("Quotas[1].VoidedFrom", null, "2026-04-01")));
        await trail.MarkDeliveredAsync([entry.Id]);
        (await trail.ListPendingAsync(9)).Should().BeEmpty();
        (await trail.ListAsync(ChangeSubject.Customer, "4711").ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task F42_An_unreadable_entry_of_the_audit_trail_is_set_aside()
    {
        using var scope = services.CreateScope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        foreach (var customer in await customers.ListAsync())
        {
            customer.CloseUsageThrough(new LocalDate(2026, 2, 28));
            await customers.UpdateAsync(customer);
        }

        await using (var db = new SqliteConnection($"Data Source={file}"))
        {
            await db.ExecuteAsync("UPDATE AUDIT SET MEMBERS = 'no JSON' WHERE OBJECT_ID = '4711'");
        }

        var trail = scope.ServiceProvider.GetRequiredService<IChangeLog>();
        var failure = await scope
            .ServiceProvider.GetRequiredService<ChangeDelivery>()
            .Awaiting(d => d.DeliverAsync())
            .Should()
            .ThrowAsync<AggregateException>();

        failure.Which.InnerExceptions.Should().ContainSingle().Which.Should().BeOfType<UnreadableRowException>();
        (await trail.ListPendingAsync(9)).Select(e => e.SubjectId).Should().Equal("4711");
    }

    [Fact]
    public async Task Usage_is_posted_and_reserved_in_a_separate_table()
    {
        using var scope = services.CreateScope();
        var id = new CustomerId("4711");
        var ledger = scope.ServiceProvider.GetRequiredService<UsageLedger>();
        UsageDraft usage = new()
        {
            Customer = "4711",
            Key = "k",
            OccurredAt = Instant.FromUtc(2026, 3, 1, 8, 0),
            Credits = 0.25m,
        };

        await ledger.PostAsync([usage]);
        (await ledger.PostAsync([usage])).Single().IsReplay.Should().BeTrue();
        var reservations = scope.ServiceProvider.GetRequiredService<CreditReservations>();
        (
            await reservations.ReserveAsync(
                new UsageDraft
                {
                    Customer = "4711",
                    Key = "r",
                    Date = new LocalDate(2026, 3, 1),
                    Credits = 1.25m,
                },
                Duration.FromHours(1)
            )
        ).IsGranted.Should().BeTrue();
        (
            await reservations.ConsumeAsync(
                new UsageDraft
                {
                    Customer = "4711",
                    Key = "c",
                    Date = new LocalDate(2026, 3, 1),
                    Credits = 0.01m,
                }
            )
        ).IsGranted.Should().BeFalse();
        await reservations.CommitAsync(id, "r", 1);
        await ledger.ReverseAsync(id, "k");

        (await scope.ServiceProvider.GetRequiredService<CustomerCredits>().BalanceAsync(id))!
            .Totals.Should()
            .Match<Msp.Customers.Usage.CreditTotals>(t => t.Consumed == 1 && t.Remaining == 0.5m);
    }
}
