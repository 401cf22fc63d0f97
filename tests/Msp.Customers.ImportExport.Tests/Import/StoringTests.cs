namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class StoringTests
{
    private static readonly string Customers =
        "Id,AccountName,OrganizationName\n" + string.Concat(Enumerable.Range(1, 2_000).Select(n => $"c-{n},Name {n},Org {n}\n"));

    [Fact]
    public async Task Progress_is_reported_by_phase()
    {
        using var host = new TestHost();
        var reported = new List<string>();

        await host.Importer.RunAsync(
            TestHost.Files(Customers),
            progress: new SynchronousProgress<ImportProgress>(p => reported.Add($"{p.Phase} {p.Done}/{p.Total}"))
        );

        reported
            .Should()
            .Equal(
                "Reading 500/",
                "Reading 1000/",
                "Reading 1500/",
                "Reading 2000/",
                "Checking 500/2000",
                "Checking 1000/2000",
                "Checking 1500/2000",
                "Checking 2000/2000",
                "Storing 500/2000",
                "Storing 1000/2000",
                "Storing 1500/2000",
                "Storing 2000/2000"
            );
    }

    [Theory]
    [InlineData(ImportPhase.Reading, 0)]
    [InlineData(ImportPhase.Checking, 0)]
    [InlineData(ImportPhase.Storing, 500)]
    public async Task A_cancelled_import_is_completed_by_a_second_import(ImportPhase phase, int stored)
    {
        using var host = new TestHost();
        using var source = new CancellationTokenSource();
        var progress = new SynchronousProgress<ImportProgress>(p =>
        {
            if (p.Phase == phase && p.Done == 500)
            {
                source.Cancel();
            }
        });
        var run = () => host.Importer.RunAsync(TestHost.Files(Customers), progress: progress, cancellationToken: source.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        host.Store.Count.Should().Be(stored);
        var report = await host.ImportAsync(Customers);
        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 2_000 - stored,
                    Unchanged = stored,
                }
            );
    }

    [Fact]
    public async Task A_conflict_is_reported_and_the_others_are_stored_when_refused_rows_are_skipped()
    {
        using var host = new TestHost();
        host.Store.Refuses = s => s.Details.Id == "c-700";

        var report = await host.ImportAsync(Customers, options: new ImportOptions { SkipRefused = true });

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 1_999,
                    Refused = 1,
                }
            );
        report.Violations.Single().Should().BeEquivalentTo(new { Line = 701L, Violation = new { Code = "customer.concurrent-change" } });
        host.Store.Count.Should().Be(1_999);
    }

    [Fact]
    public async Task A_conflict_ends_the_import_when_refused_rows_are_not_skipped()
    {
        using var host = new TestHost();
        host.Store.Refuses = s => s.Details.Id == "c-700";

        var report = await host.ImportAsync(Customers, options: new ImportOptions { BatchSize = 100 });

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = false,
                    Refused = 1,
                    ErrorCount = 1,
                }
            );
        report.Added.Should().Be(host.Store.Count).And.BeLessThan(800);
        host.Store.Refuses = _ => false;
        (await host.ImportAsync(Customers))
            .Should()
            .BeEquivalentTo(
                new
                {
                    IsStored = true,
                    Added = 2_000 - report.Added,
                    Unchanged = report.Added,
                }
            );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_edit_does_not_overwrite_a_change_that_was_saved_since_the_check(bool skipRefused)
    {
        using var host = new TestHost();
        await host.ImportAsync(Customers);
        var renamed = Customers
            .Replace("Name 3,", "Renamed,", StringComparison.Ordinal)
            .Replace("Name 4,", "Renamed,", StringComparison.Ordinal);
        var options = new ImportOptions { EditStored = true, SkipRefused = skipRefused };
        var meanwhile = new SynchronousProgress<ImportProgress>(p =>
        {
            if (p is { Phase: ImportPhase.Checking, Done: 2_000 })
            {
                SaveMeanwhileAsync(host).GetAwaiter().GetResult();
            }
        });

        var report = await host.Importer.RunAsync(TestHost.Files(renamed), options, meanwhile);

        report
            .Violations.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { Line = 4L, Violation = new { Code = "customer.concurrent-change" } });
        (report.IsStored, report.Edited, report.Refused).Should().Be(skipRefused ? (true, 1, 1) : (false, 0, 1));
        (await host.OneAsync("c-3")).Account.Address.Should().Be("1 Harbour Road");
    }

    [Fact]
    public async Task A_customer_that_is_registered_during_the_import_is_reported_and_not_changed()
    {
        using var host = new TestHost();
        var meanwhile = new SynchronousProgress<ImportProgress>(p =>
        {
            if (p is { Phase: ImportPhase.Checking, Done: 2_000 })
            {
                host.Customers.AddAsync(
                        Customer.Register(
                            new CustomerDraft
                            {
                                Id = "c-3",
                                AccountName = "Theirs",
                                OrganizationName = "Their Org",
                            },
                            CustomerTerms.Default,
                            Valid.Today
                        )
                    )
                    .GetAwaiter()
                    .GetResult();
            }
        });

        var report = await host.Importer.RunAsync(TestHost.Files(Customers), progress: meanwhile);

        (report.IsStored, report.Added, report.Different).Should().Be((true, 1_999, 1));
        report
            .Violations.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { Line = 4L, Violation = new { Code = "customer.differs" } });
    }

    private static async Task SaveMeanwhileAsync(TestHost host)
    {
        var customer = await host.OneAsync("c-3");
        var draft = customer.ToDraft();
        draft.Address = "1 Harbour Road";
        customer.Edit(draft, CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_batch_size_out_of_range_is_refused(int size)
    {
        using var host = new TestHost();
        var run = () => host.ImportAsync(Customers, options: new ImportOptions { BatchSize = size });

        await run.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }
}
