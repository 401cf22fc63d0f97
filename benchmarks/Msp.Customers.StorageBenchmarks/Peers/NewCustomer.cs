using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.StorageBenchmarks.Peers;

// A new customer, as a draft and as its rows. Two instances differ in their number only.
internal sealed record NewCustomer(int Number)
{
    public static readonly LocalDate RegisteredOn = new(2026, 3, 1);

    public string Id => $"new-{Number}";

    private string AccountName => $"Account {Number}";

    private string OrganizationName => $"New organization {Number}";

    private string Address => $"{Number} Harbour Road, Bremen";

    private string Email => $"ada@n{Number}.example";

    public CustomerDraft ToDraft() =>
        new()
        {
            Id = Id,
            AccountName = AccountName,
            OrganizationName = OrganizationName,
            Address = Address,
            PhoneNumber = "+49 421 555 0100",
            ServicePlan = CustomerFiles.Plan,
            TenantType = TenantType.Commercial,
            LicenseExpiryDate = new LocalDate(2090, 6, 15),
            StorageRegions = ["eu-central-1"],
            Quotas =
            [
                new QuotaDraft
                {
                    Credits = 1500.5m,
                    EffectiveDate = new LocalDate(2026, 1, 1),
                    EndDate = new LocalDate(2089, 12, 31),
                },
            ],
            Contacts =
            [
                new ContactDraft
                {
                    Name = "Ada Example",
                    Email = Email,
                    IsPrimary = true,
                },
            ],
            References = [new ReferenceDraft { System = "psa", Id = Id }],
        };

    public PlainCustomer ToPlain()
    {
        var (accountKey, organizationKey) = (NameKey.Normalize(AccountName), NameKey.Normalize(OrganizationName));
        return new PlainCustomer
        {
            Id = Id,
            AccountName = AccountName,
            OrganizationName = OrganizationName,
            Address = Address,
            PhoneNumber = "+49 421 555 0100",
            AccountKey = accountKey,
            OrganizationKey = organizationKey,
            SearchText = $"{accountKey}\n{organizationKey}",
            ServicePlan = CustomerFiles.Plan,
            TenantType = "Commercial",
            LicenseExpiryDate = new DateOnly(2090, 6, 15),
            RegisteredOn = RegisteredOn.ToDateOnly(),
            LastQuotaNumber = 1,
            LastContactNumber = 1,
            Version = 1,
            StorageRegions = [new PlainRegion { CustomerId = Id, Name = "eu-central-1" }],
            Quotas =
            [
                new PlainQuota
                {
                    CustomerId = Id,
                    Number = 1,
                    EffectiveDate = new DateOnly(2026, 1, 1),
                    EndDate = new DateOnly(2089, 12, 31),
                    CreditMicros = 1_500_500_000,
                },
            ],
            Contacts =
            [
                new PlainContact
                {
                    CustomerId = Id,
                    Number = 1,
                    Name = "Ada Example",
                    Email = Email,
                    IsPrimary = true,
                },
            ],
            References =
            [
                new PlainReference
                {
                    CustomerId = Id,
                    System = "psa",
                    Id = Id,
                },
            ],
        };
    }
}
