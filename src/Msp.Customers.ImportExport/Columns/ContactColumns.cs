using Msp.Customers.Parsing;

namespace Msp.Customers.ImportExport;

internal static class ContactColumns
{
    private static readonly ExternalNames<ContactRoles> Roles = new();

    public static Schema<ContactDraft> Schema { get; } =
        new(
            ImportFile.Contacts,
            nameof(CustomerId),
            new(nameof(ContactDraft.Number), c => CellFormat.Whole(c.Number), (c, cell) => c.Number = cell.Whole ?? c.Number),
            new(nameof(ContactDraft.Name), c => c.Name, (c, cell) => c.Name = cell.Text),
            new(nameof(ContactDraft.Email), c => c.Email, (c, cell) => c.Email = cell.Text),
            new(nameof(ContactDraft.PhoneNumber), c => c.PhoneNumber, (c, cell) => c.PhoneNumber = cell.Text),
            new(
                nameof(ContactDraft.Roles),
                c => ListCell.Join(Named(c.Roles)),
                (c, cell) => c.Roles = cell.Names(Roles, ContactRoles.None, (all, role) => all | role)
            ),
            new(nameof(ContactDraft.IsPrimary), c => CellFormat.Flag(c.IsPrimary), (c, cell) => c.IsPrimary = cell.Flag)
        );

    private static IEnumerable<string> Named(ContactRoles roles) =>
        Enum.GetValues<ContactRoles>().Where(r => r != ContactRoles.None && roles.HasFlag(r)).Select(r => r.ToString());
}
