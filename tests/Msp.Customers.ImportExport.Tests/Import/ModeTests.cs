namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class ModeTests
{
    private const string Customers = "Id,AccountName,OrganizationName\nc-1,One,Org 1\nc-2,,Org 2\nc-3,Three,Org 3\nc-4,Four,org 1\n";

    private static readonly ImportOptions Skip = new() { SkipRefused = true };
    private static readonly ImportOptions Edit = new() { EditStored = true };

    [Fact]
    public async Task All_or_nothing_stores_nothing_where_one_row_is_bad()
    {
        using var desk = new Desk();

        var report = await desk.ImportAsync(Customers);

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = false,
                    Added = 2,
                    Refused = 2,
                }
            );
        desk.Store.Count.Should().Be(0);
    }

    [Fact]
    public async Task Skipping_stores_the_good_ones()
    {
        using var desk = new Desk();

        var report = await desk.ImportAsync(Customers, options: Skip);

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 2,
                    Refused = 2,
                    ErrorCount = 2,
                }
            );
        (await desk.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1", "c-3");
    }

    [Fact]
    public async Task A_stored_customer_with_other_content_is_told_and_left_as_it_is()
    {
        using var desk = new Desk();
        await desk.ImportAsync("Id,AccountName,OrganizationName\nc-1,One,Org 1\n");

        var report = await desk.ImportAsync("Id,AccountName,OrganizationName\nc-1,Other,Org 1\nc-2,Two,Org 2\n");

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 1,
                    Different = 1,
                    ErrorCount = 0,
                }
            );
        report
            .Violations.Single()
            .ToString()
            .Should()
            .Be("Customers line 2: customer.differs: The stored customer has different content and was not changed.");
        (await desk.OneAsync()).Account.AccountName.Should().Be("One");
    }

    [Fact]
    public async Task A_stored_customer_is_edited_where_that_is_asked_for()
    {
        using var desk = new Desk();
        await desk.ImportAsync("Id,AccountName,OrganizationName,Address\nc-1,One,Org 1,Somewhere\n");

        var report = await desk.ImportAsync("Id,AccountName\nc-1,Other\n", options: Edit);

        report.Should().BeEquivalentTo(new { IsStored = true, Edited = 1 });
        var one = await desk.OneAsync();
        (one.Account.AccountName, one.Account.OrganizationName, one.Account.Address).Should().Be(("Other", "Org 1", "Somewhere"));
        one.Version.Should().Be(2);
    }

    [Fact]
    public async Task Contacts_quotas_and_schedules_that_no_file_is_about_stay()
    {
        using var desk = new Desk();
        var draft = Valid.Draft();
        draft.Id = "c-1";
        draft.Schedules.Add(
            new QuotaScheduleDraft
            {
                Start = Valid.Today,
                Unit = ScheduleUnit.Month,
                Credits = 5,
            }
        );
        await desk.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        await desk.ImportAsync("Id,AccountName\nc-1,Other\n", quotas: "CustomerId,Number,Credits\nc-1,1,7\n", options: Edit);

        var one = await desk.OneAsync();
        one.Contacts.Should().HaveCount(2);
        one.Schedules.Should().ContainSingle();
        one.Quotas.Single().ToString().Should().Be("#1 7 2026-03-01..2026-03-30");
    }

    [Fact]
    public async Task Rows_without_numbers_are_found_again_and_those_left_out_are_taken_away()
    {
        using var desk = new Desk();
        const string Rows = "Id,AccountName,OrganizationName\nc-1,One,Org 1\n";
        const string Quotas = "CustomerId,Credits,EffectiveDate\nc-1,1,2026-03-01\nc-1,2,2026-03-01\nc-1,3,2026-04-01\n";
        await desk.ImportAsync(Rows, "CustomerId,Name\nc-1,Ada\nc-1,Bo\n", Quotas);

        var report = await desk.ImportAsync(
            Rows,
            "CustomerId,Name,Number\nc-1,Bo,\n",
            "CustomerId,Credits,EffectiveDate\nc-1,2,2026-03-01\nc-1,9,2026-04-01\n",
            Edit
        );

        report.Edited.Should().Be(1);
        var one = await desk.OneAsync();
        one.Contacts.Select(c => c.ToString()).Should().Equal("Contact #2");
        one.Quotas.Select(q => q.ToString()).Should().Equal("#2 2 2026-03-01..", "#3 9 2026-04-01..");
    }

    [Fact]
    public async Task A_dry_run_does_not_touch_what_is_stored()
    {
        using var desk = new Desk();
        await desk.ImportAsync("Id,AccountName,OrganizationName\nc-1,One,Org 1\n");

        var report = await desk.ImportAsync("Id,AccountName\nc-1,Other\n", options: Edit with { DryRun = true });

        report.Should().BeEquivalentTo(new { IsStored = false, Edited = 1 });
        (await desk.OneAsync()).Account.AccountName.Should().Be("One");
    }
}
