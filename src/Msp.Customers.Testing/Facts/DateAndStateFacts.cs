using NodaTime;

namespace Msp.Customers.Testing;

internal static class DateAndStateFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("The first supported day, 0001-01-01, reads back in every date of a customer", t => Dates(t, SupportedDates.First)),
            Fact("The last supported day, 9999-12-31, reads back in every date of a customer", t => Dates(t, SupportedDates.Last)),
            Fact("A leap day reads back in every date of a customer", t => Dates(t, new LocalDate(2024, 2, 29))),
            Fact("Days before the calendar reform read back as they are", t => Dates(t, new LocalDate(1582, 10, 10))),
            Fact("A day that a zone skipped reads back as it is", t => Dates(t, new LocalDate(2011, 12, 30))),
            Fact("Quotas of one day, and of all days, read back with both their dates", Periods),
            Fact("An evaluation reads back with its extended last day, and a commercial customer without one", Evaluation),
            Fact("A suspended customer reads back with the day and the reason, whatever it is, and a resumed one without", Suspension),
            Fact("A closed customer reads back with its retention date, and a reopened one without", Closing),
            Fact("A customer that is suspended and closed reads back as both", SuspendedAndClosed),
            Fact("The day through which usage is settled reads back", Settled),
            Fact("A customer reads back in its tenant type, whatever it is", TenantTypes),
        ];

    private static ConformanceFact Fact(string name, Func<Trial, Task> body) => new(name, ConformanceArea.Customers, body);

    private static async Task Dates(Trial trial, LocalDate day)
    {
        var customer = Customer.Register(
            SampleData.CustomerDraft(
                "Northwind",
                d =>
                {
                    d.TimeZone = "Pacific/Apia";
                    d.LicenseExpiryDate = day;
                    d.Quotas = [SampleData.Quota(q => (q.EffectiveDate, q.EndDate, q.VoidedFrom) = (day, day, day))];
                    d.Schedules = [SampleData.Schedule(s => (s.Start, s.Until) = (day, day))];
                }
            ),
            CustomerTerms.Default,
            day
        );
        customer.Suspend(SuspensionReason.Fraud, day);
        customer.Close(day, new CustomerTerms(RetentionDays: 0));
        customer.CloseUsageThrough(day);
        await CustomerReadBackFacts.ReadsBackAsync(trial, customer);
        await trial.EditAsync(customer.Id, c => c.AddContact(SampleData.Contact("Linus")));
        customer.AddContact(SampleData.Contact("Linus"));
        Expect.Same(
            customer.ToSnapshot(),
            await trial.FindAsync(customer.Id),
            "give the dates back as they were saved also when the customer is saved again"
        );
    }

    private static Task Periods(Trial trial) =>
        CustomerReadBackFacts.ReadsBackAsync(
            trial,
            SampleData.Customer(
                "Northwind",
                d =>
                    d.Quotas = [
                        SampleData.Quota(q => q.EndDate = q.EffectiveDate),
                        SampleData.Quota(q => (q.EffectiveDate, q.EndDate) = (SupportedDates.First, SupportedDates.Last)),
                        SampleData.Quota(q => (q.EffectiveDate, q.EndDate) = (SupportedDates.First, null)),
                        SampleData.Quota(q => (q.EffectiveDate, q.EndDate) = (SupportedDates.Last, null)),
                    ]
            )
        );

    private static async Task Evaluation(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await trial.EditAsync(id, c => c.ExtendEvaluation(30, SampleData.Today));
        Expect.Equal(
            SampleData.Today.PlusDays(59),
            (await trial.FindAsync(id))?.EvaluationEndDate,
            "keep the last day of an extended evaluation"
        );
        await trial.EditAsync(id, c => c.ConvertToCommercial());
        var found = await trial.FindAsync(id);
        Expect.Equal(
            (TenantType.Commercial, null),
            (found?.TenantType, found?.EvaluationEndDate),
            "keep no last day of an evaluation that became commercial"
        );
    }

    private static async Task Suspension(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        foreach (var reason in Enum.GetValues<SuspensionReason>())
        {
            await trial.EditAsync(id, c => c.Suspend(reason, SampleData.Today));
            var found = await trial.FindAsync(id);
            Expect.Equal(
                (CustomerStatus.Suspended, reason, SampleData.Today),
                (found?.Status, found?.SuspensionReason, found?.SuspendedOn),
                "keep that a customer is suspended, why and since when"
            );
            await trial.EditAsync(id, c => c.Resume());
            found = await trial.FindAsync(id);
            Expect.Equal(
                (CustomerStatus.Active, null, null),
                (found?.Status, found?.SuspensionReason, found?.SuspendedOn),
                "keep nothing of a suspension that was lifted"
            );
        }
    }

    private static async Task Closing(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await trial.EditAsync(id, c => c.Close(SampleData.Today, CustomerTerms.Default));
        var found = await trial.FindAsync(id);
        Expect.Equal(
            (SampleData.Today, SampleData.Today.PlusDays(90)),
            (found?.ClosedOn, found?.RetentionDate),
            "keep the days of closing and retention"
        );
        await trial.EditAsync(id, c => c.Reopen(SampleData.Today));
        found = await trial.FindAsync(id);
        Expect.Equal((null, null), (found?.ClosedOn, found?.RetentionDate), "keep nothing of a closing that was undone");
    }

    private static Task SuspendedAndClosed(Trial trial)
    {
        var customer = SampleData.Customer();
        customer.Suspend(SuspensionReason.CustomerRequest, SampleData.Today);
        customer.Close(SampleData.Today.PlusDays(1), CustomerTerms.Default);
        return CustomerReadBackFacts.ReadsBackAsync(trial, customer);
    }

    private static async Task Settled(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await trial.EditAsync(id, c => c.CloseUsageThrough(SampleData.Today.PlusDays(5)));
        Expect.Equal(
            SampleData.Today.PlusDays(5),
            (await trial.FindAsync(id))?.UsageClosedThrough,
            "keep the day through which usage is settled"
        );
    }

    private static async Task TenantTypes(Trial trial)
    {
        foreach (var type in Enum.GetValues<TenantType>())
        {
            await CustomerReadBackFacts.ReadsBackAsync(trial, SampleData.Customer($"{type}", d => d.TenantType = type));
        }
    }
}
