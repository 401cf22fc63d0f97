using System.ComponentModel.DataAnnotations;
using Msp.Customers.Contacts;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class AnnotatedContact(ContactDraft draft)
{
    [Required(ErrorMessage = "field.required"), MaxLength(TextForm.MaxNameLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? Name { get; } = draft.Name;

    [MaxLength(TextForm.MaxEmailLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? Email { get; } = draft.Email;

    [MaxLength(TextForm.MaxPhoneNumberLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? PhoneNumber { get; } = draft.PhoneNumber;

    [KnownRoles]
    public ContactRoles Roles { get; } = draft.Roles;
}
