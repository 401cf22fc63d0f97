using Msp.Customers.Contacts;
using Msp.Customers.Rules;
using Msp.Customers.Transfer.Columns;
using Msp.Customers.Transfer.Listings;

namespace Msp.Customers.Transfer.Import;

// A customer of the listings: what is wrong with it is told at the row and the member that said it.
internal sealed record ListedCustomer(string Id, Row<CustomerRecord> Row, IReadOnlyList<Row<ContactDraft>>? Contacts, TenantSum? Tenants)
    : CustomerRows(Id, Row, Contacts, Tenants?.Quotas)
{
    public override TransferFile File => TransferFile.CustomerListing;

    public override RowViolation Place(Violation violation)
    {
        var (file, line, placed) = base.Place(violation);
        return file switch
        {
            TransferFile.Contacts => At(TransferFile.ContactListing, line, placed, VendorMembers.Contact),
            TransferFile.Quotas => At(TransferFile.TenantListing, line, placed, VendorMembers.Quota),
            _ when Tenants?.RowOf(placed.Path) is { } row => At(TransferFile.TenantListing, row, placed, VendorMembers.Details),
            _ => At(TransferFile.CustomerListing, line, placed, VendorMembers.Customer),
        };
    }

    private static RowViolation At<T>(TransferFile file, long row, Violation violation, Members<T> members)
    {
        var column = violation.Path.Split('[')[0];
        return new RowViolation(file, row, violation with { Path = (members.NameOf(column) ?? column) + violation.Path[column.Length..] });
    }
}
