using Msp.Customers.Rules;
using Msp.Customers.Storage;
using Msp.Customers.Transfer.Csv;

namespace Msp.Customers.Transfer.Import;

// One run: who is there, what the rules say, and, where nothing stands against it, the storing.
internal sealed class ImportRun(
    FileSet files, Reader reader, Judge judge, CheckedCustomers customers, Outcomes outcomes, ViolationList findings, ImportOptions options, IProgress<ImportProgress>? progress)
{
    private const int ProgressStep = 500;

    public async Task<ImportReport> RunAsync(CancellationToken cancellationToken)
    {
        var isStored = false;
        try
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            await CheckAsync(cancellationToken).ConfigureAwait(false);
            if (!options.DryRun && (options.SkipRefused || findings.Errors == 0))
            {
                isStored = await StoreAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (FileRefusedException refused)
        {
            // In whatever mode, a file that cannot be read to its end is not taken in part.
            findings.Always(refused.Told);
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
        findings.IsMuted = true;
        var done = 0L;
        await foreach (var id in files.IdsAsync(cancellationToken).ConfigureAwait(false))
        {
            outcomes.Expect(id);
            Report(ImportPhase.Reading, ++done, null);
        }

        findings.IsMuted = false;
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var done = 0L;
        await foreach (var rows in files.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var outcome = Outcome.Refused;
            if (outcomes.Of(rows.Id) != Outcome.Waiting)
            {
                findings.Tell(rows.Place(TransferRule.Repeated.Violated(nameof(CustomerDraft.Id))));
            }
            else if (!rows.IsBroken)
            {
                outcome = await JudgeAsync(rows, cancellationToken).ConfigureAwait(false);
            }

            outcomes.Set(rows.Id, outcome);
            Report(ImportPhase.Checking, ++done, outcomes.Count);
        }
    }

    private async Task<Outcome> JudgeAsync(CustomerRows rows, CancellationToken cancellationToken)
    {
        try
        {
            var (outcome, stored, customer) = await MakeAsync(rows, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<Violation> found = outcome switch
            {
                Outcome.Added or Outcome.Edited => await judge.AskAsync(stored, customer, rows.Row.Line, cancellationToken).ConfigureAwait(false),
                Outcome.Different => [TransferRule.CustomerDiffers.Violated("")],
                _ => [],
            };
            Tell(rows, found);
            return found.Any(v => v.Severity == Severity.Error) ? Outcome.Refused : outcome;
        }
        catch (RuleViolationException e)
        {
            Tell(rows, e.Violations);
            return Outcome.Refused;
        }
    }

    private async Task<bool> StoreAsync(CancellationToken cancellationToken)
    {
        findings.IsMuted = true;
        var batch = new Batch(customers, options.BatchSize, outcomes, findings);
        var done = 0L;
        outcomes.StartAgain();
        await foreach (var rows in files.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (outcomes.Of(rows.Id) == Outcome.Waiting)
            {
                await PutAsync(rows, batch, cancellationToken).ConfigureAwait(false);
                if (batch.IsFull)
                {
                    await batch.StoreAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            // Who wants all or nothing wants no more once something went wrong.
            if (!batch.IsSound && !options.SkipRefused)
            {
                return false;
            }

            Report(ImportPhase.Storing, ++done, outcomes.Count);
        }

        await batch.StoreAsync(cancellationToken).ConfigureAwait(false);
        return batch.IsSound || options.SkipRefused;
    }

    private async Task PutAsync(CustomerRows rows, Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            var (outcome, _, customer) = await MakeAsync(rows, cancellationToken).ConfigureAwait(false);
            if (outcome is Outcome.Added or Outcome.Edited)
            {
                batch.Add(rows, customer);
            }
            else
            {
                outcomes.Set(rows.Id, outcome);
            }
        }
        catch (RuleViolationException e)
        {
            // What someone else saved meanwhile can stand against an edit that was possible before.
            rows.Place(e.Violations).ToList().ForEach(findings.Always);
            outcomes.Set(rows.Id, Outcome.Refused);
        }
    }

    private async Task<(Outcome Outcome, Customer? Stored, Customer Customer)> MakeAsync(CustomerRows rows, CancellationToken cancellationToken)
    {
        var id = Reader.IdOf(rows.Id);
        if (id is null || await customers.GetByIdAsync(id, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return (Outcome.Added, null, reader.Registered(rows));
        }

        var edited = reader.Edited(rows, stored);
        return Reader.ContentOf(edited) == Reader.ContentOf(stored) ? (Outcome.Unchanged, stored, stored)
            : options.EditStored ? (Outcome.Edited, stored, edited)
            : (Outcome.Different, stored, stored);
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
