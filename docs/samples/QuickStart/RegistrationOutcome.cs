using Msp.Customers;
using Msp.Customers.ImportExport;

namespace QuickStart;

/// <summary>The violations of a row.</summary>
/// <param name="Place">The place of the row.</param>
/// <param name="Id">The vendor's id of the row; null when only the place can be determined.</param>
/// <param name="Violations">The violations.</param>
internal sealed record RowViolations(string Place, string? Id, IReadOnlyList<Violation> Violations);

/// <summary>The result of the registration.</summary>
internal sealed class RegistrationOutcome
{
    public int PlansRegistered { get; set; }

    public int PlansAlreadyRegistered { get; set; }

    public long Registered { get; private set; }

    public long AlreadyRegistered { get; private set; }

    public List<RowViolations> Refused { get; } = [];

    public List<RowViolations> Warned { get; } = [];

    /// <summary>Adds the report of the import of customers.</summary>
    public void Add(ImportReport report)
    {
        if (!report.IsStored)
        {
            var last = report.Violations[^1];
            throw new InvalidDataException($"The file {Place(last)} cannot be read: {last.Violation.Message}");
        }

        (Registered, AlreadyRegistered) = (report.Added, report.Unchanged + report.Different);
        foreach (var row in report.Violations.GroupBy(v => (Place: Place(v), v.Violation.Severity), v => v.Violation))
        {
            (row.Key.Severity == Severity.Error ? Refused : Warned).Add(new RowViolations(row.Key.Place, null, [.. row]));
        }
    }

    private static string Place(RowViolation violation) =>
        $"{(violation.File == ImportFile.CustomerListing ? "customers" : "tenants")}.json row {violation.Line}";
}
