using System.Collections.Immutable;
using System.Linq.Expressions;
using Msp.Customers.Names;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Queries;

// Sorts the list of customers, continues it after a customer, and converts the sort key to and from the text of a token.
internal abstract class CustomerSortOrder
{
    private static readonly ImmutableArray<CustomerSortOrder> All =
    [
        new ByAccountName(),
        new ByOrganizationName(),
        new ByServicePlan(),
        new ByLicenseExpiryDate(),
        new ByRegistration(),
    ];

    public static CustomerSortOrder Of(CustomerSort sort) => All[(int)sort];

    // Null when every customer has a key.
    public virtual Expression<Func<Customer, bool>>? HasKey => null;

    public virtual Expression<Func<Customer, bool>>? HasNoKey => null;

    public abstract void Sort(ISpecificationBuilder<Customer> query, bool descending);

    // The condition starts with a comparison of the key, so that a database can seek in its index.
    public abstract Expression<Func<Customer, bool>> After(string key, CustomerId id, bool descending);

    public abstract string? KeyOf(CustomerRow row);

    public abstract bool IsValidKey(string? key);

    // A token may be forged. Only a key that a customer can have is valid.
    private static bool IsNameKey(string? key) => key is { Length: <= TextLimits.MaxKeyLength } && TextLimits.IsStorable(key);

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static LocalDate Date(string key) => LocalDatePattern.Iso.Parse(key).Value;

    private static bool IsDate(string key) =>
        LocalDatePattern.Iso.Parse(key).TryGetValue(default, out var date) && SupportedDates.Contains(date);

    private sealed class ByAccountName : CustomerSortOrder
    {
        public override void Sort(ISpecificationBuilder<Customer> query, bool descending) =>
            _ = descending
                ? query.OrderByDescending(c => c.Account.AccountKey).ThenByDescending(c => c.Id)
                : query.OrderBy(c => c.Account.AccountKey).ThenBy(c => c.Id);

        public override Expression<Func<Customer, bool>> After(string key, CustomerId id, bool descending)
        {
            var name = NameKey.FromStored(key);
            return descending
                ? c => c.Account.AccountKey <= name && (c.Account.AccountKey < name || c.Id < id)
                : c => c.Account.AccountKey >= name && (c.Account.AccountKey > name || c.Id > id);
        }

        public override string? KeyOf(CustomerRow row) => NameKey.Of(row.AccountName).Value;

        public override bool IsValidKey(string? key) => IsNameKey(key);
    }

    private sealed class ByOrganizationName : CustomerSortOrder
    {
        public override void Sort(ISpecificationBuilder<Customer> query, bool descending) =>
            _ = descending
                ? query.OrderByDescending(c => c.Account.OrganizationKey).ThenByDescending(c => c.Id)
                : query.OrderBy(c => c.Account.OrganizationKey).ThenBy(c => c.Id);

        public override Expression<Func<Customer, bool>> After(string key, CustomerId id, bool descending)
        {
            var name = NameKey.FromStored(key);
            return descending
                ? c => c.Account.OrganizationKey <= name && (c.Account.OrganizationKey < name || c.Id < id)
                : c => c.Account.OrganizationKey >= name && (c.Account.OrganizationKey > name || c.Id > id);
        }

        public override string? KeyOf(CustomerRow row) => NameKey.Of(row.OrganizationName).Value;

        public override bool IsValidKey(string? key) => IsNameKey(key);
    }

    private sealed class ByServicePlan : CustomerSortOrder
    {
        public override Expression<Func<Customer, bool>>? HasKey => c => c.ServicePlan != null;

        public override Expression<Func<Customer, bool>>? HasNoKey => c => c.ServicePlan == null;

        public override void Sort(ISpecificationBuilder<Customer> query, bool descending) =>
            _ = descending
                ? query.OrderByDescending(c => c.ServicePlan).ThenByDescending(c => c.Id)
                : query.OrderBy(c => c.ServicePlan).ThenBy(c => c.Id);

        public override Expression<Func<Customer, bool>> After(string key, CustomerId id, bool descending)
        {
            var plan = new PlanId(key);
            return descending
                ? c => c.ServicePlan <= plan && (c.ServicePlan < plan || c.Id < id)
                : c => c.ServicePlan >= plan && (c.ServicePlan > plan || c.Id > id);
        }

        public override string? KeyOf(CustomerRow row) => row.ServicePlan?.Value;

        public override bool IsValidKey(string? key) => key is null || TextLimits.IsId(key);
    }

    private sealed class ByLicenseExpiryDate : CustomerSortOrder
    {
        public override Expression<Func<Customer, bool>>? HasKey => c => c.LicenseExpiryDate != null;

        public override Expression<Func<Customer, bool>>? HasNoKey => c => c.LicenseExpiryDate == null;

        public override void Sort(ISpecificationBuilder<Customer> query, bool descending) =>
            _ = descending
                ? query.OrderByDescending(c => c.LicenseExpiryDate).ThenByDescending(c => c.Id)
                : query.OrderBy(c => c.LicenseExpiryDate).ThenBy(c => c.Id);

        public override Expression<Func<Customer, bool>> After(string key, CustomerId id, bool descending)
        {
            LocalDate? date = Date(key);
            return descending
                ? c => c.LicenseExpiryDate <= date && (c.LicenseExpiryDate < date || c.Id < id)
                : c => c.LicenseExpiryDate >= date && (c.LicenseExpiryDate > date || c.Id > id);
        }

        public override string? KeyOf(CustomerRow row) => row.LicenseExpiryDate is { } date ? Iso(date) : null;

        public override bool IsValidKey(string? key) => key is null || IsDate(key);
    }

    private sealed class ByRegistration : CustomerSortOrder
    {
        public override void Sort(ISpecificationBuilder<Customer> query, bool descending) =>
            _ = descending
                ? query.OrderByDescending(c => c.RegisteredOn).ThenByDescending(c => c.Id)
                : query.OrderBy(c => c.RegisteredOn).ThenBy(c => c.Id);

        public override Expression<Func<Customer, bool>> After(string key, CustomerId id, bool descending)
        {
            var day = Date(key);
            return descending
                ? c => c.RegisteredOn <= day && (c.RegisteredOn < day || c.Id < id)
                : c => c.RegisteredOn >= day && (c.RegisteredOn > day || c.Id > id);
        }

        public override string? KeyOf(CustomerRow row) => Iso(row.RegisteredOn);

        public override bool IsValidKey(string? key) => key is not null && IsDate(key);
    }
}
