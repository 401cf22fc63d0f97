using Msp.Customers.Rules;

namespace Msp.Customers.Queries;

// The invariants of a page request and of a filter. Both can contain external values, so that an invalid value is a violation.
internal static class PageRule
{
    public static readonly RuleDescriptor InvalidToken = RuleDescriptor.Invariant(
        "page.invalid-token",
        "The page token does not belong to this list. Read the first page without a token."
    );

    public static readonly RuleDescriptor SizeOutOfRange = RuleDescriptor.Invariant(
        "page.size-out-of-range",
        "The page size must be between {Min} and {Max}.",
        ("Min", typeof(int)),
        ("Max", typeof(int))
    );

    public static readonly RuleDescriptor InvalidSort = RuleDescriptor.Invariant("page.invalid-sort", "The sort order is not defined.");

    public static readonly RuleDescriptor FilterRequired = RuleDescriptor.Invariant(
        "page.filter-required",
        "The filter is required. An empty filter matches all customers."
    );

    public static readonly RuleDescriptor InvalidFilterValue = RuleDescriptor.Invariant(
        "page.invalid-filter-value",
        "The filter value is not defined."
    );

    public static readonly RuleDescriptor FilterTooLong = RuleDescriptor.Invariant(
        "page.filter-too-long",
        "The filter text is longer than {MaxLength} characters.",
        ("MaxLength", typeof(int))
    );

    public static readonly RuleDescriptor FilterDateOutOfRange = RuleDescriptor.Invariant(
        "page.filter-date-out-of-range",
        "The date must be between 0001-01-01 and 9999-12-31 in the ISO calendar."
    );

    public static IEnumerable<RuleDescriptor> Codes =>
        [InvalidToken, SizeOutOfRange, InvalidSort, FilterRequired, InvalidFilterValue, FilterTooLong, FilterDateOutOfRange];

    // Returns all violations of a request except those of its token, which is read after the rest is valid.
    public static IEnumerable<Violation> Check(CustomerPageRequest request)
    {
        if (request.Size is < 1 or > CustomerPageRequest.MaxSize)
        {
            yield return SizeOutOfRange.Violated(nameof(request.Size), ("Min", 1), ("Max", CustomerPageRequest.MaxSize));
        }

        if (!Enum.IsDefined(request.Sort))
        {
            yield return InvalidSort.Violated(nameof(request.Sort));
        }

        if (request.Filter is not { } filter)
        {
            yield return FilterRequired.Violated(nameof(request.Filter));
            yield break;
        }

        foreach (var violation in Check(filter, $"{nameof(request.Filter)}."))
        {
            yield return violation;
        }
    }

    // Returns all violations of a filter. The path is the prefix of its members.
    public static IEnumerable<Violation> Check(CustomerFilter filter, string path = "")
    {
        if (filter.TenantType is { } type && !Enum.IsDefined(type))
        {
            yield return InvalidFilterValue.Violated($"{path}{nameof(filter.TenantType)}");
        }

        if (filter.Status is { } status && !Enum.IsDefined(status))
        {
            yield return InvalidFilterValue.Violated($"{path}{nameof(filter.Status)}");
        }

        foreach (var (name, text) in new[] { (nameof(filter.Name), filter.Name), (nameof(filter.Text), filter.Text) })
        {
            if (text?.Length > CustomerPageRequest.MaxTextLength)
            {
                yield return FilterTooLong.Violated($"{path}{name}", ("MaxLength", CustomerPageRequest.MaxTextLength));
            }
        }

        foreach (var (name, date) in filter.Dates)
        {
            if (date is { } day && !SupportedDates.Contains(day))
            {
                yield return FilterDateOutOfRange.Violated($"{path}{name}");
            }
        }
    }
}
