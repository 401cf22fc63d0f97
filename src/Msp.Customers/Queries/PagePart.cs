using System.Linq.Expressions;

namespace Msp.Customers.Queries;

// A part of a page: the customers with a sort key, or those without, which are last. A database reads each part in the order of an index,
// while databases differ in the place of nulls. Keys that every customer has need one part.
internal sealed record PagePart(CustomerPageRequest Request, bool? HasKey, PageToken? After, int Take)
{
    // Reads one item more than the page shows, because it shows whether another page follows.
    public static async Task<Page<T>> ReadAsync<T>(
        CustomerPageRequest request,
        Func<PagePart, Task<List<T>>> read,
        Func<T, CustomerRow> row,
        int? total
    )
    {
        var (token, found, wanted) = (PageToken.Read(request), new List<T>(), request.Size + 1);
        foreach (var hasKey in Parts(request, token))
        {
            if (wanted > 0)
            {
                var after = token is not null && hasKey is not false == token.Key is not null ? token : null;
                var items = await read(new PagePart(request, hasKey, after, wanted)).ConfigureAwait(false);
                found.AddRange(items);
                wanted -= items.Count;
            }
        }

        // A customer that changes between the reads of two parts can be in both.
        return ToPage(request, [.. found.DistinctBy(item => row(item).Id)], isLast: wanted > 0, row, total);
    }

    public void ApplyTo(ISpecificationBuilder<Customer> query)
    {
        var order = CustomerSortOrder.Of(Request.Sort);
        Request.Filter.ApplyTo(query);
        if (HasKey is { } hasKey)
        {
            query.Where((hasKey ? order.HasKey : order.HasNoKey)!);
        }

        if (After is { } token)
        {
            query.Where(token.Key is { } key ? order.After(key, token.Id, Request.Descending) : AfterId(token.Id, Request.Descending));
        }

        order.Sort(query, Request.Descending);
        query.Take(Take);
    }

    // The parts that follow the token.
    private static bool?[] Parts(CustomerPageRequest request, PageToken? token)
    {
        if (CustomerSortOrder.Of(request.Sort).HasKey is null)
        {
            return [null];
        }

        bool?[] parts = request.Descending ? [false, true] : [true, false];
        return token is null || token.Key is not null == parts[0] ? parts : parts[1..];
    }

    private static Expression<Func<Customer, bool>> AfterId(CustomerId id, bool descending) => descending ? c => c.Id < id : c => c.Id > id;

    private static Page<T> ToPage<T>(CustomerPageRequest request, List<T> found, bool isLast, Func<T, CustomerRow> row, int? total)
    {
        if (isLast)
        {
            return new Page<T>(found, null, total);
        }

        // The list cannot continue after a row whose key cannot be read. Such a row starts the next page.
        var last = Math.Min(request.Size, found.Count) - 1;
        var size = found.FindLastIndex(last, item => row(item).Key is not { IsKnown: false }) + 1;
        if (size == 0)
        {
            throw new UnreadableRowException(nameof(Customer), row(found[0]).Id.Value, row(found[0]).UnreadableMember);
        }

        var items = found.GetRange(0, size);
        var end = row(items[^1]);
        var key = end.Key is { } stored ? stored.Value : CustomerSortOrder.Of(request.Sort).KeyOf(end);
        return new Page<T>(items, new PageToken(key, end.Id).Write(request), total);
    }
}
