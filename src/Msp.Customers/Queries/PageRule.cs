using Msp.Customers.Calendars;
using Msp.Customers.Rules;

namespace Msp.Customers.Queries;

/// <summary>What a <see cref="CustomerPageRequest"/> must keep. A request comes from outside, so that what is wrong with it is a violation.</summary>
public sealed class PageRule : Rule
{
    private PageRule(string code, string message)
        : base(code, Severity.Error, message) { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    internal static PageRule TokenUnreadable { get; } =
        new("page.token-unreadable", "The token does not continue this list; start again without one.");

    internal static PageRule SizeOutOfRange { get; } = new("page.size-out-of-range", "A page has {Min} to {Max} customers.");

    internal static PageRule SortUnknown { get; } = new("page.sort-unknown", "The list cannot be sorted by this value.");

    internal static PageRule FilterMissing { get; } =
        new("page.filter-missing", "The filter is missing; an empty one finds all customers.");

    internal static PageRule FilterValueUnknown { get; } = new("page.filter-value-unknown", "The value to filter by is not defined.");

    internal static PageRule FilterTooLong { get; } =
        new("page.filter-too-long", "The text to filter by is longer than {MaxLength} characters.");

    internal static PageRule FilterDateOutOfRange { get; } =
        new("page.filter-date-out-of-range", "The date is not in the ISO calendar between 0001-01-01 and 9999-12-31.");

    internal static IEnumerable<PageRule> All =>
        [TokenUnreadable, SizeOutOfRange, SortUnknown, FilterMissing, FilterValueUnknown, FilterTooLong, FilterDateOutOfRange];

    // Everything that is wrong with a request but its token, which is read when the rest is right.
    internal static IEnumerable<Violation> Check(CustomerPageRequest request)
    {
        if (request.Size is < 1 or > CustomerPageRequest.MaxSize)
        {
            yield return SizeOutOfRange.Violated(nameof(request.Size), ("Min", 1), ("Max", CustomerPageRequest.MaxSize));
        }

        if (!Enum.IsDefined(request.Sort))
        {
            yield return SortUnknown.Violated(nameof(request.Sort));
        }

        if (request.Filter is not { } filter)
        {
            yield return FilterMissing.Violated(nameof(request.Filter));
            yield break;
        }

        if (filter.TenantType is { } type && !Enum.IsDefined(type))
        {
            yield return FilterValueUnknown.Violated($"{nameof(request.Filter)}.{nameof(filter.TenantType)}");
        }

        if (filter.Status is { } status && !Enum.IsDefined(status))
        {
            yield return FilterValueUnknown.Violated($"{nameof(request.Filter)}.{nameof(filter.Status)}");
        }

        foreach (var (name, text) in new[] { (nameof(filter.Name), filter.Name), (nameof(filter.Text), filter.Text) })
        {
            if (text?.Length > CustomerPageRequest.MaxTextLength)
            {
                yield return FilterTooLong.Violated($"{nameof(request.Filter)}.{name}", ("MaxLength", CustomerPageRequest.MaxTextLength));
            }
        }

        foreach (var (name, date) in filter.Dates)
        {
            if (date is { } day && !SupportedDates.Contains(day))
            {
                yield return FilterDateOutOfRange.Violated($"{nameof(request.Filter)}.{name}");
            }
        }
    }
}
