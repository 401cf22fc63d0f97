using Msp.Customers.Names;

namespace Msp.Customers.Rules;

// Names, ids and e-mail addresses must not contain invisible characters. Names can contain joiners that have an effect. Stored texts are
// not reported.
internal sealed class VisibleTextRule<T>(Func<T, IEnumerable<NamedText>> textsOf) : SaveRule<T>(VisibleTextRule.InvisibleCharacters)
    where T : class
{
    public override void Evaluate(Change<T> change)
    {
        HashSet<string?>? before = null;
        foreach (var text in textsOf(change.After))
        {
            if (TextLimits.HasInvisibles(text.Text, text.IsName))
            {
                before ??= change.Before is null ? [] : textsOf(change.Before).Select(t => t.Text).ToHashSet();
                if (!before.Contains(text.Text))
                {
                    change.Report(VisibleTextRule.InvisibleCharacters, text.At.Of(text.Member));
                }
            }
        }
    }
}

// A text of an aggregate, with its position in the draft.
internal readonly record struct NamedText(string Member, string? Text, bool IsName = false, ItemPath At = default);

internal static class VisibleTextRule
{
    public static readonly RuleDescriptor InvisibleCharacters = new(
        "text.invisible-characters",
        Severity.Error,
        "The text contains invisible characters, such as a zero-width space or a direction mark."
    );

    public static VisibleTextRule<Customer> OfCustomers { get; } = new(TextsOf);

    public static VisibleTextRule<ServicePlan> OfPlans { get; } = new(TextsOf);

    private static IEnumerable<NamedText> TextsOf(Customer customer) =>
        [
            new(nameof(Customer.Id), customer.Id.Value),
            new(nameof(CustomerDraft.AccountName), customer.Account.AccountName, IsName: true),
            new(nameof(CustomerDraft.OrganizationName), customer.Account.OrganizationName, IsName: true),
            .. customer.StorageRegions.Select((r, i) => new NamedText("", r.Name, At: new(nameof(Customer.StorageRegions), i))),
            .. customer.Contacts.SelectMany(
                (c, i) =>
                {
                    var at = new ItemPath(nameof(Customer.Contacts), i);
                    return new NamedText[] { new(nameof(c.Name), c.Name, IsName: true, at), new(nameof(c.Email), c.Email, At: at) };
                }
            ),
            .. customer.References.SelectMany(
                (r, i) =>
                {
                    var at = new ItemPath(nameof(Customer.References), i);
                    return new NamedText[] { new(nameof(r.System), r.System, At: at), new(nameof(r.Id), r.Id, At: at) };
                }
            ),
        ];

    private static IEnumerable<NamedText> TextsOf(ServicePlan plan) =>
        [
            new(nameof(ServicePlan.Id), plan.Id.Value),
            new(nameof(ServicePlan.Name), plan.Name, IsName: true),
            .. plan.Features.Select((f, i) => new NamedText("", f.Name, IsName: true, new(nameof(ServicePlan.Features), i))),
            .. plan.AllowedRegions.Select((r, i) => new NamedText("", r.Name, At: new(nameof(ServicePlan.AllowedRegions), i))),
        ];
}
