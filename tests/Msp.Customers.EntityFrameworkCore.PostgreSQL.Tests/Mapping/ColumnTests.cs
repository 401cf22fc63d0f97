using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Tests;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Mapping;

public sealed class ColumnTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task Dates_instants_and_credits_have_suitable_column_types()
    {
        (await ColumnsAsync("date"))
            .Should()
            .BeEquivalentTo(
                "Customers.LicenseExpiryDate",
                "Customers.RegisteredOn",
                "Customers.EvaluationEndDate",
                "Customers.SuspendedOn",
                "Customers.ClosedOn",
                "Customers.RetentionDate",
                "Customers.UsageClosedThrough",
                "CreditQuotas.EffectiveDate",
                "CreditQuotas.EndDate",
                "CreditQuotas.VoidedFrom",
                "QuotaSchedules.Start",
                "QuotaSchedules.Until",
                "QuotaSchedules.NextRenewal",
                "UsageEntries.Date",
                "DailyUsage.Date"
            );
        (await ColumnsAsync("timestamp with time zone"))
            .Should()
            .BeEquivalentTo("UsageEntries.OccurredAt", "UsageEntries.RecordedAt", "UsageEntries.HeldUntil", "ChangeLog.ChangedAt");
        (await ColumnsAsync("bigint"))
            .Should()
            .Contain(["CreditQuotas.CreditMicros", "QuotaSchedules.CreditMicros", "UsageEntries.CreditMicros"]);
        (await ColumnsAsync("boolean")).Should().Contain("CreditQuotas.IsUnlimited");
    }

    [Fact]
    public async Task Every_text_column_is_ordered_by_code_point()
    {
        await using var context = storage.Context();
        (
            await context
                .Database.SqlQuery<string>(
                    $"""
                    SELECT table_name || '.' || column_name AS "Value" FROM information_schema.columns
                    WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
                        AND data_type LIKE 'char%' AND collation_name IS DISTINCT FROM 'C'
                    """
                )
                .ToListAsync()
        ).Should().BeEmpty();
        (await ColumnsAsync("character varying")).Should().HaveCountGreaterThan(30);
        (await context.Database.SqlQuery<bool>($"SELECT 'B' < 'a' AS \"Value\"").SingleAsync())
            .Should()
            .BeFalse("the database itself has the order of a language");
    }

    // The provider stores the first and the last date of .NET as -infinity and infinity, which compare the same way.
    [Fact]
    public async Task The_first_and_the_last_date_are_stored_as_infinity()
    {
        var draft = Valid.Draft();
        (draft.Quotas[0].EffectiveDate, draft.Quotas[0].EndDate) = (SupportedDates.First, SupportedDates.Last);
        await storage.SaveAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        await using var context = storage.Context();
        (
            await context
                .Database.SqlQuery<string>($"SELECT \"EffectiveDate\" || ' ' || \"EndDate\" AS \"Value\" FROM \"CreditQuotas\"")
                .SingleAsync()
        )
            .Should()
            .Be("-infinity infinity");
    }

    private async Task<List<string>> ColumnsAsync(string type)
    {
        await using var context = storage.Context();
        return await context
            .Database.SqlQuery<string>(
                $"""
                SELECT table_name || '.' || column_name AS "Value" FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory' AND data_type = {type}
                """
            )
            .ToListAsync();
    }
}
