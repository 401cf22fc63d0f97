using NodaTime;

namespace Msp.Customers.Testing;

internal static class DateAndStateFacts
{
    public static IEnumerable<ConformanceFact> All =>
        [
            Fact("The first supported date, 0001-01-01, is read back in every date of a customer", t => Dates(t, SupportedDates.First)),
            Fact("The last supported date, 9999-12-31, is read back in every date of a customer", t => Dates(t, SupportedDates.Last)),
            Fact("A leap day is read back in every date of a customer", t => Dates(t, new LocalDate(2024, 2, 29))),
            Fact("A date before the Gregorian calendar reform is read back unchanged", t => Dates(t, new LocalDate(1582, 10, 10))),
            Fact("A date that a time zone skipped is read back unchanged", t => Dates(t, new LocalDate(2011, 12, 30))),
            Fact("Quotas of one date and of all supported dates are read back with both dates", Periods),
            Fact("An evaluation is read back with its extended end date, and a commercial customer without one", Evaluation),
            Fact("A suspended customer is read back with date and reason, and a resumed customer without them", Suspension),
            Fact("A closed customer is read back with its retention date, and a reopened customer without one", Closing),
            Fact("A customer that is suspended and closed is read back as it was stored", SuspendedAndClosed),
            Fact("The date through which usage is closed is read back", UsageClosed),
            Fact("A customer of every tenant type is read back as it was stored", TenantTypes),
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
            "return the dates as they were stored after a further update"
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
            "store the end date of an extended evaluation"
        );
        await trial.EditAsync(id, c => c.ConvertToCommercial());
        var found = await trial.FindAsync(id);
        Expect.Equal(
            (TenantType.Commercial, null),
            (found?.TenantType, found?.EvaluationEndDate),
            "store no evaluation end date of a customer that became commercial"
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
                "store the status, reason and date of a suspension"
            );
            await trial.EditAsync(id, c => c.Resume());
            found = await trial.FindAsync(id);
            Expect.Equal(
                (CustomerStatus.Active, null, null),
                (found?.Status, found?.SuspensionReason, found?.SuspendedOn),
                "store the status of a resumed customer, without reason and date"
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
            "store the dates of closing and retention"
        );
        await trial.EditAsync(id, c => c.Reopen(SampleData.Today));
        found = await trial.FindAsync(id);
        Expect.Equal(
            (null, null),
            (found?.ClosedOn, found?.RetentionDate),
            "store no dates of closing and retention of a reopened customer"
        );
    }

    private static Task SuspendedAndClosed(Trial trial)
    {
        var customer = SampleData.Customer();
        customer.Suspend(SuspensionReason.CustomerRequest, SampleData.Today);
        customer.Close(SampleData.Today.PlusDays(1), CustomerTerms.Default);
        return CustomerReadBackFacts.ReadsBackAsync(trial, customer);
    }

    private static async Task UsageClosed(Trial trial)
    {
        var id = (await trial.SavedAsync(SampleData.Customer())).Id;
        await trial.EditAsync(id, c => c.CloseUsageThrough(SampleData.Today.PlusDays(5)));
        Expect.Equal(
            SampleData.Today.PlusDays(5),
            (await trial.FindAsync(id))?.UsageClosedThrough,
            "store the date through which usage is closed"
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
