using Msp.Customers.Parsing;
using Column = Msp.Customers.ImportExport.Column<Msp.Customers.ContactDraft>;

namespace Msp.Customers.ImportExport;

internal static class ContactColumns
{
    private static readonly ExternalNames<ContactRoles> RoleNames = new();

    public static Schema<ContactDraft> Schema { get; } =
        new(
            ImportFile.Contacts,
            nameof(CustomerId),
            Column.Of(nameof(ContactDraft.Number), c => c.Number, (c, number) => c.Number = number ?? c.Number, CellText.ReadWhole),
            Column.Of(nameof(ContactDraft.Name), c => c.Name, (c, name) => c.Name = name, CellText.ReadText),
            Column.Of(nameof(ContactDraft.Email), c => c.Email, (c, email) => c.Email = email, CellText.ReadText),
            Column.Of(nameof(ContactDraft.PhoneNumber), c => c.PhoneNumber, (c, phone) => c.PhoneNumber = phone, CellText.ReadText),
            Column.Of<ContactRoles?>(
                nameof(ContactDraft.Roles),
                c => c.Roles == ContactRoles.None ? null : c.Roles,
                (c, roles) => c.Roles = roles ?? ContactRoles.None,
                (text, dates, unreadable) => ReadRoles(CellText.ReadItems(text, dates, unreadable) ?? [], unreadable)
            ),
            Column.Of(nameof(ContactDraft.IsPrimary), c => c.IsPrimary, (c, flag) => c.IsPrimary = flag == true, CellText.ReadFlag)
        );

    public static ContactRoles ReadRoles(IEnumerable<string> names, ICollection<Violation> unreadable) =>
        names.Aggregate(ContactRoles.None, (roles, name) => roles | (RoleNames.Read(name, "", unreadable) ?? ContactRoles.None));

    public static IEnumerable<string> NamesOf(ContactRoles roles) =>
        Enum.GetValues<ContactRoles>().Where(r => r != ContactRoles.None && roles.HasFlag(r)).Select(r => r.ToString());
}
