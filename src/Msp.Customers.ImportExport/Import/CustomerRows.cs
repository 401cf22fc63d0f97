using Msp.Customers.Parsing;

namespace Msp.Customers.ImportExport;

// All rows of one customer. Contacts and quotas are null when there is no such file.
internal record CustomerRows(
    string Id,
    Row<CustomerRecord> Row,
    IReadOnlyList<Row<ContactDraft>>? Contacts,
    IReadOnlyList<Row<QuotaDraft>>? Quotas
)
{
    public bool IsBroken => Row.IsBroken || Contacts?.Any(r => r.IsBroken) == true || Quotas?.Any(r => r.IsBroken) == true;

    // The violations of values that cannot be read, with paths in the draft.
    public IEnumerable<Violation> Violations =>
        [
            .. Row.ViolationsAt(""),
            .. Contacts?.SelectMany((row, i) => row.ViolationsAt($"{nameof(CustomerDraft.Contacts)}[{i}].")) ?? [],
            .. Quotas?.SelectMany((row, i) => row.ViolationsAt($"{nameof(CustomerDraft.Quotas)}[{i}].")) ?? [],
        ];

    // A value that cannot be read is also reported as missing; only the first violation is kept.
    public IEnumerable<RowViolation> Place(IReadOnlyList<Violation> violations)
    {
        var unread = violations.Where(IsOfReading).Select(v => v.Path).ToHashSet();
        return violations.Where(v => IsOfReading(v) || !unread.Contains(v.Path)).Select(Place);
    }

    // Locates a violation of the customer at its row and column.
    public virtual RowViolation Place(Violation violation) =>
        Place(violation, ImportFile.Contacts, nameof(CustomerDraft.Contacts), Contacts)
        ?? Place(violation, ImportFile.Quotas, nameof(CustomerDraft.Quotas), Quotas)
        ?? new RowViolation(ImportFile.Customers, Row.Line, violation);

    private static bool IsOfReading(Violation violation) =>
        violation.Code == UnreadableText.InvalidDate.Code
        || violation.Code == UnreadableText.InvalidValue.Code
        || violation.Code == ImportExportCodes.InvalidNumber.Code
        || violation.Code == ImportExportCodes.InvalidList.Code
        || violation.Code == ImportExportCodes.InvalidMember.Code
        || violation.Code == ImportExportCodes.DuplicateMember.Code;

    // "Quotas[1].EndDate" is the column EndDate of the second row.
    private static RowViolation? Place<T>(Violation violation, ImportFile file, string list, IReadOnlyList<Row<T>>? rows)
    {
        var path = violation.Path;
        if (
            rows is null
            || !path.StartsWith($"{list}[", StringComparison.Ordinal)
            || path.IndexOf(']', StringComparison.Ordinal) is not (> 0 and var close)
            || !int.TryParse(path.AsSpan(list.Length + 1, close - list.Length - 1), out var index)
            || index >= rows.Count
        )
        {
            return null;
        }

        return new RowViolation(file, rows[index].Line, violation with { Path = path[(close + 1)..].TrimStart('.') });
    }
}
