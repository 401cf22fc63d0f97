namespace Msp.Customers.ImportExport;

// One import in three passes: read the ids, check the customers, and store them if nothing prevents it. The last two work in batches.
internal sealed class ImportRun(
    ICustomerSource files,
    ViolationList heard,
    CustomerFactory factory,
    ImportEvaluator evaluator,
    Batch batch,
    Outcomes outcomes,
    ViolationList findings,
    ImportOptions options,
    IProgress<ImportProgress>? progress
)
{
    private const int ProgressStep = 500;
    private readonly Prefetch ahead = new(files, heard, outcomes, options.BatchSize);

    public async Task<ImportReport> RunAsync(CancellationToken cancellationToken)
    {
        var isStored = false;
        try
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            await CheckAsync(cancellationToken).ConfigureAwait(false);
            findings.Tell(heard.Take());
            if (!options.DryRun && (options.SkipRefused || findings.Errors == 0))
            {
                isStored = await StoreAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (FileRefusedException refused)
        {
            // A file that cannot be read to its end is not imported in part, whatever the options.
            findings.Tell(heard.Take());
            findings.Always(refused.RowViolation);
        }

        return new ImportReport
        {
            IsStored = isStored,
            Added = outcomes.Tally(Outcome.Added),
            Edited = outcomes.Tally(Outcome.Edited),
            Unchanged = outcomes.Tally(Outcome.Unchanged),
            Different = outcomes.Tally(Outcome.Different),
            Refused = outcomes.Tally(Outcome.Refused),
            Violations = findings.Listed,
            ViolationCount = findings.Count,
            ErrorCount = findings.Errors,
        };
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var done = 0L;
        await foreach (var id in files.IdsAsync(cancellationToken).ConfigureAwait(false))
        {
            outcomes.Expect(id);
            Report(ImportPhase.Reading, ++done, null);
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var done = 0L;
        await foreach (var some in ahead.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            await CheckAsync(some, cancellationToken).ConfigureAwait(false);
            some.ForEach(_ => Report(ImportPhase.Checking, ++done, outcomes.Count));
        }
    }

    private async Task CheckAsync(List<CustomerAhead> some, CancellationToken cancellationToken)
    {
        var created = await factory
            .CreateAsync(some.Where(c => c.IsDue && !c.Rows.IsBroken).Select(c => c.Rows), cancellationToken)
            .ConfigureAwait(false);
        var evaluated = new Queue<(ImportedCustomer Customer, IReadOnlyList<Violation> Found)>(
            created.Zip(await evaluator.EvaluateAsync(created, cancellationToken).ConfigureAwait(false))
        );
        foreach (var (rows, isDue, heardBefore) in some)
        {
            findings.Tell(heardBefore);
            var outcome = Outcome.Refused;
            if (!isDue)
            {
                findings.Tell(rows.Place(ImportExportCodes.DuplicateRow.Violated(nameof(CustomerDraft.Id))));
            }
            else if (!rows.IsBroken)
            {
                var (one, found) = evaluated.Dequeue();
                Tell(rows, found);
                if (one.Stored is not null)
                {
                    outcomes.SetCheckedVersion(rows.Id, one.Stored.Version);
                }

                outcome = found.Any(v => v.Severity == Severity.Error) ? Outcome.Refused : one.Outcome;
            }

            outcomes.Set(rows.Id, outcome);
        }
    }

    private async Task<bool> StoreAsync(CancellationToken cancellationToken)
    {
        heard.IsMuted = true;
        var done = 0L;
        outcomes.StartAgain();
        await foreach (var some in ahead.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var created = await factory.CreateAsync(some.Where(c => c.IsDue).Select(c => c.Rows), cancellationToken).ConfigureAwait(false);
            created = created.ConvertAll(AsChecked);
            created.ForEach(RecordUnlessSaved);

            // Without SkipRefused, the first refusal ends the storing.
            if (created.Exists(m => m.Outcome == Outcome.Refused) && !options.SkipRefused)
            {
                return false;
            }

            await batch.StoreAsync(created, cancellationToken).ConfigureAwait(false);
            if (!batch.IsSound && !options.SkipRefused)
            {
                return false;
            }

            some.ForEach(_ => Report(ImportPhase.Storing, ++done, outcomes.Count));
        }

        return true;
    }

    // An edit was checked against the stored version of that time. It must not overwrite a version that another caller saved since then.
    private ImportedCustomer AsChecked(ImportedCustomer created) =>
        created.Outcome == Outcome.Edited && outcomes.CheckedVersionOf(created.Rows.Id) != created.Stored!.Version
            ? created with
            {
                Outcome = Outcome.Refused,
                Refusals = [ImportExportCodes.ConcurrentChange.Violated("")],
            }
            : created;

    private void RecordUnlessSaved(ImportedCustomer created)
    {
        if (created.Outcome is Outcome.Added or Outcome.Edited)
        {
            return;
        }

        // A version saved since the check can make an edit invalid, or can be the same customer.
        created.Rows.Place(created.Refusals).ToList().ForEach(findings.Always);
        if (created.Outcome == Outcome.Different && outcomes.CheckedVersionOf(created.Rows.Id) == 0)
        {
            findings.Always(created.Rows.Place(ImportExportCodes.CustomerDiffers.Violated("")));
        }

        outcomes.Set(created.Rows.Id, created.Outcome);
    }

    private void Tell(CustomerRows rows, IReadOnlyList<Violation> found) => rows.Place(found).ToList().ForEach(findings.Tell);

    private void Report(ImportPhase phase, long done, long? total)
    {
        if (done % ProgressStep == 0 || done == total)
        {
            progress?.Report(new ImportProgress(phase, done, total));
        }
    }
}
