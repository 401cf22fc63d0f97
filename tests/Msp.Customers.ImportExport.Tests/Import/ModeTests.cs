namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class ModeTests
{
    private const string Customers = "Id,AccountName,OrganizationName\nc-1,One,Org 1\nc-2,,Org 2\nc-3,Three,Org 3\nc-4,Four,org 1\n";

    private static readonly ImportOptions Skip = new() { SkipRefused = true };
    private static readonly ImportOptions Edit = new() { EditStored = true };

    [Fact]
    public async Task Nothing_is_stored_when_one_row_is_refused()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(Customers);

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
        host.Store.Count.Should().Be(0);
    }

    [Fact]
    public async Task Valid_rows_are_stored_when_refused_rows_are_skipped()
    {
        using var host = new TestHost();

        var report = await host.ImportAsync(Customers, options: Skip);

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
        (await host.Customers.ListAsync()).Select(c => c.Id.Value).Should().Equal("c-1", "c-3");
    }

    [Fact]
    public async Task A_stored_customer_with_different_content_is_reported_and_not_changed()
    {
        using var host = new TestHost();
        await host.ImportAsync("Id,AccountName,OrganizationName\nc-1,One,Org 1\n");

        var report = await host.ImportAsync("Id,AccountName,OrganizationName\nc-1,Other,Org 1\nc-2,Two,Org 2\n");

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
        (await host.OneAsync()).Account.AccountName.Should().Be("One");
    }

    [Fact]
    public async Task A_stored_customer_is_edited_when_the_options_allow_it()
    {
        using var host = new TestHost();
        await host.ImportAsync("Id,AccountName,OrganizationName,Address\nc-1,One,Org 1,Somewhere\n");

        var report = await host.ImportAsync("Id,AccountName\nc-1,Other\n", options: Edit);

        report.Should().BeEquivalentTo(new { IsStored = true, Edited = 1 });
        var one = await host.OneAsync();
        (one.Account.AccountName, one.Account.OrganizationName, one.Account.Address).Should().Be(("Other", "Org 1", "Somewhere"));
        one.Version.Should().Be(2);
    }

    [Fact]
    public async Task Contacts_quotas_and_schedules_without_a_file_are_kept()
    {
        using var host = new TestHost();
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
        await host.Customers.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        await host.ImportAsync("Id,AccountName\nc-1,Other\n", quotas: "CustomerId,Number,Credits\nc-1,1,7\n", options: Edit);

        var one = await host.OneAsync();
        one.Contacts.Should().HaveCount(2);
        one.Schedules.Should().ContainSingle();
        one.Quotas.Single().ToString().Should().Be("#1 7 2026-03-01..2026-03-30");
    }

    [Fact]
    public async Task Rows_without_numbers_match_stored_parts_and_missing_parts_are_removed()
    {
        using var host = new TestHost();
        const string Rows = "Id,AccountName,OrganizationName\nc-1,One,Org 1\n";
        const string Quotas = "CustomerId,Credits,EffectiveDate\nc-1,1,2026-03-01\nc-1,2,2026-03-01\nc-1,3,2026-04-01\n";
        await host.ImportAsync(Rows, "CustomerId,Name\nc-1,Ada\nc-1,Bo\n", Quotas);

        var report = await host.ImportAsync(
            Rows,
            "CustomerId,Name,Number\nc-1,Bo,\n",
            "CustomerId,Credits,EffectiveDate\nc-1,2,2026-03-01\nc-1,9,2026-04-01\n",
            Edit
        );

        report.Edited.Should().Be(1);
        var one = await host.OneAsync();
        one.Contacts.Select(c => c.ToString()).Should().Equal("Contact #2");
        one.Quotas.Select(q => q.ToString()).Should().Equal("#2 2 2026-03-01..", "#3 9 2026-04-01..");
    }

    [Fact]
    public async Task A_dry_run_does_not_change_stored_customers()
    {
        using var host = new TestHost();
        await host.ImportAsync("Id,AccountName,OrganizationName\nc-1,One,Org 1\n");

        var report = await host.ImportAsync("Id,AccountName\nc-1,Other\n", options: Edit with { DryRun = true });

        report.Should().BeEquivalentTo(new { IsStored = false, Edited = 1 });
        (await host.OneAsync()).Account.AccountName.Should().Be("One");
    }

    [Fact]
    public async Task References_with_the_same_text_in_the_change_log_are_different()
    {
        const string Header = "Id,AccountName,OrganizationName,References\n";
        using var host = new TestHost();
        await host.ImportAsync(Header + "c-1,One,Org 1,\"psa:1, crm\\:2\"\n");

        var report = await host.ImportAsync(Header + "c-1,One,Org 1,psa:1; crm:2\n", options: Edit);

        report.Edited.Should().Be(1);
        (await host.OneAsync()).References.Should().BeEquivalentTo([new ExternalReference("psa", "1"), new ExternalReference("crm", "2")]);
    }

    [Fact]
    public async Task Rows_with_the_same_number_are_reported_one_by_one()
    {
        using var host = new TestHost();
        await host.ImportAsync(
            "Id,AccountName,OrganizationName\nc-1,One,Org 1\n",
            "CustomerId,Number,Name,Email\nc-1,1,Ada,ada@one.example\n"
        );

        var report = await host.ImportAsync(
            "Id,AccountName,OrganizationName\nc-1,One,Org 1\n",
            "CustomerId,Number,Email\nc-1,1,ada\nc-1,1,bo@one.example\n",
            options: Edit
        );

        report
            .Violations.Select(v => $"{v.Line} {v.Violation.Path} {v.Violation.Code}")
            .Should()
            .BeEquivalentTo("2 Email email.invalid", "3 Number list.duplicate-number");
    }
}
