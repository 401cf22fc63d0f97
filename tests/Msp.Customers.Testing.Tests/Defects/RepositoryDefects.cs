using System.Globalization;

namespace Msp.Customers.Testing.Tests.Defects;

// Reads or writes that a repository gets wrong.
internal static class RepositoryDefects
{
    public static IEnumerable<Defect> All =>
        [
            new("saves over any version", "A stale save is refused and changes nothing", new Flaw { SavesAnyVersion = true }),
            new("deletes any version", "A stale deletion is refused and changes nothing", new Flaw { DeletesAnyVersion = true }),
            new(
                "saves plans over any version",
                "A stale save of a plan is refused and changes nothing",
                new Flaw { SavesAnyVersion = true }
            ),
            new(
                "moves the version with the root's row only",
                "A change of a contact alone is stored and counts as a change",
                new Flaw { MovesVersionOfRootOnly = true }
            ),
            new(
                "looks for the version before it writes",
                "Of many who change the same version of a customer at once, one is stored",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new(
                "loses changes that race",
                "Of many who change a customer at once and try again when they are refused, nobody's change is lost",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new(
                "looks for the name before it writes",
                "Of many who take the same organization name at once, one gets it",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new(
                "looks for the reference before it writes",
                "Of many who take the same reference at once, one gets it",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new(
                "looks for the id before it writes",
                "Of many who add a customer with the same id at once, one is stored",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new(
                "stores a range one by one",
                "Two customers swap their names in one call, and three theirs in a circle",
                new Flaw { StoresOneByOne = true }
            ),
            new(
                "stores a range of references one by one",
                "Two customers swap their references in one call, and one passes its own on to another",
                new Flaw { StoresOneByOne = true }
            ),
            new(
                "keeps what was stored before a refusal",
                "A range in which a save is stale is refused, and nothing of it is stored",
                new Flaw { StoresOneByOne = true }
            ),
            new(
                "shares organization names",
                "A new customer whose organization name is taken, in any case and spacing, is refused",
                new Flaw { AllowsSharedNames = true }
            ),
            new(
                "shares organization names on renaming",
                "A customer renamed to a taken organization name is refused",
                new Flaw { AllowsSharedNames = true }
            ),
            new(
                "reads a row and its parts in two steps",
                "A customer that is read while it is changed is read whole",
                new Flaw { TearsReads = true }
            ),
            new(
                "takes plans that are not stored",
                "A customer who chooses a plan that is not stored is refused, new or changed",
                new Flaw { TakesUnknownPlans = true }
            ),
            new(
                "takes a plan that is not stored among many",
                "A hundred customers of which one chooses a plan that is not stored are refused",
                new Flaw { TakesUnknownPlans = true }
            ),
            new(
                "deletes plans that customers take",
                "A plan that a customer takes is not deleted, and can be when no one takes it any more",
                new Flaw { DeletesPlansInUse = true }
            ),
            new(
                "looks for the plan before it adds a customer",
                "Of a deletion of a plan and a choice of it by a new customer at once, one is refused",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new(
                "looks for the plan before it changes a customer",
                "Of a deletion of a plan and a choice of it by a change at once, one is refused",
                new Flaw { LooksBeforeItWrites = true }
            ),
            new("shares references", "A new customer whose reference is taken is refused", new Flaw { AllowsSharedReferences = true }),
            new(
                "tells ids apart without case",
                "Ids that differ only in case, accents or width are different customers",
                new Flaw { IdKey = id => id.ToUpperInvariant() }
            ),
            new(
                "tells plan ids apart without case",
                "A plan whose id is taken is refused, and ids in another case are other plans",
                new Flaw { IdKey = id => id.ToUpperInvariant() }
            ),
            Customers("pads ids away", "Text that cannot be an id finds nothing", c => new TrimsIds(c)),
            Customers("returns live objects", "What is read is nobody else's object", c => new LiveObjects(c)),
            Customers("lists live objects", "A list holds nobody else's objects", c => new LiveLists(c)),
            Customers("swallows a duplicate id", "An id that is taken is refused and changes nothing", c => new SwallowsConflicts(c)),
            Customers("throws its own exception", "A save of a customer that was deleted meanwhile is refused", c => new ThrowsItsOwn(c)),
            Customers("adds where it updates", "A save of a customer that was never stored is refused", c => new AddsWhereItUpdates(c)),
            Customers(
                "does not tell the object that it is stored",
                "One object is saved many times, each time from the version before",
                c => new ForgetsToMark(c)
            ),
            Customers("saves the first of a range", "A range that is saved is stored whole", c => new StoresTheFirstOfARange(c)),
            Customers(
                "goes on adding after a refusal",
                "A range in which an id is taken is refused, and nothing of it is stored by half",
                c => new GoesOnAfterRefusal(c)
            ),
            Customers(
                "goes on saving after a refusal",
                "A range in which a save is stale is refused, and nothing of it is stored",
                c => new GoesOnAfterRefusal(c)
            ),
            Customers(
                "goes on deleting after a refusal",
                "A range in which a deletion is stale is refused, and what follows stays stored",
                c => new GoesOnAfterRefusal(c)
            ),
            Customers(
                "passes over what is refused of a range",
                "A range in which a save is stale is refused, and nothing of it is stored",
                c => new PassesOverRefused(c)
            ),
            Customers(
                "adds the first fifty of many",
                "A hundred customers added at once are stored, each as it was given",
                c => new AddsTheFirstFifty(c)
            ),
            Customers(
                "goes on adding many after a refusal",
                "A hundred customers of which one's id is taken are refused, and none of them is stored by half",
                c => new GoesOnAfterRefusal(c)
            ),
            Customers(
                "goes on adding many after an id that came before",
                "A hundred customers of which two have the same id are refused, and none of them is stored by half",
                c => new GoesOnAfterRefusal(c)
            ),
            new(
                "shares organization names among many",
                "A hundred customers of which two have the same name are refused, and none of them is stored by half",
                new Flaw { AllowsSharedNames = true }
            ),
            new(
                "shares references among many",
                "A hundred customers of which two have the same reference are refused, and none of them is stored by half",
                new Flaw { AllowsSharedReferences = true }
            ),
            Customers(
                "stores half a customer when it is cancelled",
                "A hundred customers whose adding is cancelled on its way are each stored whole or not at all",
                c => new StoresHalfWhenCancelled(c)
            ),
            Customers("deletes everything", "What a question answers is deleted, and no one else", c => new DeletesEverything(c)),
            Customers(
                "cannot be cancelled",
                "A write of customers that was cancelled before it began is not begun",
                c => new NeverCancelled(c)
            ),
            Customers(
                "is cancelled after it wrote",
                "A write of customers that was cancelled before it began is not begun",
                c => new CancelledTooLate(c)
            ),
            Customers(
                "orders by a culture",
                "A list in order of name is in order of code points, not of a culture",
                c => new InOrderOf(c, StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: false))
            ),
            Customers(
                "orders by UTF-16",
                "A list in order of name is in order of code points, not of a culture",
                c => new InOrderOf(c, StringComparer.Ordinal)
            ),
            Customers("lists in no order of id", "All customers are listed in order of id by code point", c => new IdsInAnyOrder(c)),
            Customers("caps a list silently", "CustomersMatching by status answers as memory does", c => new SilentCap(c)),
            Customers(
                "pages with overlap",
                "Pages sorted by AccountName are complete, and in memory's order, in both directions",
                c => new OverlappingPages(c)
            ),
            Customers(
                "pages by offset",
                "While customers are added, removed and renamed between pages, no other appears twice or is left out",
                c => new PagesByOffset(c)
            ),
            Customers("counts the page", "Counts and any answer for all and for a question", c => new CountsThePage(c)),
            Customers("has any without asking", "Counts and any answer for all and for a question", c => new AnyWithoutConditions(c)),
            Customers("gives the last for the first", "The first answer is the first in the question's order", c => new LastForFirst(c)),
            Customers("gives one of several for the single", "A question with one answer refuses two", c => new FirstForSingle(c)),
            Customers("streams another list", "A stream gives what the list gives", c => new StreamsAll(c)),
            Customers(
                "takes the license's last day for expired",
                "CustomersMatching by end of license answers as memory does",
                c => new AsksAnother(c, f => f with { LicenseExpiringBefore = DayAfter(f.LicenseExpiringBefore) })
            ),
            Customers(
                "takes a quota's last day for ended",
                "CustomersMatching by end of quota answers as memory does",
                c => new AsksAnother(c, f => f with { QuotaEndingBefore = DayAfter(f.QuotaEndingBefore) })
            ),
            Customers(
                "takes an evaluation's last day for ended",
                "CustomersMatching by end of evaluation answers as memory does",
                c => new AsksAnother(c, f => f with { EvaluationEndingBefore = DayAfter(f.EvaluationEndingBefore) })
            ),
            Customers(
                "takes tomorrow's renewal for due",
                "CustomersMatching by due renewal answers as memory does",
                c => new AsksAnother(c, f => f with { RenewalDueOnOrBefore = DayAfter(f.RenewalDueOnOrBefore) })
            ),
            Customers(
                "takes the last day of retention for over",
                "CustomersMatching by end of retention answers as memory does",
                c => new AsksAnother(c, f => f with { RetentionOverOn = DayAfter(f.RetentionOverOn) })
            ),
            Customers(
                "finds a part of a name for the whole",
                "CustomersMatching by name answers as memory does",
                c => new AsksAnother(c, f => new CustomerFilter { Text = f.Name })
            ),
            Customers(
                "finds a text as a whole name only",
                "CustomersMatching by text answers as memory does",
                c => new AsksAnother(c, f => new CustomerFilter { Name = f.Text })
            ),
            Customers(
                "finds customers of any plan",
                "CustomersMatching by plan answers as memory does",
                c => new AsksAnother(c, f => f with { ServicePlan = null })
            ),
            Customers(
                "finds customers of any region",
                "CustomersMatching by region answers as memory does",
                c => new AsksAnother(c, f => f with { Region = null })
            ),
            Customers(
                "finds customers of any tenant type",
                "CustomersMatching by tenant type answers as memory does",
                c => new AsksAnother(c, f => f with { TenantType = null })
            ),
            Customers(
                "takes the day after a quota's last for in force",
                "CustomersMatching by quota in force answers as memory does",
                c => new AsksAnother(c, f => f with { QuotaInForceOn = DayAfter(f.QuotaInForceOn) })
            ),
            Customers(
                "forgets a condition beside others",
                "CustomersMatching by several conditions answers as memory does",
                c => new AsksAnother(c, f => f with { TenantType = null })
            ),
            Customers(
                "finds the first of many references",
                "CustomersByReference answers as memory does",
                c => new Asks<CustomersByReference>(c, q => new CustomersByReference(q.Keys.Take(1)))
            ),
            Customers(
                "finds the references of any system",
                "CustomersByReference answers as memory does",
                c => new Asks<CustomersByReference>(
                    c,
                    q => new CustomersByReference(q.Keys.Select(r => new ExternalReference("psa", r.Id)))
                )
            ),
            Customers(
                "finds the first of many organizations",
                "CustomersByOrganization answers as memory does",
                c => new Asks<CustomersByOrganization>(c, q => new CustomersByOrganization(q.Keys.Take(1)))
            ),
            Customers(
                "finds the first of many ids",
                "CustomersById answers as memory does",
                c => new Asks<CustomersById>(c, q => new CustomersById(q.Keys.Take(1)))
            ),
            new(
                "forgets the regions of plans",
                "PlanOffersById answers as memory does",
                new Flaw { KeepsPlan = p => p.Details.AllowedRegions.Clear() }
            ),
            Customers(
                "takes suspended customers for active",
                "CustomersMatching by status answers as memory does",
                c => new AsksAnother(c, f => f with { Status = f.Status == CustomerStatus.Suspended ? CustomerStatus.Active : f.Status })
            ),
            Customers(
                "throws what the customer that cannot be read threw",
                "A customer that cannot be read is named, and the others are read",
                c => new ThrowsUnnamed(c)
            ),
            Customers(
                "leaves out the customer that cannot be read",
                "A customer that cannot be read is named, and the others are read",
                c => new ListsWhatIsReadable(c)
            ),
            Customers(
                "leaves the customer that cannot be read off a page",
                "A page of rows marks the customer that cannot be read, and contains the others",
                c => new PagesWhatIsReadable(c)
            ),
            Customers(
                "does not mark the row of a customer that cannot be read",
                "A page of rows marks the customer that cannot be read, and contains the others",
                c => new UnmarkedRows(c)
            ),
        ];

    private static Defect Customers(string name, string fact, Func<IRepositoryBase<Customer>, IRepositoryBase<Customer>> customers) =>
        new(name, fact, new Flaw { Customers = customers });

    private static LocalDate? DayAfter(LocalDate? date) => date == LocalDate.MaxIsoValue ? date : date?.PlusDays(1);
}
