using System.Globalization;
using NodaTime;

namespace Msp.Customers;

// A customer built from a draft that may be invalid, so that rules can evaluate the valid rest in the same call. An invalid member has its
// previous value, or else a value that violates no rule; an item without such a value is left out. Violations that rules report at an
// invalid member, or at a list with an invalid item as a whole, are dropped.
internal sealed class DraftedCustomer
{
    private readonly Dictionary<string, Lazy<int[]>> positionsOf = [];
    private readonly HashSet<string> invalidPaths;
    private readonly HashSet<string> invalidItems;

    private DraftedCustomer(IReadOnlyList<Violation> violations)
    {
        Violations = violations;
        invalidPaths = [.. violations.Where(v => v.Severity == Severity.Error && v.Path.Length > 0).Select(v => v.Path)];
        invalidItems = [.. invalidPaths.Select(MemberOf)];
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
            RepairedItem
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
                    RepairedItem
                )
            ),
            Contacts = ItemsOf(
                Items(
                    nameof(draft.Contacts),
                    draft.Contacts,
                    before.Contacts,
                    c => c.Number,
                    c => c.Contacts.Select(x => (int?)x.Number),
                    RepairedItem
                )
            ),
            References = ItemsOf(
                Items(nameof(draft.References), draft.References, [], r => new ExternalReference(r.System!, r.Id!), c => c.References)
            ),
        };

        static List<T> ItemsOf<T>(List<(T Item, int Position)> items) => items.ConvertAll(i => i.Item);
    }

    private T Or<T>(string member, T drafted, T before) => invalidPaths.Contains(member) ? before : drafted;

    // The items of a list with their positions in the draft. An invalid item is repaired; otherwise it is replaced by the stored item with
    // its number, which has no position, or left out.
    private List<(T Item, int Position)> Items<T, TKey>(
        string list,
        IList<T> items,
        IList<T> before,
        Func<T, TKey> keyOf,
        Func<Customer, IEnumerable<TKey>> keysOf,
        Func<T, T?, Predicate<string>, T?>? repair = null
    )
        where T : class?
    {
        var kept = new List<(T Item, int Position)>();
        foreach (var (position, item) in items.Index())
        {
            var path = $"{list}[{position}]";
            if (!invalidItems.Contains(path))
            {
                kept.Add((item, position));
                continue;
            }

            invalidPaths.Add(list);
            if (item is not null && repair is not null && !invalidPaths.Contains($"{path}.Number"))
            {
                var stored = before.FirstOrDefault(b => keyOf(b)?.Equals(keyOf(item)) == true);
                var repairedItem = repair(item, stored, member => invalidPaths.Contains($"{path}.{member}"));
                kept.AddRange(
                    repairedItem is not null ? [(repairedItem, position)]
                    : stored is not null ? [(stored, -1)]
                    : []
                );
            }
        }

        positionsOf[list] = new Lazy<int[]>(() => Positions(kept.ConvertAll(i => (keyOf(i.Item), i.Position)), keysOf(Customer!)));
        return kept;
    }

    private static ContactDraft RepairedItem(ContactDraft contact, ContactDraft? before, Predicate<string> isInvalid) =>
        new()
        {
            Number = contact.Number,
            Name = isInvalid("Name") ? before?.Name ?? "?" : contact.Name,
            Email = isInvalid("Email") ? before?.Email : contact.Email,
            PhoneNumber = isInvalid("PhoneNumber") ? before?.PhoneNumber : contact.PhoneNumber,
            Roles = isInvalid("Roles") ? ContactRoles.None : contact.Roles,
            IsPrimary = !isInvalid("IsPrimary") && contact.IsPrimary,
        };

    // Null when the dates are invalid: the quota has no period.
    private static QuotaDraft? RepairedItem(QuotaDraft quota, QuotaDraft? before, Predicate<string> isInvalid)
    {
        if (isInvalid("EffectiveDate") || isInvalid("EndDate"))
        {
            return null;
        }

        var limit = isInvalid("Credits") || isInvalid("Unlimited") ? before ?? new QuotaDraft { Credits = 1 } : quota;
        var repaired = new QuotaDraft
        {
            Number = quota.Number,
            Credits = limit.Credits,
            Unlimited = limit.Unlimited,
            EffectiveDate = quota.EffectiveDate,
            EndDate = quota.EndDate,
            VoidedFrom = isInvalid("VoidedFrom") ? before?.VoidedFrom : quota.VoidedFrom,
            Priority = quota.Priority,
            CarryOver = IsCarryOverInvalid(isInvalid) ? before?.CarryOver : quota.CarryOver,
        };
        return repaired.CarryOver is null ? repaired.WithoutCarryOver() : repaired;
    }

    // Null when the dates are invalid: the schedule creates no quotas.
    private static QuotaScheduleDraft? RepairedItem(QuotaScheduleDraft schedule, QuotaScheduleDraft? before, Predicate<string> isInvalid)
    {
        if (
            isInvalid("Start")
            || isInvalid("Unit")
            || isInvalid("Interval")
            || isInvalid("Until")
            || isInvalid("NextOccurrence")
            || isInvalid("NextRenewal")
        )
        {
            return null;
        }

        var limit = isInvalid("Credits") || isInvalid("Unlimited") ? before ?? new QuotaScheduleDraft { Credits = 1 } : schedule;
        return new QuotaScheduleDraft
        {
            Number = schedule.Number,
            Start = schedule.Start,
            Unit = schedule.Unit,
            Interval = schedule.Interval,
            Until = schedule.Until,
            Credits = limit.Credits,
            Unlimited = limit.Unlimited,
            Increment = isInvalid("Increment") ? 0 : schedule.Increment,
            Priority = schedule.Priority,
            CarryOver = IsCarryOverInvalid(isInvalid) ? null : schedule.CarryOver,
            NextOccurrence = schedule.NextOccurrence,
            NextRenewal = schedule.NextRenewal,
            LastQuota = schedule.LastQuota,
        };
    }

    private static bool IsCarryOverInvalid(Predicate<string> isInvalid) =>
        isInvalid("CarryOver.From") || isInvalid("CarryOver.MaxCredits") || isInvalid("CarryOver.MaxPercent");

    // The position in the draft of each item of the customer. New items have no key and are assigned in order.
    private static int[] Positions<TKey>(List<(TKey Key, int Position)> items, IEnumerable<TKey> keys)
    {
        var added = new Queue<int>(items.Where(i => i.Key is null).Select(i => i.Position));
        var known = items.Where(i => i.Key is not null).DistinctBy(i => i.Key).ToDictionary(i => (object)i.Key!, i => i.Position);
        return [.. keys.Select(k => known.TryGetValue(k!, out var position) ? position : added.Dequeue())];
    }

    // A quota whose source is missing or ends too late carries nothing over.
    private void WithSources(string list, List<(QuotaDraft Item, int Position)> quotas)
    {
        var all = quotas.ConvertAll(q => q.Item);
        foreach (var (i, (item, position)) in quotas.ToList().Index().Where(q => q.Item.Item.CarryOver is not null))
        {
            if (!QuotaValidator.HasSource(all, i))
            {
                // The removed carry-over would change closed usage, which the draft itself does not.
                quotas[i] = (item.WithoutCarryOver(), position);
                invalidPaths.Add($"{list}[{position}]");
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
            && positionsOf.TryGetValue(member[..open], out var positions)
            && int.TryParse(member.AsSpan(open + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < positions.Value.Length
        )
        {
            var position = positions.Value[index];
            path =
                position < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{member[..open]}[{position}]{path[member.Length..]}");
        }

        return path is null || invalidPaths.Contains(path) ? null : violation with { Path = path };
    }

    // "Quotas[1]" of "Quotas[1].EndDate".
    private static string MemberOf(string path) => path.Split('.')[0];
}
