using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.EntityFrameworkCore;
using NodaTime.Testing;

namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class DatabaseTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private const string NoQuotas = "CustomerId,Credits,EffectiveDate,EndDate\n";
    private readonly QueryCounter queries = new();
    private readonly ServiceProvider services;

    public DatabaseTests()
    {
        connection.Open();
        var collection = new ServiceCollection().AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1, 12, 0, 0));
        collection
            .AddMspCustomers()
            .UseEntityFrameworkCore(db => db.UseSqlite(connection).UseSqliteDialect().AddInterceptors(queries))
            .AddImportExport();
        services = collection.BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<MspCustomersContext>().Database.EnsureCreated();
    }

    public void Dispose()
    {
        services.Dispose();
        connection.Dispose();
    }

    [Fact]
    public async Task F15_A_file_that_swaps_and_reassigns_names_is_imported()
    {
        const string Before = "Id,AccountName,OrganizationName\na,A,Org 1\nb,B,Org 2\nc,C,Org 3\n";
        const string After = "Id,AccountName,OrganizationName\nnew,N,Org 3\na,A,Org 2\nb,B,Org 1\nc,C,Org 4\n";
        var options = new ImportOptions { EditStored = true };
        await RunAsync(Before, NoQuotas, options);

        (await RunAsync(After, NoQuotas, new ImportOptions { EditStored = true, DryRun = true })).ErrorCount.Should().Be(0);
        (await RunAsync(After, NoQuotas, options))
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 1,
                    Edited = 3,
                    ErrorCount = 0,
                }
            );
        (await RunAsync(After, NoQuotas, options)).Unchanged.Should().Be(4);
    }

    [Fact]
    public async Task F15_A_name_that_a_refused_row_would_release_remains_taken()
    {
        const string Before = "Id,AccountName,OrganizationName\na,A,Org 1\nb,B,Org 2\nc,C,Org 3\n";
        const string After = "Id,AccountName,OrganizationName\na,A,Org 2\nb,B,Org 3\nc,C,Org 3\n";
        var options = new ImportOptions { EditStored = true, SkipRefused = true };
        await RunAsync(Before, NoQuotas, options);

        var report = await RunAsync(After, NoQuotas, options);

        report
            .Violations.Select(v => (v.Line, v.Violation.Code))
            .Should()
            .Equal((2, "organization-name.duplicate"), (3, "organization-name.duplicate"));
        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    Edited = 0,
                    Refused = 2,
                    Unchanged = 1,
                }
            );
    }

    [Fact]
    public async Task Files_are_imported_into_a_database_and_can_be_imported_again_and_edited()
    {
        var customers =
            "Id,AccountName,OrganizationName\n" + string.Concat(Enumerable.Range(1, 120).Select(n => $"c-{n},Name {n},Org {n}\n"));
        var quotas =
            "CustomerId,Credits,EffectiveDate,EndDate\n"
            + string.Concat(Enumerable.Range(1, 120).Select(n => $"c-{n},{n},2026-03-01,2026-03-30\n"));
        var edited = quotas.Replace("c-7,7,", "c-7,70,", StringComparison.Ordinal);
        var options = new ImportOptions { BatchSize = 50, EditStored = true };

        (await RunAsync(customers, quotas, options))
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 120,
                    ViolationCount = 0,
                }
            );
        (await RunAsync(customers, quotas, options))
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Unchanged = 120,
                    Added = 0,
                }
            );
        (await RunAsync(customers, edited, options with { DryRun = true }))
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = false,
                    Unchanged = 119,
                    Edited = 1,
                }
            );
        (await RunAsync(customers, edited, options))
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Unchanged = 119,
                    Edited = 1,
                }
            );

        await using var scope = services.CreateAsyncScope();
        var one = await scope.ServiceProvider.GetRequiredService<CustomerRepository>().GetByIdAsync(new CustomerId("c-7"));
        one!.Quotas.Single().ToString().Should().Be("#1 70 2026-03-01..2026-03-30");
        one.Version.Should().Be(2);
    }

    [Fact]
    public async Task An_import_needs_the_same_number_of_queries_for_any_number_of_customers()
    {
        (await CountQueriesAsync(500)).Should().Be(await CountQueriesAsync(2)).And.BeLessThan(10);
        await RunAsync(Customers(500), Quotas(500), new ImportOptions());
        (await CountQueriesAsync(500)).Should().Be(await CountQueriesAsync(2)).And.BeLessThan(10);

        static string Customers(int count) =>
            "Id,AccountName,OrganizationName,References\n"
            + string.Concat(Enumerable.Range(1, count).Select(n => $"c-{n},Name {n},Org {n},psa:{n}\n"));

        static string Quotas(int count) =>
            "CustomerId,Credits,EffectiveDate\n" + string.Concat(Enumerable.Range(1, count).Select(n => $"c-{n},{n},2026-03-01\n"));

        async Task<int> CountQueriesAsync(int count)
        {
            queries.Count = 0;
            await RunAsync(Customers(count), Quotas(count), new ImportOptions { DryRun = true });
            return queries.Count;
        }
    }

    private async Task<ImportReport> RunAsync(string customers, string quotas, ImportOptions options)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<CustomerImport>()
            .RunAsync(TestHost.Files(customers, quotas: quotas), options);
    }

    private sealed class QueryCounter : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }
}
