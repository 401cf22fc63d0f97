using Msp.Customers.Names;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Changes the customer to what a draft says. Start from <see cref="ToDraft"/>: an item that a list leaves out is deleted.</summary>
    /// <param name="draft">The whole of what can be edited; its id is the customer's or null. A list that is null stays as it is.</param>
    /// <param name="terms">The terms in force, which say how long an evaluation lasts.</param>
    /// <exception cref="RuleViolationException">The draft is not valid, or is another customer's; the exception contains all violations and the customer is unchanged.</exception>
    public void Edit(CustomerDraft draft, CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(terms);
        draft = draft.Completed(this);
        Check(draft);
        Apply(draft, terms);
        version++;
    }

    /// <summary>Adds a contact person.</summary>
    /// <param name="contact">The contact, without a number.</param>
    /// <returns>The number given to the contact.</returns>
    /// <exception cref="RuleViolationException">The contact is not valid; the customer is unchanged.</exception>
    public int AddContact(ContactDraft contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Edit(d => d.Contacts.Add(contact));
        return LastContactNumber;
    }

    /// <summary>Changes a contact person.</summary>
    /// <param name="contact">The contact with its number; start from <see cref="Contact.ToDraft"/>.</param>
    /// <exception cref="RuleViolationException">The contact is not valid or its number unknown; the customer is unchanged.</exception>
    /// <exception cref="ArgumentException">The contact has no number.</exception>
    public void ChangeContact(ContactDraft contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Edit(d => Replace(d.Contacts, contact, c => c.Number));
    }

    /// <summary>Deletes a contact person.</summary>
    /// <param name="number">The contact's number.</param>
    /// <exception cref="RuleViolationException">The customer has no such contact.</exception>
    public void RemoveContact(int number)
    {
        ThrowIfUnknown(FindContact(number), ContactValidator.NumberUnknown, nameof(Contacts), number);
        Edit(d => d.Contacts = [.. d.Contacts.Where(c => c.Number != number)]);
    }

    /// <summary>Allocates a further quota. No other quota's dates move.</summary>
    /// <param name="quota">The quota, without a number.</param>
    /// <returns>The number given to the quota.</returns>
    /// <exception cref="RuleViolationException">The quota is not valid; the customer is unchanged.</exception>
    public int AddQuota(QuotaDraft quota)
    {
        ArgumentNullException.ThrowIfNull(quota);
        Edit(d => d.Quotas.Add(quota));
        return LastQuotaNumber;
    }

    /// <summary>Changes a quota. No other quota's dates move.</summary>
    /// <param name="quota">The quota with its number; start from <see cref="CreditQuota.ToDraft"/>.</param>
    /// <exception cref="RuleViolationException">The quota is not valid or its number unknown; the customer is unchanged.</exception>
    /// <exception cref="ArgumentException">The quota has no number.</exception>
    public void ChangeQuota(QuotaDraft quota)
    {
        ArgumentNullException.ThrowIfNull(quota);
        Edit(d => Replace(d.Quotas, quota, q => q.Number));
    }

    /// <summary>Makes a quota void from a day on: not usable on and after it, while what was used before can still be paid from it. No other quota's dates move.</summary>
    /// <param name="number">The quota's number.</param>
    /// <param name="from">The first day on which it is void.</param>
    /// <returns>True when the quota is void from that day on. False when it changes nothing: the quota is void already from that day or an earlier one, or ended before.</returns>
    /// <remarks>A quota that is void is never usable again. An earlier day replaces a later one.</remarks>
    /// <exception cref="RuleViolationException">The customer has no such quota.</exception>
    public bool VoidQuota(int number, LocalDate from)
    {
        SupportedDates.Demand(from, nameof(from));
        var quota = ThrowIfUnknown(FindQuota(number), QuotaValidator.NumberUnknown, nameof(Quotas), number);
        if (quota.VoidedFrom <= from || quota.EndDate < from)
        {
            return false;
        }

        quota.Void(from);
        timeline = null;
        version++;
        return true;
    }

    /// <summary>The customer as the starting point of an edit.</summary>
    /// <returns>A new draft of all that can be edited.</returns>
    public CustomerDraft ToDraft() =>
        new()
        {
            Id = Id.Value,
            AccountName = Account.AccountName,
            OrganizationName = Account.OrganizationName,
            Address = Account.Address,
            PhoneNumber = Account.PhoneNumber,
            TimeZone = TimeZone,
            ServicePlan = ServicePlan?.Value,
            TenantType = TenantType,
            StorageRegions = [.. storageRegions.Select(r => r.Name)],
            Quotas = [.. quotas.OrderBy(q => q.Number).Select(q => q.ToDraft())],
            Schedules = [.. schedules.OrderBy(s => s.Number).Select(s => s.ToDraft())],
            LicenseExpiryDate = LicenseExpiryDate,
            Contacts = [.. contacts.OrderBy(c => c.Number).Select(c => c.ToDraft())],
            References = [.. references.Select(r => new ReferenceDraft { System = r.System, Id = r.Id })],
        };

    private void Edit(Action<CustomerDraft> change)
    {
        var draft = ToDraft();
        change(draft);
        Check(draft);
        Apply(draft);
        version++;
    }

    private void Check(CustomerDraft draft) => RuleViolationException.ThrowIfAnyError(CustomerValidator.Check(draft, numberedBy: this));

    private static T ThrowIfUnknown<T>(T? item, RuleDescriptor unknown, string list, int number)
        where T : class => item ?? throw new RuleViolationException(unknown.Violated(list, ("Number", number)));

    // The index is looked up in the draft, whose order need not be that of the customer's lists. An unknown number is left for the rules to refuse.
    private static void Replace<T>(IList<T> items, T item, Func<T, int?> numberOf)
    {
        var number = numberOf(item) ?? throw new ArgumentException("What is changed is named by its number.", nameof(item));
        var index = items.Select(numberOf).ToList().IndexOf(number);
        if (index < 0)
        {
            items.Add(item);
        }
        else
        {
            items[index] = item;
        }
    }

    private void Apply(CustomerDraft draft, CustomerTerms terms)
    {
        SetTenantType(draft.TenantType, terms);
        Apply(draft);
    }

    // Of a draft that was checked, whose tenant type is the customer's. A state is taken as it is; in an edit, schedules whose dates change go on where they are.
    private void Apply(CustomerDraft draft, bool isState = false)
    {
        Account = new AccountDetails(Account, draft);
        TimeZone = TextLimits.DemandOptional(draft.TimeZone, nameof(draft), TextLimits.MaxTimeZoneLength);
        ServicePlan = TextLimits.IsMissing(draft.ServicePlan) ? null : new PlanId(draft.ServicePlan);
        LicenseExpiryDate = draft.LicenseExpiryDate is { } expiry ? SupportedDates.Demand(expiry, nameof(draft)) : null;
        Reconcile(storageRegions, draft.StorageRegions.Select(r => new StorageRegion(r!)), r => r.Name);
        Reconcile(references, draft.References.Select(r => new ExternalReference(r.System!, r.Id!)), r => $"{r.System}\0{r.Id}");
        LastQuotaNumber = Reconcile(
            quotas,
            draft.Quotas,
            LastQuotaNumber,
            q => q.Number,
            d => d.Number,
            (q, d) => q.Change(d),
            (n, d) => new CreditQuota(n, d)
        );
        LastScheduleNumber = Reconcile(
            schedules,
            draft.Schedules,
            LastScheduleNumber,
            s => s.Number,
            d => d.Number,
            (s, d) => Change(s, d, isState),
            (n, d) => new QuotaSchedule(n, d)
        );
        LastContactNumber = Reconcile(
            contacts,
            draft.Contacts,
            LastContactNumber,
            c => c.Number,
            d => d.Number,
            (c, d) => c.Change(d),
            (n, d) => new Contact(n, d)
        );
        DemandCarryOvers();
        timeline = null;
    }

    private void Change(QuotaSchedule schedule, QuotaScheduleDraft draft, bool isState)
    {
        var (before, dates, next) = (schedule.ToDraft(), schedule.Dates, schedule.NextRenewal);
        schedule.Change(draft);
        if (!isState && schedule.Dates != dates)
        {
            GoOn(schedule, draft, before, dates, next);
        }
    }

    private void DemandCarryOvers()
    {
        if (quotas.Exists(q => q.CarryOver is not null))
        {
            var ends = quotas.ToDictionary(q => q.Number, q => q.EndDate);
            Demand(
                quotas.TrueForAll(q =>
                    q.CarryOver is not { } carryOver || (ends.TryGetValue(carryOver.From, out var end) && end < q.EffectiveDate)
                ),
                "Credits are carried over from a quota of the customer that ends before."
            );
        }
    }

    // Objects that stay are kept, not made anew, so that a unit of work sees which rows changed.
    private static void Reconcile<T>(List<T> items, IEnumerable<T> wanted, Func<T, string> key)
    {
        var missing = wanted.ToHashSet();
        items.RemoveAll(i => !missing.Remove(i));
        items.AddRange(missing);
        items.Sort((a, b) => CodePoints.Compare(key(a), key(b)));
    }

    private static int Reconcile<T, TDraft>(
        List<T> items,
        IList<TDraft> drafts,
        int lastNumber,
        Func<T, int> numberOf,
        Func<TDraft, int?> wanted,
        Action<T, TDraft> change,
        Func<int, TDraft, T> make
    )
    {
        var wantedNumbers = drafts.Select(wanted).ToHashSet();
        items.RemoveAll(i => !wantedNumbers.Contains(numberOf(i)));
        var kept = items.ToDictionary(numberOf);
        foreach (var draft in drafts)
        {
            if (wanted(draft) is { } number && kept.TryGetValue(number, out var item))
            {
                change(item, draft);
                lastNumber = Math.Max(lastNumber, number);
            }
            else
            {
                var next = wanted(draft) ?? lastNumber + 1;
                items.Add(make(next, draft));
                lastNumber = Math.Max(lastNumber, next);
            }
        }

        items.Sort((a, b) => numberOf(a).CompareTo(numberOf(b)));
        return lastNumber;
    }
}
