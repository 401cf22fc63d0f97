using System.Text.Json;
using Msp.Customers.Names;

namespace Msp.Customers.ImportExport;

// Combines the tenants of one customer: regions and quotas are collected; plan, tenant type and license must be equal.
internal sealed class TenantSum
{
    private const string Regions = nameof(CustomerDraft.StorageRegions);

    private readonly Dictionary<string, (Cell<CustomerRecord> Cell, long Row)> details = [];
    private readonly OrderedDictionary<string, long> regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> rowOfViolation = [];
    private readonly List<Violation> violations = [];

    public List<Row<QuotaDraft>> Quotas { get; } = [];

    // Null for a refused tenant: its customer is refused too.
    public void Add(JsonElement? row, long number)
    {
        if (row is { } tenant)
        {
            Add(tenant, number);
        }
        else
        {
            Quotas.Add(new Row<QuotaDraft>(number, null, []) { IsBroken = true });
        }
    }

    private void Add(JsonElement tenant, long row)
    {
        var before = violations.Count;
        foreach (var cell in VendorMembers.Details.Read(tenant, violations))
        {
            Add(cell, row);
        }

        foreach (var violation in violations.Skip(before))
        {
            rowOfViolation.TryAdd(violation.Path, row);
        }

        AddQuota(tenant, row);
    }

    public Row<CustomerRecord> AddTo(Row<CustomerRecord> customer) =>
        customer with
        {
            Cells =
            [
                .. customer.Cells,
                .. details.Values.Select(d => d.Cell.Column.Name == Regions ? d.Cell with { Value = regions.Keys.ToList() } : d.Cell),
            ],
            Violations = [.. customer.Violations, .. violations],
        };

    // The row of the tenant that caused a violation of the customer; null when no tenant has the member.
    public long? RowOf(string path)
    {
        var column = path.Split('[')[0];
        return rowOfViolation.TryGetValue(path, out var fault) ? fault
            : column == Regions
            && column != path
            && int.TryParse(path.AsSpan(Regions.Length + 1).TrimEnd(']'), out var index)
            && index < regions.Count
                ? regions.GetAt(index).Value
            : details.TryGetValue(column, out var detail) ? detail.Row
            : null;
    }

    private void Add(Cell<CustomerRecord> cell, long row)
    {
        // One region more than the maximum is enough for the rules to report too many.
        foreach (var region in (cell.Value as IReadOnlyList<string> ?? []).Where(_ => regions.Count <= TextLimits.MaxItems))
        {
            regions.TryAdd(region, row);
        }

        if (!details.TryGetValue(cell.Column.Name, out var earlier) || earlier.Cell.IsEmpty)
        {
            details[cell.Column.Name] = (cell, row);
        }
        else if (cell.Column.Name != Regions && !cell.IsEmpty && !Equals(cell.Value, earlier.Cell.Value))
        {
            violations.Add(ImportExportCodes.TenantDetailsDiffer.Violated(cell.Column.Name, ("Row", earlier.Row)));
        }
    }

    // A tenant without quota members has no quota, rather than an unlimited one.
    private void AddQuota(JsonElement tenant, long row)
    {
        var wrong = new List<Violation>();
        var cells = VendorMembers.Quota.Read(tenant, wrong);
        if ((wrong.Count > 0 || cells.Any(c => !c.IsEmpty)) && Quotas.Count <= TextLimits.MaxItems)
        {
            Quotas.Add(new Row<QuotaDraft>(row, null, cells) { Violations = [.. wrong] });
        }
    }
}
