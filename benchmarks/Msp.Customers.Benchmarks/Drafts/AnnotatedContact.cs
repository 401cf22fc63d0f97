using System.ComponentModel.DataAnnotations;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class AnnotatedContact(ContactDraft draft)
{
    [
        Required(ErrorMessage = "field.required"),
        MaxLength(TextLimits.MaxNameLength, ErrorMessage = "field.too-long"),
        NoControls,
        WellFormed
    ]
    public string? Name { get; } = draft.Name;

    [MaxLength(TextLimits.MaxEmailLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? Email { get; } = draft.Email;

    [MaxLength(TextLimits.MaxPhoneNumberLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? PhoneNumber { get; } = draft.PhoneNumber;

    [KnownRoles]
    public ContactRoles Roles { get; } = draft.Roles;
}
