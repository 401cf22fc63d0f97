using Microsoft.EntityFrameworkCore;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore.Tests.Migrations;

public sealed class FoldedNamesTests
{
    [Fact]
    public async Task F17_A_database_of_the_first_version_is_upgraded_without_loss_and_lists_the_names_that_are_the_same_by_now()
    {
        using var database = TestDatabase.First();
        await using var context = ContextOn(database);
        await context.Database.MigrateAsync();
        var before = await TableRows.ReadAsync(context);

        var shared = await context.UpgradeMspCustomersNamesAsync();

        shared
            .Select(s => $"{s.Msp} {s.Customer} {s.Other}")
            .Should()
            .Equal("acme c01 c00", "msp c01 c00", "msp c02 c00", "msp c04 c03", "msp c06 c05", "msp c08 c07");
        var after = await TableRows.ReadAsync(context);
        after.Keys.Should().Equal(before.Keys);
        foreach (var (table, rows) in after.Where(t => t.Key is not ("Customers" or "ServicePlans")))
        {
            rows.Should().Equal(before[table], table);
        }

        after.Sum(t => t.Value.Count).Should().Be(before.Sum(t => t.Value.Count));
        (await context.UpgradeMspCustomersNamesAsync()).Should().Equal(shared);
        (await TableRows.ReadAsync(context)).Should().OnlyContain(t => t.Value.SequenceEqual(after[t.Key]));
    }

    [Fact]
    public async Task F17_An_upgrade_leaves_every_column_of_every_table_but_the_folded_names_and_what_it_adds()
    {
        using var database = TestDatabase.First();
        await using var context = ContextOn(database);
        string[] others = ["AccountKey", "OrganizationKey", "SearchText", "NameKey", "Rank", "NextRenewal"];
        var before = await TableRows.ReadAsync(context, without: others);

        await context.Database.MigrateAsync();
        await context.UpgradeMspCustomersNamesAsync();

        var after = await TableRows.ReadAsync(context, without: others);
        after.Keys.Should().Equal(before.Keys);
        before.Values.Should().OnlyContain(rows => rows.Count > 0);
        foreach (var (table, rows) in after)
        {
            rows.Should().Equal(before[table], table);
        }

        // A deletion stands before what is stored under the same id at the same instant.
        (await TableRows.ReadAsync(context))["ChangeLog"]
            .Should()
            .OnlyContain(row =>
                row.Contains("|Rank=0|", StringComparison.Ordinal) == row.Contains("|Kind=Deleted|", StringComparison.Ordinal)
            )
            .And.OnlyContain(row =>
                row.Contains("|Rank=0|", StringComparison.Ordinal) || row.Contains("|Rank=1|", StringComparison.Ordinal)
            );
        var read = await new DbContextCustomerStore<MspCustomersContext>(context).ListAsync();
        read.SelectMany(c => c.Schedules).Should().NotBeEmpty();
        foreach (var customer in read)
        {
            customer
                .Schedules.Select(s => s.NextRenewal)
                .Should()
                .Equal(Customer.FromSnapshot(customer.ToSnapshot()).Schedules.Select(s => s.NextRenewal));
        }
    }

    [Fact]
    public async Task F17_What_was_upgraded_is_found_by_its_name_and_saved()
    {
        using var database = TestDatabase.First();
        await using var context = ContextOn(database);
        await context.Database.MigrateAsync();
        await context.UpgradeMspCustomersNamesAsync();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);

        (await FoundAsync("northwind")).Should().Equal("c00");
        (await FoundAsync("STRASSE GMBH")).Should().Equal("c03");
        (await FoundAsync("litware")).Should().Equal("c\u200B12");
        (await customers.CountAsync(new CustomersMatching(new CustomerFilter { Text = "NORTHWIND" }))).Should().Be(3);
        (await customers.ListAsync())
            .Should()
            .HaveCount(14)
            .And.OnlyContain(c => c.Account.AccountKey == NameKey.Of(c.Account.AccountName));

        // What has the same name as another is edited and saved all the same.
        var second = (await customers.GetByIdAsync("c01"))!;
        var draft = second.ToDraft();
        draft.Address = "Pier 1";
        second.Edit(draft, CustomerTerms.Default);
        (await customers.UpdateAsync(second)).Should().BePositive();
        var copy = Customer.FromSnapshot((await customers.GetByIdAsync("c01"))!.ToSnapshot());
        copy.AcceptChanges();
        copy.Suspend(SuspensionReason.Other, Valid.Today);
        (await customers.UpdateAsync(copy)).Should().BePositive();
        (await customers.GetByIdAsync("c01"))!.Status.Should().Be(CustomerStatus.Suspended);

        async Task<IEnumerable<string>> FoundAsync(string name) =>
            (await customers.ListAsync(new CustomersByOrganization(NameKey.Of(name)))).Select(c => c.Id.Value);
    }

    private static MspCustomersContext ContextOn(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        database.Use(options);
        return new MspCustomersContext(options.Options);
    }
}
