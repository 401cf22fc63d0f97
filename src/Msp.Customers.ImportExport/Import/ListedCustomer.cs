namespace Msp.Customers.ImportExport;

// A customer of the listings. Its violations are reported at the row and the member that contains the value.
internal sealed record ListedCustomer(string Id, Row<CustomerRecord> Row, IReadOnlyList<Row<ContactDraft>>? Contacts, TenantSum? Tenants)
    : CustomerRows(Id, Row, Contacts, Tenants?.Quotas)
{
    public override RowViolation Place(Violation violation)
    {
        var (file, line, placed) = base.Place(violation);
        return file switch
        {
            ImportFile.Contacts => At(ImportFile.ContactListing, line, placed, VendorMembers.Contact),
            ImportFile.Quotas => At(ImportFile.TenantListing, line, placed, VendorMembers.Quota),
            _ when Tenants?.RowOf(placed.Path) is { } row => At(ImportFile.TenantListing, row, placed, VendorMembers.Details),
            _ => At(ImportFile.CustomerListing, line, placed, VendorMembers.Customer),
        };
    }

    private static RowViolation At<T>(ImportFile file, long row, Violation violation, Members<T> members)
    {
        var column = violation.Path.Split('[')[0];
        return new RowViolation(file, row, violation with { Path = (members.NameOf(column) ?? column) + violation.Path[column.Length..] });
    }
}
