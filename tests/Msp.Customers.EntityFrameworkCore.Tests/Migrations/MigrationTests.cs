using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Msp.Customers.ChangeLog;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Migrations;

public sealed partial class MigrationTests
{
    [Fact]
    public void The_migrations_contain_every_change_of_the_model()
    {
        using var database = TestDatabase.Empty();
        using var context = ContextOn(database);
        context.Database.GetMigrations().Should().HaveCountGreaterThan(1);
        context
            .Database.HasPendingModelChanges()
            .Should()
            .BeFalse("every change of the model comes with a migration, made by \"dotnet ef migrations add\"");
    }

    [Fact]
    public async Task Hosts_that_start_at_the_same_time_migrate_once()
    {
        using var database = TestDatabase.Empty();
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        await using var context = ContextOn(database);
                        await context.Database.MigrateAsync();
                        await new DbContextCustomerStore<MspCustomersContext>(context).AddAsync(
                            Valid.Customer($"Customer {Guid.NewGuid()}")
                        );
                    })
                )
        );

        await using var context = ContextOn(database);
        (await context.Database.GetAppliedMigrationsAsync()).Should().Equal(context.Database.GetMigrations());
        (await context.Customers.CountAsync()).Should().Be(4);
    }

    [Fact]
    public async Task A_migration_does_not_change_a_current_database()
    {
        using var database = TestDatabase.WithTables();
        await using var context = ContextOn(database);
        await new DbContextCustomerStore<MspCustomersContext>(context).AddAsync(Valid.Customer());
        await context.Database.MigrateAsync();
        (await new DbContextCustomerStore<MspCustomersContext>(context).ListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task An_old_database_is_upgraded_without_loss()
    {
        using var database = TestDatabase.Old();
        await using var context = ContextOn(database);
        (await context.Database.GetAppliedMigrationsAsync()).Should().ContainSingle();
        var before = await TableRows.ReadAsync(context, exceptTables: ["ChangeLog", "DailyUsage"]);
        before["Customers"].Should().HaveCountGreaterThan(5);
        before.Values.Should().OnlyContain(rows => rows.Count > 0);

        await context.Database.MigrateAsync();
        var after = await TableRows.ReadAsync(context, exceptTables: ["ChangeLog", "DailyUsage"]);

        // A later migration adds this column.
        after["QuotaSchedules"] = after["QuotaSchedules"].ConvertAll(row => NextRenewal().Replace(row, ""));
        (await context.Set<DailyUsageRow>().CountAsync()).Should().BeGreaterThan(5);
        (await context.RebuildMspCustomersDailyUsageAsync()).Should().BeEmpty("the migration sums the entries");
        after.Keys.Should().Equal(before.Keys);
        after.Should().OnlyContain(t => t.Value.SequenceEqual(before[t.Key]));
    }

    [Fact]
    public async Task A_migration_calculates_the_same_next_renewals_as_the_model()
    {
        using var database = TestDatabase.Old();
        await using var context = ContextOn(database);
        await context.Database.MigrateAsync();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        await customers.AddRangeAsync(
            Enumerable
                .Range(0, 60)
                .Select(n =>
                {
                    var draft = Valid.Draft($"Renewed {n}");
                    draft.Schedules = [.. Enum.GetValues<ScheduleUnit>().Select((unit, i) => Schedule(unit, n, i))];
                    return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
                })
        );

        await context.GetService<IMigrator>().MigrateAsync("SubjectIdAndSequence");
        await context.Database.MigrateAsync();

        var read = await customers.ListAsync();
        read.SelectMany(c => c.Schedules).Should().HaveCountGreaterThan(360).And.Contain(s => s.NextRenewal == null);
        foreach (var customer in read)
        {
            customer
                .Schedules.Select(s => s.NextRenewal)
                .Should()
                .Equal(Customer.FromSnapshot(customer.ToSnapshot()).Schedules.Select(s => s.NextRenewal));
        }

        static QuotaScheduleDraft Schedule(ScheduleUnit unit, int n, int i)
        {
            var random = new Random((n * 10) + i);
            LocalDate start = random.Next(5) switch
            {
                0 => new LocalDate(2023 + random.Next(3), 1 + random.Next(12), 1).With(DateAdjusters.EndOfMonth),
                1 => new(9998, 12, 31),
                2 => new(1, 1, 1),
                _ => new LocalDate(2026, 1, 1).PlusDays(random.Next(800)),
            };
            return new QuotaScheduleDraft
            {
                Start = start,
                Unit = unit,
                Interval = 1 + random.Next(random.Next(3) == 0 ? 1_000 : 3),
                NextOccurrence = random.Next(random.Next(4) == 0 ? int.MaxValue : 30),
                Until = random.Next(4) == 0 ? start.PlusDays(random.Next(300)) : null,
                Credits = 1,
            };
        }
    }

    [Fact]
    public async Task A_change_log_with_old_column_names_is_upgraded_without_loss()
    {
        using var database = TestDatabase.Old();
        await using var context = ContextOn(database);
        await context.GetService<IMigrator>().MigrateAsync("ChangeLogAndChecks");
        var (id, at) = (Guid.NewGuid(), new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc));
        await context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "ChangeLog" ("Msp", "EntryId", "Subject", "Id", "Version", "Kind", "At", "Members", "IsDelivered") VALUES ('msp', {id}, 'Customer', 'c-1', 1, 'Added', {at}, '[]', {false})"""
        );

        await context.Database.MigrateAsync();
        await AssertEntryExistsAsync();
        await context.GetService<IMigrator>().MigrateAsync("ChangeLogAndChecks");
        await context.Database.MigrateAsync();
        await AssertEntryExistsAsync();

        async Task AssertEntryExistsAsync()
        {
            var entry = (await new DbContextChangeLog<MspCustomersContext>(context).ListPendingAsync(9)).Should().ContainSingle().Subject;
            (entry.Id, entry.SubjectId, entry.ChangedAt.ToDateTimeUtc()).Should().Be((id, "c-1", at));
        }
    }

    [Fact]
    public async Task Customers_of_an_old_database_are_read_and_changed_with_change_log_entries()
    {
        using var database = TestDatabase.Old();
        await using var context = ContextOn(database);
        await context.Database.MigrateAsync();
        var customers = new DbContextCustomerStore<MspCustomersContext>(
            context,
            changeContext: new ChangeContext(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1)))
        );
        var all = await customers.ListAsync();
        all.Should().HaveCountGreaterThan(5);
        all.ForEach(c => c.Edit(c.ToDraft(), CustomerTerms.Default));
        all.ForEach(c => c.AddContact(new ContactDraft { Name = "Ada Example" }));
        await customers.UpdateRangeAsync(all);
        var log = new DbContextChangeLog<MspCustomersContext>(context);
        (await log.ListPendingAsync(100)).Select(e => e.SubjectId).Should().BeEquivalentTo(all.Select(c => c.Id.Value));
    }

    [GeneratedRegex("\\|NextRenewal=[^|]*")]
    private static partial Regex NextRenewal();

    private static MspCustomersContext ContextOn(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        database.Use(options);
        return new MspCustomersContext(options.Options);
    }
}
