namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// Another program has written to the tables of a database without checks.
public sealed class UnreadableRowTests : IDisposable
{
    private readonly TestStorage storage = new();

    // The table and the assignment of an UPDATE, the reported member, and whether rows of a list report it too.
    public static TheoryData<string, string, string, bool> InvalidValues =>
        new()
        {
            { "Customers", "\"AccountName\" = ''", "AccountName", true },
            { "Customers", "\"OrganizationName\" = ' '", "OrganizationName", true },
            { "Customers", "\"TimeZone\" = 'Mars/Olympus'", "TimeZone", true },
            { "Customers", "\"TenantType\" = 'Trial'", "TenantType", true },
            { "Customers", "\"SuspensionReason\" = 'Whim', \"SuspendedOn\" = '2026-03-01'", "SuspensionReason", false },
            { "Customers", "\"ClosedOn\" = '2026-03-01'", "RetentionDate", false },
            { "Customers", "\"EvaluationEndDate\" = NULL", "EvaluationEndDate", false },
            { "Customers", "\"LastQuotaNumber\" = -1", "LastQuotaNumber", false },
            { "CreditQuotas", "\"CreditMicros\" = -5", "Quotas.Credits", false },
            { "CreditQuotas", "\"CreditMicros\" = 0", "Quotas[0].Credits", false },
            { "CreditQuotas", "\"EndDate\" = '2020-01-01'", "Quotas[0].EndDate", false },
            { "CustomerContacts", "\"Name\" = ''", "Contacts[0].Name", false },
            { "QuotaSchedules", "\"Unit\" = 'Fortnight'", "Schedules.Unit", false },
            { "QuotaSchedules", "\"Interval\" = 0", "Schedules.Interval", false },
        };

    public void Dispose() => storage.Dispose();

    [Theory]
    [MemberData(nameof(InvalidValues))]
    public async Task F41_A_row_with_an_invalid_value_is_reported_and_the_other_rows_are_readable(
        string table,
        string change,
        string member,
        bool isMarked
    )
    {
        await FillAsync();
        await DamageAsync($"UPDATE \"{table}\" SET {change} WHERE \"{(table == "Customers" ? "Id" : "CustomerId")}\" = 'c2'");
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);

        var get = () => customers.GetByIdAsync("c2");
        var list = () => customers.ListAsync();
        var page = () => customers.PageAsync(new CustomerPageRequest());
        foreach (Func<Task> read in new Func<Task>[] { get, list, page })
        {
            var thrown = (await read.Should().ThrowAsync<UnreadableRowException>()).Which;
            (thrown.Type, thrown.Id, thrown.Member).Should().Be(("Customer", "c2", member));
            thrown.ToString().Should().NotContainAny("Fabrikam", "Mars", "Trial", "Whim", "Fortnight");
        }

        (await customers.GetByIdAsync("c3"))!.Account.AccountName.Should().Be("Fabrikam 3");
        (await customers.CountAsync()).Should().Be(5);
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            var rows = await RowsAsync(customers, new CustomerPageRequest { Size = 1, Sort = sort });
            rows.Select(r => r.Id.Value).Should().BeEquivalentTo("c1", "c2", "c3", "c4", "c5");
            rows.Single(r => r.Id.Value == "c2").UnreadableMember.Should().Be(isMarked ? member : null);
            rows.Where(r => r.Id.Value != "c2").Should().OnlyContain(r => r.UnreadableMember == null);
            if (sort == CustomerSort.AccountName)
            {
                rows.Select(r => r.Id.Value).Should().Equal("c1", "c2", "c3", "c4", "c5");
            }
        }
    }

    [Fact]
    public async Task F41_A_plan_with_an_invalid_value_is_reported()
    {
        await using var context = storage.Context();
        var plans = new DbContextPlanStore<MspCustomersContext>(context);
        await plans.AddAsync(Valid.Plan());
        await DamageAsync("UPDATE \"ServicePlans\" SET \"Name\" = ''");

        var list = () => plans.ListAsync();

        (await list.Should().ThrowAsync<UnreadableRowException>()).Which.Member.Should().Be("Name");
    }

    private static async Task<List<CustomerRow>> RowsAsync(IReadRepositoryBase<Customer> customers, CustomerPageRequest request)
    {
        var rows = new List<CustomerRow>();
        for (var pages = 0; pages < 10; pages++)
        {
            var page = await customers.RowsAsync(request);
            rows.AddRange(page.Items);
            request = request with { Token = page.NextToken };
            if (page.NextToken is null)
            {
                return rows;
            }
        }

        throw new InvalidOperationException("The pages do not end.");
    }

    private async Task FillAsync()
    {
        foreach (var n in Enumerable.Range(1, 5))
        {
            var draft = Valid.Draft();
            (draft.Id, draft.AccountName, draft.OrganizationName) = ($"c{n}", $"Fabrikam {n}", $"Fabrikam {n} Ltd");
            draft.References.Clear();
            draft.Schedules.Add(
                new QuotaScheduleDraft
                {
                    Start = Valid.Today,
                    Unit = ScheduleUnit.Month,
                    Credits = 1,
                }
            );
            await storage.SaveAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        }
    }

    private async Task DamageAsync(string sql)
    {
        await using var context = storage.Context();
        await TestDatabase.WithoutChecksAsync(context, sql);
    }
}
