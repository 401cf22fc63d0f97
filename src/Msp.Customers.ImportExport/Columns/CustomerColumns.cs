using Msp.Customers.Parsing;

namespace Msp.Customers.ImportExport;

internal static class CustomerColumns
{
    private static readonly ExternalNames<TenantType> TenantTypes = new();

    public static Schema<CustomerRecord> Schema { get; } =
        new(
            ImportFile.Customers,
            nameof(CustomerDraft.Id),
            new(nameof(CustomerDraft.AccountName), r => r.Details.AccountName, (r, cell) => r.Details.AccountName = cell.Text),
            new(
                nameof(CustomerDraft.OrganizationName),
                r => r.Details.OrganizationName,
                (r, cell) => r.Details.OrganizationName = cell.Text
            ),
            new(nameof(CustomerDraft.Address), r => r.Details.Address, (r, cell) => r.Details.Address = cell.Text),
            new(nameof(CustomerDraft.PhoneNumber), r => r.Details.PhoneNumber, (r, cell) => r.Details.PhoneNumber = cell.Text),
            new(nameof(CustomerDraft.TimeZone), r => r.Details.TimeZone, (r, cell) => r.Details.TimeZone = cell.Text),
            new(nameof(CustomerDraft.ServicePlan), r => r.Details.ServicePlan, (r, cell) => r.Details.ServicePlan = cell.Text),
            new(
                nameof(CustomerDraft.TenantType),
                r => r.Details.TenantType.ToString(),
                (r, cell) => r.Details.TenantType = cell.Name(TenantTypes) ?? r.Details.TenantType
            ),
            new(
                nameof(CustomerDraft.StorageRegions),
                r => ListCell.Join(r.Details.StorageRegions),
                (r, cell) => r.Details.StorageRegions = [.. cell.Items]
            ),
            new(
                nameof(CustomerDraft.LicenseExpiryDate),
                r => CellFormat.Date(r.Details.LicenseExpiryDate),
                (r, cell) => r.Details.LicenseExpiryDate = cell.Date
            ),
            new(nameof(Customer.RegisteredOn), r => CellFormat.Date(r.RegisteredOn), (r, cell) => r.RegisteredOn = RegisteredOn(cell)),
            new(
                nameof(CustomerDraft.References),
                r => string.Join("; ", r.Details.References.Select(x => ListCell.Pair(x.System, x.Id))),
                (r, cell) => r.Details.References = References(cell)
            )
        );

    // The date is not a member of the draft, so that no rule checks it.
    private static NodaTime.LocalDate? RegisteredOn(Cell cell)
    {
        var date = cell.Date;
        if (date is { } day && !SupportedDates.Contains(day))
        {
            cell.Unreadable.Add(UnreadableText.InvalidDate.Violated(cell.Path));
            return null;
        }

        return date;
    }

    private static IList<ReferenceDraft> References(Cell cell) =>
        [.. cell.Pairs.Select(p => new ReferenceDraft { System = p.First, Id = p.Second })];
}
