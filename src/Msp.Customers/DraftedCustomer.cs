using System.Globalization;
using NodaTime;

namespace Msp.Customers;

// A customer built from a draft that may be invalid, so that rules can evaluate the valid rest in the same call. An invalid member has its
// previous value, or else a value that violates no rule; an item without such a value is left out. Violations that rules report at an
// invalid member, or at a list with an invalid item as a whole, are dropped.
internal sealed class DraftedCustomer
{
    private readonly Dictionary<string, Lazy<int[]>> placesOf = [];
    private readonly HashSet<string> atFault;
    private readonly HashSet<string> itemsAtFault;

    private DraftedCustomer(IReadOnlyList<Violation> violations)
    {
        Violations = violations;
        atFault = [.. violations.Where(v => v.Severity == Severity.Error && v.Path.Length > 0).Select(v => v.Path)];
        itemsAtFault = [.. atFault.Select(MemberOf)];
    }

    // Null when the draft has too many items to be checked.
    public Customer? Customer { get; private set; }

    // The violations of the draft's invariants.
    public IReadOnlyList<Violation> Violations { get; }

    // A new customer. With isNumbered, the numbers in the draft are used.
    public static DraftedCustomer New(CustomerDraft draft, CustomerTerms terms, Func<string?, LocalDate> today, bool isNumbered = false)
    {
        draft = draft.Completed();
        return Of(
            draft,
            CustomerValidator.Check(draft, isNumbered ? null : Customer.Blank),
            new CustomerDraft
            {
                AccountName = "?",
                OrganizationName = "?",
                // An evaluation would report quotas that outlast it.
                TenantType = TenantType.Commercial,
            },
            d => Customer.Make(d, terms, today)
        );
    }

    // A stored customer with an edit applied.
    public static DraftedCustomer Edited(Customer customer, CustomerDraft draft, CustomerTerms terms)
    {
        draft = draft.Completed(customer);
        return Of(draft, CustomerValidator.Check(draft, customer), customer.ToDraft(), d => customer.CopyWith(d, terms));
    }

    // The violations of the draft, and those that rules report of the customer, with paths in the draft.
    public IReadOnlyList<Violation> With(IReadOnlyList<Violation> reported) =>
        reported.Count == 0 ? Violations : [.. Violations, .. reported.Select(InDraft).OfType<Violation>()];

    private static DraftedCustomer Of(
        CustomerDraft draft,
        IReadOnlyList<Violation> violations,
        CustomerDraft before,
        Func<CustomerDraft, Customer> make
    )
    {
        var drafted = new DraftedCustomer(violations);
        drafted.Customer = CustomerValidator.IsTooLong(draft) ? null : make(drafted.Repaired(draft, before));
        return drafted;
    }

    private CustomerDraft Repaired(CustomerDraft draft, CustomerDraft before)
    {
        var quotas = Items(
            nameof(draft.Quotas),
            draft.Quotas,
            before.Quotas,
            q => q.Number,
            c => c.Quotas.Select(x => (int?)x.Number),
            Mended
        );
        WithSources(nameof(draft.Quotas), quotas);
        return new CustomerDraft
        {
            Id = Or(nameof(draft.Id), draft.Id, before.Id),
            AccountName = Or(nameof(draft.AccountName), draft.AccountName, before.AccountName),
            OrganizationName = Or(nameof(draft.OrganizationName), draft.OrganizationName, before.OrganizationName),
            Address = Or(nameof(draft.Address), draft.Address, before.Address),
            PhoneNumber = Or(nameof(draft.PhoneNumber), draft.PhoneNumber, before.PhoneNumber),
            TimeZone = Or(nameof(draft.TimeZone), draft.TimeZone, before.TimeZone),
            ServicePlan = Or(nameof(draft.ServicePlan), draft.ServicePlan, before.ServicePlan),
            TenantType = Or(nameof(draft.TenantType), draft.TenantType, before.TenantType),
            LicenseExpiryDate = Or(nameof(draft.LicenseExpiryDate), draft.LicenseExpiryDate, before.LicenseExpiryDate),
            StorageRegions = ItemsOf(
                Items<string?, string>(
                    nameof(draft.StorageRegions),
                    draft.StorageRegions,
                    [],
                    r => StorageRegion.Fold(r!),
                    c => c.StorageRegions.Select(r => r.Name)
                )
            ),
            Quotas = ItemsOf(quotas),
            Schedules = ItemsOf(
                Items(
                    nameof(draft.Schedules),
                    draft.Schedules,
                    before.Schedules,
                    s => s.Number,
                    c => c.Schedules.Select(x => (int?)x.Number),
                    Mended
                )
            ),
            Contacts = ItemsOf(
                Items(
                    nameof(draft.Contacts),
                    draft.Contacts,
                    before.Contacts,
                    c => c.Number,
                    c => c.Contacts.Select(x => (int?)x.Number),
                    Mended
                )
            ),
            References = ItemsOf(
                Items(nameof(draft.References), draft.References, [], r => new ExternalReference(r.System!, r.Id!), c => c.References)
            ),
        };

        static List<T> ItemsOf<T>(List<(T Item, int Place)> items) => items.ConvertAll(i => i.Item);
    }

    private T Or<T>(string member, T drafted, T before) => atFault.Contains(member) ? before : drafted;

    // The items of a list with their positions in the draft. An invalid item is repaired; otherwise it is replaced by the stored item with
    // its number, which has no position, or left out.
    private List<(T Item, int Place)> Items<T, TKey>(
        string list,
        IList<T> items,
        IList<T> before,
        Func<T, TKey> keyOf,
        Func<Customer, IEnumerable<TKey>> keysOf,
        Func<T, T?, Predicate<string>, T?>? mended = null
    )
        where T : class?
    {
        var kept = new List<(T Item, int Place)>();
        foreach (var (place, item) in items.Index())
        {
            var path = $"{list}[{place}]";
            if (!itemsAtFault.Contains(path))
            {
                kept.Add((item, place));
                continue;
            }

            atFault.Add(list);
            if (item is not null && mended is not null && !atFault.Contains($"{path}.Number"))
            {
                var stored = before.FirstOrDefault(b => keyOf(b)?.Equals(keyOf(item)) == true);
                var whole = mended(item, stored, member => atFault.Contains($"{path}.{member}"));
                kept.AddRange(
                    whole is not null ? [(whole, place)]
                    : stored is not null ? [(stored, -1)]
                    : []
                );
            }
        }

        placesOf[list] = new Lazy<int[]>(() => Places(kept.ConvertAll(i => (keyOf(i.Item), i.Place)), keysOf(Customer!)));
        return kept;
    }

    private static ContactDraft Mended(ContactDraft contact, ContactDraft? before, Predicate<string> isAtFault) =>
        new()
        {
            Number = contact.Number,
            Name = isAtFault("Name") ? before?.Name ?? "?" : contact.Name,
            Email = isAtFault("Email") ? before?.Email : contact.Email,
            PhoneNumber = isAtFault("PhoneNumber") ? before?.PhoneNumber : contact.PhoneNumber,
            Roles = isAtFault("Roles") ? ContactRoles.None : contact.Roles,
            IsPrimary = !isAtFault("IsPrimary") && contact.IsPrimary,
        };

    // Null when the dates are invalid: the quota has no place in time.
    private static QuotaDraft? Mended(QuotaDraft quota, QuotaDraft? before, Predicate<string> isAtFault)
    {
        if (isAtFault("EffectiveDate") || isAtFault("EndDate"))
        {
            return null;
        }

        var limit = isAtFault("Credits") || isAtFault("Unlimited") ? before ?? new QuotaDraft { Credits = 1 } : quota;
        var mended = new QuotaDraft
        {
            Number = quota.Number,
            Credits = limit.Credits,
            Unlimited = limit.Unlimited,
            EffectiveDate = quota.EffectiveDate,
            EndDate = quota.EndDate,
            VoidedFrom = isAtFault("VoidedFrom") ? before?.VoidedFrom : quota.VoidedFrom,
            Priority = quota.Priority,
            CarryOver = IsCarryOverAtFault(isAtFault) ? before?.CarryOver : quota.CarryOver,
        };
        return mended.CarryOver is null ? mended.WithoutCarryOver() : mended;
    }

    // Null when the dates are invalid: the schedule creates no quotas.
    private static QuotaScheduleDraft? Mended(QuotaScheduleDraft schedule, QuotaScheduleDraft? before, Predicate<string> isAtFault)
    {
        if (
            isAtFault("Start")
            || isAtFault("Unit")
            || isAtFault("Interval")
            || isAtFault("Until")
            || isAtFault("NextOccurrence")
            || isAtFault("NextRenewal")
        )
        {
            return null;
        }

        var limit = isAtFault("Credits") || isAtFault("Unlimited") ? before ?? new QuotaScheduleDraft { Credits = 1 } : schedule;
        return new QuotaScheduleDraft
        {
            Number = schedule.Number,
            Start = schedule.Start,
            Unit = schedule.Unit,
            Interval = schedule.Interval,
            Until = schedule.Until,
            Credits = limit.Credits,
            Unlimited = limit.Unlimited,
            Increment = isAtFault("Increment") ? 0 : schedule.Increment,
            Priority = schedule.Priority,
            CarryOver = IsCarryOverAtFault(isAtFault) ? null : schedule.CarryOver,
            NextOccurrence = schedule.NextOccurrence,
            NextRenewal = schedule.NextRenewal,
            LastQuota = schedule.LastQuota,
        };
    }

    private static bool IsCarryOverAtFault(Predicate<string> isAtFault) =>
        isAtFault("CarryOver.From") || isAtFault("CarryOver.MaxCredits") || isAtFault("CarryOver.MaxPercent");

    // The position in the draft of each item of the customer. New items have no key and are assigned in order.
    private static int[] Places<TKey>(List<(TKey Key, int Place)> items, IEnumerable<TKey> keys)
    {
        var added = new Queue<int>(items.Where(i => i.Key is null).Select(i => i.Place));
        var known = items.Where(i => i.Key is not null).DistinctBy(i => i.Key).ToDictionary(i => (object)i.Key!, i => i.Place);
        return [.. keys.Select(k => known.TryGetValue(k!, out var place) ? place : added.Dequeue())];
    }

    // A quota whose source is missing or ends too late carries nothing over.
    private void WithSources(string list, List<(QuotaDraft Item, int Place)> quotas)
    {
        var all = quotas.ConvertAll(q => q.Item);
        foreach (var (i, (item, place)) in quotas.ToList().Index().Where(q => q.Item.Item.CarryOver is not null))
        {
            if (!QuotaValidator.HasSource(all, i))
            {
                // The removed carry-over would change closed usage, which the draft itself does not.
                quotas[i] = (item.WithoutCarryOver(), place);
                atFault.Add($"{list}[{place}]");
            }
        }
    }

    // Maps the path of a violation to the draft; null for a violation of a replaced value. Paths of another form are kept.
    private Violation? InDraft(Violation violation)
    {
        var member = MemberOf(violation.Path);
        var open = member.IndexOf('[', StringComparison.Ordinal);
        var path = violation.Path;
        if (
            open >= 0
            && placesOf.TryGetValue(member[..open], out var places)
            && int.TryParse(member.AsSpan(open + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < places.Value.Length
        )
        {
            var place = places.Value[index];
            path = place < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{member[..open]}[{place}]{path[member.Length..]}");
        }

        return path is null || atFault.Contains(path) ? null : violation with { Path = path };
    }

    // "Quotas[1]" of "Quotas[1].EndDate".
    private static string MemberOf(string path) => path.Split('.')[0];
}
