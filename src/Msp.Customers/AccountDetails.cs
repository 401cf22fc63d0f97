using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>Who the customer is: the Account Details of the portal's page.</summary>
public sealed record AccountDetails
{
    /// <summary>Takes the details.</summary>
    /// <param name="accountName">The name of the account, at most 256 characters.</param>
    /// <param name="organizationName">The name of the organization, at most 256 characters.</param>
    /// <param name="address">The address in one text, line breaks allowed, at most 1,024 characters; null when not known.</param>
    /// <param name="phoneNumber">The phone number as it was written, at most 30 characters; null when not known.</param>
    /// <exception cref="ArgumentException">A name is missing, or a text is too long or holds control characters.</exception>
    public AccountDetails(string accountName, string organizationName, string? address, string? phoneNumber)
    {
        AccountName = TextLimits.Demand(accountName, nameof(accountName), TextLimits.MaxNameLength);
        OrganizationName = TextLimits.Demand(organizationName, nameof(organizationName), TextLimits.MaxNameLength);
        Address = TextLimits.DemandOptional(address, nameof(address), TextLimits.MaxAddressLength, lineBreaks: true);
        PhoneNumber = TextLimits.DemandOptional(phoneNumber, nameof(phoneNumber), TextLimits.MaxPhoneNumberLength);
        AccountKey = NameKey.Of(AccountName);
        OrganizationKey = NameKey.Of(OrganizationName);
        SearchText = $"{AccountKey}\n{OrganizationKey}";
    }

    // A key is kept while its name is: that of a customer whose name was folded alike with another's only later is not the one its name has now.
    internal AccountDetails(AccountDetails? before, CustomerDraft draft)
        : this(draft.AccountName!, draft.OrganizationName!, draft.Address, draft.PhoneNumber)
    {
        if (before?.OrganizationName == OrganizationName)
        {
            OrganizationKey = before.OrganizationKey;
        }
    }

    /// <summary>The name of the customer account.</summary>
    public string AccountName { get; }

    /// <summary>The name of the organization.</summary>
    public string OrganizationName { get; }

    /// <summary>The address in one text; null when not known.</summary>
    public string? Address { get; }

    /// <summary>The phone number as it was written; null when not known.</summary>
    public string? PhoneNumber { get; }

    /// <summary>The account name folded for comparison and order.</summary>
    public NameKey AccountKey { get; }

    /// <summary>The organization name folded for comparison and order.</summary>
    public NameKey OrganizationKey { get; }

    /// <summary>Both names folded, in which free text is searched.</summary>
    public string SearchText { get; }

    /// <summary>Nothing but the type: names stay out of logs.</summary>
    public override string ToString() => nameof(AccountDetails);
}
