using Msp.Customers;
using Msp.Customers.Parsing;

namespace QuickStart;

/// <summary>Maps the vendor's rows of service plans to the library's drafts.</summary>
internal static class PlanMapping
{
    private static readonly ExternalNames<Edition> Editions = new();

    public static PlanDraft Plan(VendorRow row, List<Violation> unreadable)
    {
        var products = row.List("products", "products", unreadable);
        return new PlanDraft
        {
            Id = row.Text("id", nameof(PlanDraft.Id), unreadable),
            Name = row.Text("name", nameof(PlanDraft.Name), unreadable),
            Edition = products.Count > 0 ? products[0].Value("edition", Editions, nameof(PlanDraft.Edition), unreadable) : null,
            Features =
            [
                .. products
                    .SelectMany(p => p.List("features", nameof(PlanDraft.Features), unreadable))
                    .Select(f => f.Text("name", nameof(PlanDraft.Features), unreadable))
                    .Distinct(),
            ],
        };
    }
}
