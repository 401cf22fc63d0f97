namespace Msp.Customers.ImportExport;

// One import. It reads the ids, then makes two passes over the customers in batches: check and store. Errors can prevent the second pass.
internal sealed class ImportRun(
    ICustomerSource source,
    ViolationList readViolations,
    CustomerFactory factory,
    ImportEvaluator evaluator,
    BatchWriter writer,
    Outcomes outcomes,
    ViolationList violations,
    ImportOptions options,
    IProgress<ImportProgress>? progress
)
{
    private const int ProgressStep = 500;
    private readonly BatchReader batches = new(source, readViolations, outcomes, options.BatchSize);

    public async Task<ImportReport> RunAsync(CancellationToken cancellationToken)
    {
        var isStored = false;
        try
        {
            await ReadIdsAsync(cancellationToken).ConfigureAwait(false);
            await CheckAsync(cancellationToken).ConfigureAwait(false);
            violations.Add(readViolations.Take());
            if (!options.DryRun && (options.SkipRefused || violations.Errors == 0))
            {
                isStored = await StoreAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (FileRefusedException refused)
        {
            // A file that cannot be read to its end is not imported in part, whatever the options.
            violations.Add(readViolations.Take());
            violations.Add(refused.RowViolation);
        }

        return new ImportReport
        {
            IsStored = isStored,
            Added = outcomes.Tally(Outcome.Added),
            Edited = outcomes.Tally(Outcome.Edited),
            Unchanged = outcomes.Tally(Outcome.Unchanged),
            Different = outcomes.Tally(Outcome.Different),
            Refused = outcomes.Tally(Outcome.Refused),
            Violations = violations.Listed,
            ViolationCount = violations.Count,
            ErrorCount = violations.Errors,
        };
    }

    private async Task ReadIdsAsync(CancellationToken cancellationToken)
    {
        var done = 0L;
        await foreach (var id in source.ReadIdsAsync(cancellationToken).ConfigureAwait(false))
        {
            outcomes.Expect(id);
            Report(ImportPhase.Reading, ++done, null);
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var done = 0L;
        await foreach (var batch in batches.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            await CheckAsync(batch, cancellationToken).ConfigureAwait(false);
            batch.ForEach(_ => Report(ImportPhase.Checking, ++done, outcomes.Count));
        }
    }

    private async Task CheckAsync(List<ReadCustomer> batch, CancellationToken cancellationToken)
    {
        var imported = await factory
            .CreateAsync(batch.Where(c => c.IsWaiting && !c.Rows.IsBroken).Select(c => c.Rows), cancellationToken)
            .ConfigureAwait(false);
        var evaluated = new Queue<(ImportedCustomer Customer, IReadOnlyList<Violation> Violations)>(
            imported.Zip(await evaluator.EvaluateAsync(imported, cancellationToken).ConfigureAwait(false))
        );
        foreach (var (rows, isWaiting, precedingViolations) in batch)
        {
            violations.Add(precedingViolations);
            var outcome = Outcome.Refused;
            if (!isWaiting)
            {
                violations.Add(rows.Place(ImportExportCodes.DuplicateRow.Violated(nameof(CustomerDraft.Id))));
            }
            else if (!rows.IsBroken)
            {
                var (customer, found) = evaluated.Dequeue();
                violations.Add(rows.Place(found));
                if (customer.Stored is not null)
                {
                    outcomes.SetCheckedVersion(rows.Id, customer.Stored.Version);
                }

                outcome = found.Any(v => v.Severity == Severity.Error) ? Outcome.Refused : customer.Outcome;
            }

            outcomes.Set(rows.Id, outcome);
        }
    }

    // Without SkipRefused, the first refusal ends the pass.
    private async Task<bool> StoreAsync(CancellationToken cancellationToken)
    {
        readViolations.IsMuted = true;
        var done = 0L;
        outcomes.ResetForStoring();
        await foreach (var batch in batches.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var imported = await factory
                .CreateAsync(batch.Where(c => c.IsWaiting).Select(c => c.Rows), cancellationToken)
                .ConfigureAwait(false);
            imported = imported.ConvertAll(RefuseIfChanged);
            imported.ForEach(RecordUnlessStored);
            if (imported.Exists(i => i.Outcome == Outcome.Refused) && !options.SkipRefused)
            {
                return false;
            }

            await writer.StoreAsync(imported, cancellationToken).ConfigureAwait(false);
            if (!writer.AreAllStored && !options.SkipRefused)
            {
                return false;
            }

            batch.ForEach(_ => Report(ImportPhase.Storing, ++done, outcomes.Count));
        }

        return true;
    }

    // An edit was checked against the stored version of that time. It must not overwrite a version that another caller saved since then.
    private ImportedCustomer RefuseIfChanged(ImportedCustomer imported) =>
        imported.Outcome == Outcome.Edited && outcomes.CheckedVersionOf(imported.Rows.Id) != imported.Stored!.Version
            ? imported with
            {
                Outcome = Outcome.Refused,
                Refusals = [ImportExportCodes.ConcurrentChange.Violated("")],
            }
            : imported;

    // A version that another caller saved since the check can make an edit invalid, or can be the same customer.
    private void RecordUnlessStored(ImportedCustomer imported)
    {
        if (imported.Outcome is Outcome.Added or Outcome.Edited)
        {
            return;
        }

        violations.Add(imported.Rows.Place(imported.Refusals));
        if (imported.Outcome == Outcome.Different && outcomes.CheckedVersionOf(imported.Rows.Id) == 0)
        {
            violations.Add(imported.Rows.Place(ImportExportCodes.CustomerDiffers.Violated("")));
        }

        outcomes.Set(imported.Rows.Id, imported.Outcome);
    }

    private void Report(ImportPhase phase, long done, long? total)
    {
        if (done % ProgressStep == 0 || done == total)
        {
            progress?.Report(new ImportProgress(phase, done, total));
        }
    }
}
