using System.Globalization;

namespace Msp.Customers.Testing.Tests.Defects;

// Incorrect reads and writes of customers and plans.
internal static class RepositoryDefects
{
    public static IEnumerable<Defect> All =>
        [
            new(
                "updates any version",
                "A stale update is refused with ConcurrencyException and changes nothing",
                new Flaw { UpdatesAnyVersion = true }
            ),
            new(
                "deletes any version",
                "A stale deletion is refused with ConcurrencyException and changes nothing",
                new Flaw { DeletesAnyVersion = true }
            ),
            new(
                "updates any version of plans",
                "A stale update of a plan is refused and changes nothing",
                new Flaw { UpdatesAnyVersion = true }
            ),
            new(
                "changes the version only with the root row",
                "A change of only a contact is stored with a new version",
                new Flaw { ChangesVersionWithRootOnly = true }
            ),
            new(
                "checks the version before the transaction",
                "Of many concurrent changes of the same version of a customer, one is stored",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "loses concurrent changes",
                "Concurrent changes of a customer that are retried after a conflict are all stored",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "checks the name before the transaction",
                "Of many concurrent new customers with the same organization name, one is stored",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "checks the reference before the transaction",
                "Of many concurrent new customers with the same reference, one is stored",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "checks the id before the transaction",
                "Of many concurrent new customers with the same id, one is stored",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "stores a range one by one",
                "Two or three customers can exchange their organization names in one call",
                new Flaw { StoresRangeOneByOne = true }
            ),
            new(
                "stores a range of references one by one",
                "Two customers can exchange their references in one call, and one can take the reference of another",
                new Flaw { StoresRangeOneByOne = true }
            ),
            new(
                "keeps changes of a range that is refused",
                "Updating a range with a stale customer is refused and changes nothing",
                new Flaw { StoresRangeOneByOne = true }
            ),
            new(
                "allows duplicate organization names",
                "A new customer with an organization name that is already used, in any case and spacing, is refused",
                new Flaw { AllowsSharedNames = true }
            ),
            new(
                "allows duplicate organization names after a change",
                "A change to an organization name that is already used is refused",
                new Flaw { AllowsSharedNames = true }
            ),
            new(
                "reads a row and its parts in two steps",
                "A customer that is read during changes is read in a single version",
                new Flaw { MixesVersionsOnRead = true }
            ),
            new(
                "accepts plans that are not stored",
                "A new or updated customer with a plan that is not stored is refused",
                new Flaw { AcceptsUnknownPlans = true }
            ),
            new(
                "accepts a plan that is not stored in a batch",
                "A hundred customers of which one has a plan that is not stored are refused",
                new Flaw { AcceptsUnknownPlans = true }
            ),
            new(
                "deletes plans that customers use",
                "A plan cannot be deleted while a customer uses it",
                new Flaw { DeletesPlansInUse = true }
            ),
            new(
                "checks the plan before the transaction that adds a customer",
                "Of a deletion of a plan and a concurrent new customer with the plan, one is refused",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "checks the plan before the transaction that changes a customer",
                "Of a deletion of a plan and a concurrent change of a customer to the plan, one is refused",
                new Flaw { ChecksInSeparateStep = true }
            ),
            new(
                "allows duplicate references",
                "A new customer with a reference that is already used is refused",
                new Flaw { AllowsSharedReferences = true }
            ),
            new(
                "compares ids without case",
                "Ids that differ only in case, accents or width belong to different customers",
                new Flaw { IdKey = id => id.ToUpperInvariant() }
            ),
            new(
                "compares plan ids without case",
                "A new plan with an id that is already used is refused, and an id in another case is a different plan",
                new Flaw { IdKey = id => id.ToUpperInvariant() }
            ),
            Customers("trims ids", "GetByIdAsync returns null for text that is not a valid id", c => new TrimsIds(c)),
            Customers(
                "returns the same object for each read",
                "A change of an object after it was read does not change the stored customer",
                c => new ReturnsSameObject(c)
            ),
            Customers(
                "returns the same list for each read",
                "A change of an object after it was listed does not change the stored customer",
                c => new ReturnsSameList(c)
            ),
            Customers(
                "ignores a duplicate id",
                "A new customer with an id that is already used is refused and changes nothing",
                c => new IgnoresConflictsOnAdd(c)
            ),
            Customers(
                "throws a different exception",
                "An update of a deleted customer is refused with ConcurrencyException",
                c => new ReplacesConflicts(c)
            ),
            Customers(
                "adds a customer that is not stored on an update",
                "An update of a customer that was never stored is refused with ConcurrencyException",
                c => new AddsOnUpdate(c)
            ),
            Customers("does not set OriginalVersion", "The same object can be updated several times in a row", c => new UpdatesCopy(c)),
            Customers(
                "updates only the first customer of a range",
                "UpdateRangeAsync stores all customers",
                c => new UpdatesFirstOfRange(c)
            ),
            Customers(
                "continues to add after a refusal",
                "Adding a range with an id that is already used is refused, and no customer is stored in part",
                c => new ContinuesAfterRefusal(c)
            ),
            Customers(
                "continues to update after a refusal",
                "Updating a range with a stale customer is refused and changes nothing",
                c => new ContinuesAfterRefusal(c)
            ),
            Customers(
                "continues to delete after a refusal",
                "Deleting a range with a stale customer is refused, and the customers after it stay stored",
                c => new ContinuesAfterRefusal(c)
            ),
            Customers(
                "ignores refused updates of a range",
                "Updating a range with a stale customer is refused and changes nothing",
                c => new IgnoresConflictsOfRange(c)
            ),
            Customers(
                "adds only the first fifty customers",
                "A hundred customers that are added in one call are stored unchanged",
                c => new AddsFirstFifty(c)
            ),
            Customers(
                "continues to add a batch after a refusal",
                "A hundred customers of which one has an id that is already used are refused, and none is stored in part",
                c => new ContinuesAfterRefusal(c)
            ),
            Customers(
                "continues to add a batch after a duplicate id in it",
                "A hundred customers of which two have the same id are refused, and none is stored in part",
                c => new ContinuesAfterRefusal(c)
            ),
            new(
                "allows duplicate organization names in a batch",
                "A hundred customers of which two have the same name are refused, and none is stored in part",
                new Flaw { AllowsSharedNames = true }
            ),
            new(
                "allows duplicate references in a batch",
                "A hundred customers of which two have the same reference are refused, and none is stored in part",
                new Flaw { AllowsSharedReferences = true }
            ),
            Customers(
                "stores a customer without its parts when it is canceled",
                "If adding a hundred customers is canceled while it runs, each customer is stored completely or not at all",
                c => new StoresPartWhenCanceled(c)
            ),
            Customers(
                "deletes everything",
                "DeleteRangeAsync with a specification deletes the matching customers and no others",
                c => new DeletesEverything(c)
            ),
            Customers(
                "ignores cancellation",
                "A write of customers with a canceled token throws OperationCanceledException and changes nothing",
                c => new IgnoresCancellation(c)
            ),
            Customers(
                "checks cancellation after the write",
                "A write of customers with a canceled token throws OperationCanceledException and changes nothing",
                c => new CancelsAfterWrite(c)
            ),
            Customers(
                "sorts names by culture",
                "Names are sorted by code point, not by culture",
                c => new SortsNames(c, StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: false))
            ),
            Customers(
                "sorts names by UTF-16 code unit",
                "Names are sorted by code point, not by culture",
                c => new SortsNames(c, StringComparer.Ordinal)
            ),
            Customers(
                "lists customers in order of name",
                "All customers are listed in order of id by code point",
                c => new SortsCustomersByName(c)
            ),
            Customers(
                "returns only the first ten customers",
                "CustomersMatching by status returns the same customers as the in-memory store",
                c => new ReturnsFirstTen(c)
            ),
            Customers(
                "returns overlapping pages",
                "Pages sorted by AccountName are complete and in the order of the in-memory store, in both directions",
                c => new OverlappingPages(c)
            ),
            Customers(
                "uses an offset for pages",
                "Adding, deleting and renaming customers between pages neither repeats nor omits other customers",
                c => new PagesByOffset(c)
            ),
            Customers(
                "applies Skip and Take when it counts",
                "CountAsync and AnyAsync work with and without a specification",
                c => new CountsPage(c)
            ),
            Customers(
                "ignores the specification in AnyAsync",
                "CountAsync and AnyAsync work with and without a specification",
                c => new IgnoresConditionsInAny(c)
            ),
            Customers(
                "returns the last customer for the first",
                "FirstOrDefaultAsync returns the first customer in the order of the specification",
                c => new ReturnsLastForFirst(c)
            ),
            Customers(
                "returns one of several customers for the single one",
                "SingleOrDefaultAsync throws InvalidOperationException for several matching customers",
                c => new ReturnsFirstForSingle(c)
            ),
            Customers(
                "streams other customers",
                "AsAsyncEnumerable returns the same customers as ListAsync",
                c => new StreamsOtherCustomers(c)
            ),
            Customers(
                "treats the last date of a license as expired",
                "CustomersMatching by end of license returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { LicenseExpiringBefore = DayAfter(f.LicenseExpiringBefore) })
            ),
            Customers(
                "treats the last date of a quota as ended",
                "CustomersMatching by end of quota returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { QuotaEndingBefore = DayAfter(f.QuotaEndingBefore) })
            ),
            Customers(
                "treats the last date of an evaluation as ended",
                "CustomersMatching by end of evaluation returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { EvaluationEndingBefore = DayAfter(f.EvaluationEndingBefore) })
            ),
            Customers(
                "treats a renewal on the next date as due",
                "CustomersMatching by due renewal returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { RenewalDueOnOrBefore = DayAfter(f.RenewalDueOnOrBefore) })
            ),
            Customers(
                "treats the last date of retention as over",
                "CustomersMatching by end of retention returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { RetentionOverOn = DayAfter(f.RetentionOverOn) })
            ),
            Customers(
                "compares a part of the name",
                "CustomersMatching by name returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => new CustomerFilter { Text = f.Name })
            ),
            Customers(
                "compares text with the whole name",
                "CustomersMatching by text returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => new CustomerFilter { Name = f.Text })
            ),
            Customers(
                "ignores the plan",
                "CustomersMatching by plan returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { ServicePlan = null })
            ),
            Customers(
                "ignores the region",
                "CustomersMatching by region returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { Region = null })
            ),
            Customers(
                "ignores the tenant type",
                "CustomersMatching by tenant type returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { TenantType = null })
            ),
            Customers(
                "treats a quota as in force after its last date",
                "CustomersMatching by quota in force returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { QuotaInForceOn = DayAfter(f.QuotaInForceOn) })
            ),
            Customers(
                "ignores one of several conditions",
                "CustomersMatching by several conditions returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { TenantType = null })
            ),
            Customers(
                "finds only the first of several references",
                "CustomersByReference returns the same customers as the in-memory store",
                c => new ReplacesQuery<CustomersByReference>(c, q => new CustomersByReference(q.Keys.Take(1)))
            ),
            Customers(
                "ignores the system of references",
                "CustomersByReference returns the same customers as the in-memory store",
                c => new ReplacesQuery<CustomersByReference>(
                    c,
                    q => new CustomersByReference(q.Keys.Select(r => new ExternalReference("psa", r.Id)))
                )
            ),
            Customers(
                "finds only the first of several organizations",
                "CustomersByOrganization returns the same customers as the in-memory store",
                c => new ReplacesQuery<CustomersByOrganization>(c, q => new CustomersByOrganization(q.Keys.Take(1)))
            ),
            Customers(
                "finds only the first of several ids",
                "CustomersById returns the same customers as the in-memory store",
                c => new ReplacesQuery<CustomersById>(c, q => new CustomersById(q.Keys.Take(1)))
            ),
            new(
                "does not store the regions of plans",
                "PlanOffersById returns the same offers as the in-memory store",
                new Flaw { ChangeStoredPlan = p => p.Details.AllowedRegions.Clear() }
            ),
            Customers(
                "treats suspended customers as active",
                "CustomersMatching by status returns the same customers as the in-memory store",
                c => new ReplacesFilter(c, f => f with { Status = f.Status == CustomerStatus.Suspended ? CustomerStatus.Active : f.Status })
            ),
            Customers(
                "throws ArgumentException for a customer that cannot be read",
                "A read of an unreadable customer throws UnreadableRowException, and other customers are read",
                c => new ReplacesUnreadableRow(c)
            ),
            Customers(
                "returns an empty list when a customer cannot be read",
                "A read of an unreadable customer throws UnreadableRowException, and other customers are read",
                c => new ReturnsEmptyListWhenUnreadable(c)
            ),
            Customers(
                "omits a customer that cannot be read from a page",
                "A page of rows contains all customers and marks the customer that cannot be read",
                c => new OmitsUnreadableRows(c)
            ),
            Customers(
                "does not mark the row of a customer that cannot be read",
                "A page of rows contains all customers and marks the customer that cannot be read",
                c => new DoesNotMarkUnreadableRows(c)
            ),
        ];

    private static Defect Customers(string name, string fact, Func<IRepositoryBase<Customer>, IRepositoryBase<Customer>> customers) =>
        new(name, fact, new Flaw { Customers = customers });

    private static LocalDate? DayAfter(LocalDate? date) => date == LocalDate.MaxIsoValue ? date : date?.PlusDays(1);
}
