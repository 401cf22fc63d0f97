using Msp.Customers.Names;

namespace Msp.Customers.Testing;

internal static class CustomerReadBackFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A customer is read back as it was stored, with every member", EveryMember),
            Fact("A customer with only the required members is read back as it was stored", RequiredMembersOnly),
            Fact("A customer with 5,000 contacts and quotas and 500 items in each other list is read back as it was stored", LongLists),
            Fact("A contact is read back with any combination of roles", Roles),
            Fact("A contact without e-mail address and phone number is read back without them", BareContact),
            Fact("A limited and an unlimited quota are read back as they were stored", Limits),
            Fact("The smallest and the largest amounts of credits and six decimal places are read back exactly", Amounts),
            Fact("A voided quota is read back with the date from which it is void", Voided),
            Fact("Quotas are read back with the lowest and the highest priority", Priorities),
            Fact("The carry-over of a quota is read back with MaxCredits, MaxPercent and Compounds", CarryOvers),
            Fact("Schedules are read back with every unit, carry-over terms, next occurrence and last quota", Schedules),
            Fact("A renewed customer is read back with the quotas of its schedule", Renewed),
            Fact("The last numbers of quotas, contacts and schedules are kept when the items are removed", LastNumbers),
            Fact("Quotas and contacts with the same numbers are read back for the correct customer", SameNumbers),
            Fact("Thirty generated customers are read back as they were stored", Many),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    // Stores in this session and reads in another one. The stored object must stay unchanged.
    internal static async Task ReadsBackAsync(Trial trial, Customer customer)
    {
        await trial.AddPlansAsync([customer]);
        var saved = customer.ToSnapshot();
        var returned = await trial.Customers.AddAsync(customer, trial.Token);
        Expect.Same(saved, returned, "return the added customer");
        Expect.Same(saved, customer, "keep the added customer unchanged");
        Expect.Same(saved, await trial.FindAsync(customer.Id));
    }

    private static Task EveryMember(Trial trial)
    {
        var customer = SampleData.Customer(
            "Northwind",
            d =>
            {
                d.Id = "c-1";
                d.TimeZone = "Europe/Berlin";
                d.ServicePlan = "gold";
                d.StorageRegions.Add("us-east-1");
                d.Quotas.Add(SampleData.Quota(q => (q.EffectiveDate, q.EndDate, q.Priority) = (SampleData.Today.PlusDays(30), null, 2)));
                d.Schedules.Add(
                    SampleData.Schedule(s =>
                        (s.Until, s.Increment, s.CarryOver) = (
                            SampleData.Today.PlusYears(1),
                            2.5m,
                            new CarryOverTermsDraft { Compounds = true }
                        )
                    )
                );
                d.References.Add(new ReferenceDraft { System = "crm", Id = "4711" });
            }
        );
        customer.AddQuota(
            SampleData.Quota(q =>
                (q.EffectiveDate, q.EndDate, q.CarryOver) = (
                    SampleData.Today.PlusDays(30),
                    null,
                    new CarryOverDraft
                    {
                        From = 1,
                        MaxPercent = 12.5m,
                        MaxCredits = 5,
                    }
                )
            )
        );
        customer.VoidQuota(2, SampleData.Today.PlusDays(60));
        customer.ExtendEvaluation(10, SampleData.Today);
        customer.Suspend(SuspensionReason.NonPayment, SampleData.Today);
        customer.Close(SampleData.Today, CustomerTerms.Default);
        customer.CloseUsageThrough(SampleData.Today.PlusDays(-1));
        return ReadsBackAsync(trial, customer);
    }

    private static Task RequiredMembersOnly(Trial trial) =>
        ReadsBackAsync(
            trial,
            Customer.Register(
                new CustomerDraft
                {
                    AccountName = "N",
                    OrganizationName = "N",
                    TenantType = TenantType.Sandbox,
                },
                CustomerTerms.Default,
                SampleData.Today
            )
        );

    private static Task LongLists(Trial trial) =>
        ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d =>
                {
                    d.Contacts = [.. Enumerable.Range(0, TextLimits.MaxItems).Select(n => SampleData.Contact($"p{n}"))];
                    d.Quotas = [.. Enumerable.Range(0, TextLimits.MaxItems).Select(n => SampleData.Quota(q => q.Priority = n))];
                    d.Schedules = [.. Enumerable.Range(0, 500).Select(n => SampleData.Schedule(s => s.Priority = n))];
                    d.StorageRegions = [.. Enumerable.Range(0, 500).Select(n => $"region-{n}")];
                    d.References = [.. Enumerable.Range(0, 500).Select(n => new ReferenceDraft { System = "psa", Id = $"{n}" })];
                }
            )
        );

    private static Task Roles(Trial trial) =>
        ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d =>
                    d.Contacts = [
                        .. Enumerable
                            .Range(0, 16)
                            .Select(n => SampleData.Contact($"p{n}", c => (c.Roles, c.IsPrimary) = ((ContactRoles)n, n == 9))),
                    ]
            )
        );

    private static Task BareContact(Trial trial) =>
        ReadsBackAsync(trial, SampleData.Customer("Northwind", d => d.Contacts.Add(new ContactDraft { Name = "Linus Example" })));

    private static Task Limits(Trial trial) =>
        ReadsBackAsync(
            trial,
            SampleData.Customer("Northwind", d => d.Quotas.Add(SampleData.Quota(q => (q.Credits, q.Unlimited) = (null, true))))
        );

    private static Task Amounts(Trial trial) =>
        ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d =>
                    d.Quotas = [
                        .. new[] { 0.000001m, 1.234567m, 0.1m, 999_999_999_999.999999m, Credits.Max.Amount }.Select(a =>
                            SampleData.Quota(q => q.Credits = a)
                        ),
                    ]
            )
        );

    private static Task Voided(Trial trial)
    {
        var customer = SampleData.Customer("Northwind", d => d.Quotas.Add(SampleData.Quota()));
        customer.VoidQuota(1, SampleData.Today.PlusDays(3));
        return ReadsBackAsync(trial, customer);
    }

    private static Task Priorities(Trial trial) =>
        ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d => d.Quotas = [.. new[] { int.MinValue, -1, 0, int.MaxValue }.Select(p => SampleData.Quota(q => q.Priority = p))]
            )
        );

    private static Task CarryOvers(Trial trial)
    {
        (decimal? Credits, decimal? Percent, bool Compounds)[] caps =
        [
            (null, null, false),
            (0.000001m, null, true),
            (null, 0.000001m, false),
            (Credits.Max.Amount, 1_000, true),
        ];
        var customer = SampleData.Customer();
        foreach (var cap in caps)
        {
            var carryOver = new CarryOverDraft
            {
                From = 1,
                MaxCredits = cap.Credits,
                MaxPercent = cap.Percent,
                Compounds = cap.Compounds,
            };
            customer.AddQuota(
                SampleData.Quota(q => (q.EffectiveDate, q.EndDate, q.CarryOver) = (SampleData.Today.PlusDays(30), null, carryOver))
            );
        }

        return ReadsBackAsync(trial, customer);
    }

    private static Task Schedules(Trial trial) =>
        ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d =>
                    d.Schedules = [
                        .. Enum.GetValues<ScheduleUnit>()
                            .Select(unit =>
                                SampleData.Schedule(s =>
                                    (s.Unit, s.Interval, s.NextOccurrence, s.LastQuota) = (
                                        unit,
                                        1 + (int)unit,
                                        (int)unit,
                                        unit == 0 ? null : (int)unit
                                    )
                                )
                            ),
                        SampleData.Schedule(s => (s.Credits, s.Unlimited, s.Priority, s.Interval) = (null, true, -3, Schedule.MaxInterval)),
                        SampleData.Schedule(s =>
                            (s.Increment, s.Until, s.CarryOver) = (
                                0.000001m,
                                SampleData.Today,
                                new CarryOverTermsDraft { MaxCredits = 0.5m, MaxPercent = 12.5m }
                            )
                        ),
                        SampleData.Schedule(s => s.CarryOver = new CarryOverTermsDraft()),
                        SampleData.Schedule(s => (s.NextOccurrence, s.NextRenewal) = (3, s.Start!.Value.PlusDays(1))),
                    ]
            )
        );

    private static async Task Renewed(Trial trial)
    {
        var customer = await trial.SavedAsync(
            SampleData.Customer(
                "Northwind",
                d => d.Schedules.Add(SampleData.Schedule(s => s.CarryOver = new CarryOverTermsDraft { MaxPercent = 50 }))
            )
        );
        await trial.EditAsync(customer.Id, c => c.Renew(SampleData.Today.PlusMonths(1)));
        customer.Renew(SampleData.Today.PlusMonths(1));
        Expect.Same(customer.ToSnapshot(), await trial.FindAsync(customer.Id));
        await trial.EditAsync(
            customer.Id,
            c =>
                Expect.Equal(
                    1,
                    c.Renew(SampleData.Today.PlusMonths(2)).Count,
                    "create this number of quotas for one further month of a schedule"
                )
        );
    }

    private static async Task LastNumbers(Trial trial)
    {
        var customer = await trial.SavedAsync(SampleData.Customer("Northwind", d => d.Schedules.Add(SampleData.Schedule())));
        await trial.EditAsync(
            customer.Id,
            c =>
            {
                var draft = c.ToDraft();
                (draft.Quotas, draft.Contacts, draft.Schedules) = ([], [], []);
                c.Edit(draft, CustomerTerms.Default);
            }
        );
        var found = (await trial.FindAsync(customer.Id))!;
        Expect.Equal(
            (1, 2, 1),
            (found.LastQuotaNumber, found.LastContactNumber, found.LastScheduleNumber),
            "keep the last numbers of quotas, contacts and schedules"
        );
        Expect.Equal(
            0,
            found.Quotas.Count + found.Contacts.Count + found.Schedules.Count,
            "keep no removed quotas, contacts and schedules"
        );
    }

    private static async Task SameNumbers(Trial trial)
    {
        var (one, two) = (
            await trial.SavedAsync(SampleData.Customer()),
            await trial.SavedAsync(SampleData.Customer("Southwind", d => d.Contacts[0].Name = "Linus Example"))
        );
        Expect.Same(one.ToSnapshot(), await trial.FindAsync(one.Id));
        Expect.Same(two.ToSnapshot(), await trial.FindAsync(two.Id));
    }

    private static async Task Many(Trial trial)
    {
        foreach (var customer in new GeneratedData(1).Customers(30))
        {
            await ReadsBackAsync(trial, customer);
        }
    }
}
