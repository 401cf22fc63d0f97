using Msp.Customers.Names;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers;

public sealed partial class Customer
{
    /// <summary>Replaces the editable state of the customer with that of a draft.</summary>
    /// <param name="draft">The complete editable state. Its id is the customer's id or null. A list that is null stays unchanged.</param>
    /// <param name="terms">The terms in force, which define the length of an evaluation.</param>
    /// <exception cref="RuleViolationException">
    /// The draft is not valid or belongs to another customer. The exception contains all violations, and the customer is unchanged.
    /// </exception>
    /// <remarks>Start from <see cref="ToDraft"/>: an item that is missing from a list is removed.</remarks>
    public void Edit(CustomerDraft draft, CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(terms);
        draft = draft.Completed(this);
        Check(draft);
        BeginChange();
        Apply(draft, terms);
    }

    /// <summary>Adds a contact.</summary>
    /// <param name="contact">The contact, without a number.</param>
    /// <returns>The number of the new contact.</returns>
    /// <exception cref="RuleViolationException">The contact is not valid. The customer is unchanged.</exception>
    public int AddContact(ContactDraft contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Edit(d => d.Contacts.Add(contact));
        return LastContactNumber;
    }

    /// <summary>Changes a contact.</summary>
    /// <param name="contact">The contact with its number. Start from <see cref="Contact.ToDraft"/>.</param>
    /// <exception cref="RuleViolationException">
    /// The contact is not valid, or the customer has no contact with this number. The customer is unchanged.
    /// </exception>
    /// <exception cref="ArgumentException">The contact has no number.</exception>
    public void ChangeContact(ContactDraft contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Edit(d => Replace(d.Contacts, contact, c => c.Number));
    }

    /// <summary>Removes a contact.</summary>
    /// <param name="number">The contact's number.</param>
    /// <exception cref="RuleViolationException">The customer has no such contact.</exception>
    public void RemoveContact(int number)
    {
        ThrowIfNotFound(FindContact(number), ContactValidator.NumberNotFound, nameof(Contacts), number);
        Edit(d => d.Contacts = [.. d.Contacts.Where(c => c.Number != number)]);
    }

    /// <summary>Adds a quota. The dates of other quotas do not change.</summary>
    /// <param name="quota">The quota, without a number.</param>
    /// <returns>The number of the new quota.</returns>
    /// <exception cref="RuleViolationException">The quota is not valid. The customer is unchanged.</exception>
    public int AddQuota(QuotaDraft quota)
    {
        ArgumentNullException.ThrowIfNull(quota);
        Edit(d => d.Quotas.Add(quota));
        return LastQuotaNumber;
    }

    /// <summary>Changes a quota. The dates of other quotas do not change.</summary>
    /// <param name="quota">The quota with its number. Start from <see cref="CreditQuota.ToDraft"/>.</param>
    /// <exception cref="RuleViolationException">
    /// The quota is not valid, or the customer has no quota with this number. The customer is unchanged.
    /// </exception>
    /// <exception cref="ArgumentException">The quota has no number.</exception>
    public void ChangeQuota(QuotaDraft quota)
    {
        ArgumentNullException.ThrowIfNull(quota);
        Edit(d => Replace(d.Quotas, quota, q => q.Number));
    }

    /// <summary>Voids a quota from a day on. The quota is not usable on and after that day.</summary>
    /// <param name="number">The quota's number.</param>
    /// <param name="from">The first day on which the quota is void.</param>
    /// <returns>
    /// True when the quota is void from that day on. False when nothing changes, because the quota is already void from that day or an
    /// earlier day, or ends before it.
    /// </returns>
    /// <exception cref="RuleViolationException">The customer has no such quota.</exception>
    /// <remarks>
    /// A void quota never becomes usable again. An earlier day replaces a later day. The quota still covers usage dated before the day. The
    /// dates of other quotas do not change.
    /// </remarks>
    public bool VoidQuota(int number, LocalDate from)
    {
        SupportedDates.Demand(from, nameof(from));
        var quota = ThrowIfNotFound(FindQuota(number), QuotaValidator.NumberNotFound, nameof(Quotas), number);
        if (quota.VoidedFrom <= from || quota.EndDate < from)
        {
            return false;
        }

        BeginChange();
        quota.Void(from);
        timeline = null;
        return true;
    }

    /// <summary>Returns the customer as a draft, which is the starting point of an edit.</summary>
    /// <returns>A new draft with the complete editable state.</returns>
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
        BeginChange();
        Apply(draft);
    }

    private void Check(CustomerDraft draft) => RuleViolationException.ThrowIfAnyError(CustomerValidator.Check(draft, customer: this));

    private static T ThrowIfNotFound<T>(T? item, RuleDescriptor notFound, string list, int number)
        where T : class => item ?? throw new RuleViolationException(notFound.Violated(list, ("Number", number)));

    // The order of the draft can differ from that of the customer. The validator reports an unknown number.
    private static void Replace<T>(IList<T> items, T item, Func<T, int?> numberOf)
    {
        var number = numberOf(item) ?? throw new ArgumentException("The draft must have the number of the item to change.", nameof(item));
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

    // The draft was checked and has the customer's tenant type. In an edit, schedules with changed dates continue after the last quota they
    // created. A snapshot is copied as it is.
    private void Apply(CustomerDraft draft, bool isSnapshot = false)
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
            (s, d) => Change(s, d, isSnapshot),
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

    private void Change(QuotaSchedule schedule, QuotaScheduleDraft draft, bool isSnapshot)
    {
        var (before, dates, next) = (schedule.ToDraft(), schedule.Dates, schedule.NextRenewal);
        schedule.Change(draft);
        if (!isSnapshot && schedule.Dates != dates)
        {
            QuotaRenewal.SetNextRenewal(this, schedule, draft, before, dates, next);
        }
    }

    private void DemandCarryOvers()
    {
        if (quotas.Exists(q => q.CarryOver is not null))
        {
            var ends = quotas.ToDictionary(q => q.Number, q => q.EndDate);
            CustomerSnapshotCheck.Demand(
                quotas.TrueForAll(q =>
                    q.CarryOver is not { } carryOver || (ends.TryGetValue(carryOver.From, out var end) && end < q.EffectiveDate)
                ),
                "CarryOver.From must be the number of a quota of the customer that ends before the quota starts."
            );
        }
    }

    // Items that are not removed keep their objects, so that a unit of work detects which rows changed.
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
