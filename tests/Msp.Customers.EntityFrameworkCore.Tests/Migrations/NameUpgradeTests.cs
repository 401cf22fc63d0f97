using Microsoft.EntityFrameworkCore;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore.Tests.Migrations;

public sealed class NameUpgradeTests
{
    [Fact]
    public async Task F17_An_upgrade_of_the_names_changes_no_other_rows_and_returns_the_duplicate_names()
    {
        using var database = TestDatabase.FirstVersion();
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
    public async Task F17_An_upgrade_changes_only_normalized_names_and_adds_columns()
    {
        using var database = TestDatabase.FirstVersion();
        await using var context = ContextOn(database);
        string[] others = ["AccountKey", "OrganizationKey", "SearchText", "NameKey", "Rank", "NextRenewal"];
        var before = await TableRows.ReadAsync(context, exceptTables: ["DailyUsage"], others);

        await context.Database.MigrateAsync();
        await context.UpgradeMspCustomersNamesAsync();

        var after = await TableRows.ReadAsync(context, exceptTables: ["DailyUsage"], others);
        after.Keys.Should().Equal(before.Keys);
        before.Values.Should().OnlyContain(rows => rows.Count > 0);
        foreach (var (table, rows) in after)
        {
            rows.Should().Equal(before[table], table);
        }

        // A deletion is ordered before an addition with the same id at the same instant.
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
    public async Task F17_Customers_are_found_by_name_and_saved_after_an_upgrade()
    {
        using var database = TestDatabase.FirstVersion();
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

        // A customer with a duplicate name can still be edited and saved.
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
