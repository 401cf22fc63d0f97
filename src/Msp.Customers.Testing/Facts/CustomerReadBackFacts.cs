using Msp.Customers.Names;

namespace Msp.Customers.Testing;

internal static class CustomerReadBackFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("A customer reads back as it was saved, with every member", EveryMember),
            Fact("A customer with nothing but its names reads back as it was saved", NothingButNames),
            Fact("A customer with 5,000 contacts and quotas, and 500 of all else, reads back as it was saved", LongLists),
            Fact("A contact reads back with all its roles, in any combination", Roles),
            Fact("A contact without e-mail address and phone number reads back without them", BareContact),
            Fact("A limited and an unlimited quota read back as what they are", Limits),
            Fact("The smallest and the largest amounts of credits, and six decimal places, read back exactly", Amounts),
            Fact("A voided quota reads back with the day from which it is void", Voided),
            Fact("Quotas read back with the smallest and the largest priority", Priorities),
            Fact("What a quota carries over reads back with its caps", CarryOvers),
            Fact("Schedules read back with every unit, caps, and what was made of them", Schedules),
            Fact("A renewed customer reads back with the quotas that its schedule made", Renewed),
            Fact("The numbers that were given are remembered when what had them is gone", Numbers),
            Fact("Customers of the same number of quotas and contacts keep them apart", Apart),
            Fact("Thirty generated customers read back as they were saved", Many),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    // Saves in this session and reads in another one. The saved object must stay unchanged.
    internal static async Task ReadsBackAsync(Trial trial, Customer customer)
    {
        await trial.PlansOfAsync([customer]);
        var saved = customer.ToSnapshot();
        var returned = await trial.Customers.AddAsync(customer, trial.Token);
        Expect.Same(saved, returned, "return the customer that it was given to save");
        Expect.Same(saved, customer, "leave the customer that it was given as it was");
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

    private static Task NothingButNames(Trial trial) =>
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
                    "make each occurrence once, so that a third month makes one quota more"
                )
        );
    }

    private static async Task Numbers(Trial trial)
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
            "remember the last numbers of quotas, contacts and schedules"
        );
        Expect.Equal(
            0,
            found.Quotas.Count + found.Contacts.Count + found.Schedules.Count,
            "keep nothing of quotas, contacts and schedules that were taken away"
        );
    }

    private static async Task Apart(Trial trial)
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
        foreach (var customer in new Generated(1).Customers(30))
        {
            await ReadsBackAsync(trial, customer);
        }
    }
}
