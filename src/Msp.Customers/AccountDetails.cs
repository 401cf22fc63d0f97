using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>The account details of a customer: account name, organization name, address and phone number.</summary>
public sealed record AccountDetails
{
    /// <summary>Initializes the details.</summary>
    /// <param name="accountName">The name of the account, at most 256 characters.</param>
    /// <param name="organizationName">The name of the organization, at most 256 characters.</param>
    /// <param name="address">The address as one text, at most 1,024 characters, line breaks allowed; null when unknown.</param>
    /// <param name="phoneNumber">The phone number as written, at most 30 characters; null when unknown.</param>
    /// <exception cref="ArgumentException">A name is missing, or a text is too long or contains control characters.</exception>
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

    // A key is kept while its name is unchanged: it can differ from the key that the current folding computes.
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

    /// <summary>The address as one text; null when unknown.</summary>
    public string? Address { get; }

    /// <summary>The phone number as written; null when unknown.</summary>
    public string? PhoneNumber { get; }

    /// <summary>The normalized account name, for comparison and sorting.</summary>
    public NameKey AccountKey { get; }

    /// <summary>The normalized organization name, for comparison and sorting.</summary>
    public NameKey OrganizationKey { get; }

    /// <summary>Both normalized names, for a search for a part of a name.</summary>
    public string SearchText { get; }

    /// <summary>Returns the name of the type only, so that logs contain no names.</summary>
    public override string ToString() => nameof(AccountDetails);
}
