using Msp.Customers.Parsing;
using NodaTime;
using NodaTime.Text;
using Column = Msp.Customers.ImportExport.Column<Msp.Customers.ImportExport.CustomerRecord>;

namespace Msp.Customers.ImportExport;

internal static class CustomerColumns
{
    private static readonly ExternalNames<TenantType> TenantTypes = new();

    public static Schema<CustomerRecord> Schema { get; } =
        new(
            ImportFile.Customers,
            nameof(CustomerDraft.Id),
            Text(nameof(CustomerDraft.AccountName), d => d.AccountName, (d, name) => d.AccountName = name),
            Text(nameof(CustomerDraft.OrganizationName), d => d.OrganizationName, (d, name) => d.OrganizationName = name),
            Text(nameof(CustomerDraft.Address), d => d.Address, (d, address) => d.Address = address),
            Text(nameof(CustomerDraft.PhoneNumber), d => d.PhoneNumber, (d, number) => d.PhoneNumber = number),
            Text(nameof(CustomerDraft.TimeZone), d => d.TimeZone, (d, zone) => d.TimeZone = zone),
            Text(nameof(CustomerDraft.ServicePlan), d => d.ServicePlan, (d, plan) => d.ServicePlan = plan),
            Column.Of<TenantType?>(
                nameof(CustomerDraft.TenantType),
                r => r.Details.TenantType,
                (r, type) => r.Details.TenantType = type ?? r.Details.TenantType,
                (text, _, unreadable) => TenantTypes.Read(text, "", unreadable)
            ),
            Column.Of<IReadOnlyList<string>>(
                nameof(CustomerDraft.StorageRegions),
                r => r.Details.StorageRegions.Count == 0 ? null : [.. r.Details.StorageRegions.OfType<string>()],
                (r, regions) => r.Details.StorageRegions = [.. regions ?? []],
                CellText.ReadItems
            ),
            Column.Of(
                nameof(CustomerDraft.LicenseExpiryDate),
                r => r.Details.LicenseExpiryDate,
                (r, date) => r.Details.LicenseExpiryDate = date,
                CellText.ReadDate
            ),
            Column.Of(nameof(Customer.RegisteredOn), r => r.RegisteredOn, (r, date) => r.RegisteredOn = date, ReadRegisteredOn),
            Column.Of(
                nameof(CustomerDraft.References),
                r => r.Details.References,
                (r, references) => r.Details.References = references ?? [],
                ReadReferences
            )
        );

    private static Column Text(string name, Func<CustomerDraft, string?> get, Action<CustomerDraft, string?> set) =>
        Column.Of(name, r => get(r.Details), (r, text) => set(r.Details, text), CellText.ReadText);

    // The date is not a member of the draft, so that no rule checks it.
    private static LocalDate? ReadRegisteredOn(string text, LocalDatePattern? dates, ICollection<Violation> unreadable)
    {
        var date = CellText.ReadDate(text, dates, unreadable);
        return date is not { } day || SupportedDates.Contains(day)
            ? date
            : CellText.Invalid<LocalDate>(text, UnreadableText.InvalidDate.Violated(""), unreadable);
    }

    private static IList<ReferenceDraft>? ReadReferences(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        CellText.ReadPairs(text, unreadable)?.ConvertAll(p => new ReferenceDraft { System = p.First, Id = p.Second });
}
