using System.Text.Json;
using Msp.Customers.Names;

namespace Msp.Customers.ImportExport;

// Combines the tenants of one customer: regions and quotas are collected; plan, tenant type and license must be equal.
internal sealed class TenantSum
{
    private const string Regions = nameof(CustomerDraft.StorageRegions);

    private readonly Dictionary<Column<CustomerRecord>, (string Text, long Row)> said = [];
    private readonly OrderedDictionary<string, long> regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> faults = [];
    private readonly List<Violation> found = [];

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
            Quotas.Add(new Row<QuotaDraft>(number, null, [], null) { IsBroken = true });
        }
    }

    private void Add(JsonElement tenant, long row)
    {
        var before = found.Count;
        foreach (var (column, text) in VendorMembers.Details.Read(tenant, found))
        {
            Add(column, text, row);
        }

        foreach (var violation in found.Skip(before))
        {
            faults.TryAdd(violation.Path, row);
        }

        AddQuota(tenant, row);
    }

    public Row<CustomerRecord> AddTo(Row<CustomerRecord> customer) =>
        customer with
        {
            Cells = [.. customer.Cells, .. said.Select(s => (s.Key, s.Key.Name == Regions ? ListCell.Join(regions.Keys) : s.Value.Text))],
            Found = [.. customer.Found, .. found],
        };

    // The row of the tenant that caused a violation of the customer; null when no tenant has the member.
    public long? RowOf(string path)
    {
        var column = path.Split('[')[0];
        return faults.TryGetValue(path, out var fault) ? fault
            : column == Regions
            && column != path
            && int.TryParse(path.AsSpan(Regions.Length + 1).TrimEnd(']'), out var index)
            && index < regions.Count
                ? regions.GetAt(index).Value
            : said.FirstOrDefault(s => s.Key.Name == column) is { Key: not null } one ? one.Value.Row
            : null;
    }

    private void Add(Column<CustomerRecord> column, string text, long row)
    {
        if (column.Name == Regions)
        {
            // One region more than the maximum is enough for the rules to report too many.
            ListCell
                .Split(text)!
                .Where(_ => regions.Count <= TextLimits.MaxItems)
                .ToList()
                .ForEach(region => regions.TryAdd(region.First, row));
        }

        if (!said.TryGetValue(column, out var earlier) || earlier.Text.Length == 0)
        {
            said[column] = (text, row);
        }
        else if (column.Name != Regions && text.Length > 0 && text != earlier.Text)
        {
            found.Add(ImportExportCodes.TenantDetailsDiffer.Violated(column.Name, ("Row", earlier.Row)));
        }
    }

    // A tenant without quota members has no quota, rather than an unlimited one.
    private void AddQuota(JsonElement tenant, long row)
    {
        var wrong = new List<Violation>();
        var cells = VendorMembers.Quota.Read(tenant, wrong);
        if ((wrong.Count > 0 || cells.Any(c => c.Written.Length > 0)) && Quotas.Count <= TextLimits.MaxItems)
        {
            Quotas.Add(new Row<QuotaDraft>(row, null, cells, null) { Found = [.. wrong] });
        }
    }
}
