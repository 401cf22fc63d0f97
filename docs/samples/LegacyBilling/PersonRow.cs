using Msp.Customers;

namespace LegacyBilling;

/// <summary>A row of PERSON.</summary>
internal sealed class PersonRow
{
    public long ClientNo { get; init; }

    public long No { get; init; }

    public string PersonName { get; init; } = "";

    public string? Mail { get; init; }

    public string? Tel { get; init; }

    public long Roles { get; init; }

    public bool IsFirst { get; init; }

    public ContactDraft ToDraft() =>
        new()
        {
            Number = (int)No,
            Name = PersonName,
            Email = Mail,
            PhoneNumber = Tel,
            Roles = (ContactRoles)Roles,
            IsPrimary = IsFirst,
        };
}
