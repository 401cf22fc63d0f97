using Msp.Customers.Contacts;
using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

internal sealed class CustomerTexts(CustomerFields required) : TextMembers<CustomerDraft>
{
    private readonly TextMember id = new(nameof(CustomerDraft.Id), TextForm.MaxIdLength);
    private readonly TextMember accountName = new(nameof(CustomerDraft.AccountName), TextForm.MaxNameLength, IsRequired: true);
    private readonly TextMember organizationName = new(nameof(CustomerDraft.OrganizationName), TextForm.MaxNameLength, IsRequired: true);
    private readonly TextMember address = new(
        nameof(CustomerDraft.Address),
        TextForm.MaxAddressLength,
        required.HasFlag(CustomerFields.Address),
        LineBreaks: true
    );
    private readonly TextMember phoneNumber = new(
        nameof(CustomerDraft.PhoneNumber),
        TextForm.MaxPhoneNumberLength,
        required.HasFlag(CustomerFields.PhoneNumber)
    );
    private readonly TextMember timeZone = new(nameof(CustomerDraft.TimeZone), TextForm.MaxTimeZoneLength);
    private readonly TextMember servicePlan = new(
        nameof(CustomerDraft.ServicePlan),
        TextForm.MaxIdLength,
        required.HasFlag(CustomerFields.ServicePlan)
    );
    private readonly TextMember storageRegion = new("", TextForm.MaxTokenLength, IsRequired: true, nameof(CustomerDraft.StorageRegions));
    private readonly TextMember contactName = new(
        nameof(ContactDraft.Name),
        TextForm.MaxNameLength,
        IsRequired: true,
        nameof(CustomerDraft.Contacts)
    );
    private readonly TextMember contactEmail = new(
        nameof(ContactDraft.Email),
        TextForm.MaxEmailLength,
        List: nameof(CustomerDraft.Contacts)
    );
    private readonly TextMember contactPhoneNumber = new(
        nameof(ContactDraft.PhoneNumber),
        TextForm.MaxPhoneNumberLength,
        List: nameof(CustomerDraft.Contacts)
    );
    private readonly TextMember referenceSystem = new(
        nameof(ReferenceDraft.System),
        TextForm.MaxTokenLength,
        IsRequired: true,
        nameof(CustomerDraft.References)
    );
    private readonly TextMember referenceId = new(
        nameof(ReferenceDraft.Id),
        TextForm.MaxNameLength,
        IsRequired: true,
        nameof(CustomerDraft.References)
    );

    public override void Check(CustomerDraft draft, TextRule<CustomerDraft> rule, ref Findings found)
    {
        rule.CheckText(draft.Id, id, 0, ref found);
        rule.CheckText(draft.AccountName, accountName, 0, ref found);
        rule.CheckText(draft.OrganizationName, organizationName, 0, ref found);
        rule.CheckText(draft.Address, address, 0, ref found);
        rule.CheckText(draft.PhoneNumber, phoneNumber, 0, ref found);
        rule.CheckText(draft.TimeZone, timeZone, 0, ref found);
        rule.CheckText(draft.ServicePlan, servicePlan, 0, ref found);
        CheckList(draft.StorageRegions, storageRegion, rule, ref found);
        for (var i = 0; i < draft.Contacts.Count; i++)
        {
            if (draft.Contacts[i] is { } contact)
            {
                rule.CheckText(contact.Name, contactName, i, ref found);
                rule.CheckText(contact.Email, contactEmail, i, ref found);
                rule.CheckText(contact.PhoneNumber, contactPhoneNumber, i, ref found);
            }
        }

        for (var i = 0; i < draft.References.Count; i++)
        {
            if (draft.References[i] is { } reference)
            {
                rule.CheckText(reference.System, referenceSystem, i, ref found);
                rule.CheckText(reference.Id, referenceId, i, ref found);
            }
        }
    }
}
