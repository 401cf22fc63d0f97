namespace Msp.Customers.ImportExport.Tests.Import;

public sealed class StoringTests
{
    private static readonly string Customers =
        "Id,AccountName,OrganizationName\n" + string.Concat(Enumerable.Range(1, 2_000).Select(n => $"c-{n},Name {n},Org {n}\n"));

    [Fact]
    public async Task Progress_is_told_by_phase()
    {
        using var desk = new Desk();
        var told = new List<string>();

        await desk.Importer.RunAsync(
            Desk.Files(Customers),
            progress: new Told<ImportProgress>(p => told.Add($"{p.Phase} {p.Done}/{p.Total}"))
        );

        told.Should()
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
    public async Task An_import_that_was_cancelled_is_finished_by_repeating_it(ImportPhase phase, int stored)
    {
        using var desk = new Desk();
        using var source = new CancellationTokenSource();
        var progress = new Told<ImportProgress>(p =>
        {
            if (p.Phase == phase && p.Done == 500)
            {
                source.Cancel();
            }
        });
        var run = () => desk.Importer.RunAsync(Desk.Files(Customers), progress: progress, cancellationToken: source.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        desk.Store.Count.Should().Be(stored);
        var report = await desk.ImportAsync(Customers);
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
    public async Task Who_loses_a_race_is_told_and_the_others_are_stored_where_that_was_asked_for()
    {
        using var desk = new Desk();
        desk.Store.Refuses = s => s.Details.Id == "c-700";

        var report = await desk.ImportAsync(Customers, options: new ImportOptions { SkipRefused = true });

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
        desk.Store.Count.Should().Be(1_999);
    }

    [Fact]
    public async Task Who_wants_all_or_nothing_is_told_where_the_storing_ended()
    {
        using var desk = new Desk();
        desk.Store.Refuses = s => s.Details.Id == "c-700";

        var report = await desk.ImportAsync(Customers, options: new ImportOptions { BatchSize = 100 });

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
        report.Added.Should().Be(desk.Store.Count).And.BeLessThan(800);
        desk.Store.Refuses = _ => false;
        (await desk.ImportAsync(Customers))
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
    public async Task An_edit_is_not_made_over_what_someone_else_saved_since_it_was_checked(bool skipRefused)
    {
        using var desk = new Desk();
        await desk.ImportAsync(Customers);
        var renamed = Customers
            .Replace("Name 3,", "Renamed,", StringComparison.Ordinal)
            .Replace("Name 4,", "Renamed,", StringComparison.Ordinal);
        var options = new ImportOptions { EditStored = true, SkipRefused = skipRefused };
        var meanwhile = new Told<ImportProgress>(p =>
        {
            if (p is { Phase: ImportPhase.Checking, Done: 2_000 })
            {
                SaveMeanwhileAsync(desk).GetAwaiter().GetResult();
            }
        });

        var report = await desk.Importer.RunAsync(Desk.Files(renamed), options, meanwhile);

        report
            .Violations.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { Line = 4L, Violation = new { Code = "customer.concurrent-change" } });
        (report.IsStored, report.Edited, report.Refused).Should().Be(skipRefused ? (true, 1, 1) : (false, 0, 1));
        (await desk.OneAsync("c-3")).Account.Address.Should().Be("1 Harbour Road");
    }

    [Fact]
    public async Task A_customer_that_someone_else_registered_meanwhile_is_left_alone_and_told()
    {
        using var desk = new Desk();
        var meanwhile = new Told<ImportProgress>(p =>
        {
            if (p is { Phase: ImportPhase.Checking, Done: 2_000 })
            {
                desk.Customers.AddAsync(
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

        var report = await desk.Importer.RunAsync(Desk.Files(Customers), progress: meanwhile);

        (report.IsStored, report.Added, report.Different).Should().Be((true, 1_999, 1));
        report
            .Violations.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(new { Line = 4L, Violation = new { Code = "customer.differs" } });
    }

    private static async Task SaveMeanwhileAsync(Desk desk)
    {
        var customer = await desk.OneAsync("c-3");
        var draft = customer.ToDraft();
        draft.Address = "1 Harbour Road";
        customer.Edit(draft, CustomerTerms.Default);
        await desk.Customers.UpdateAsync(customer);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_batch_out_of_range_is_refused(int size)
    {
        using var desk = new Desk();
        var run = () => desk.ImportAsync(Customers, options: new ImportOptions { BatchSize = size });

        await run.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }
}
