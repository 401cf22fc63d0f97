using Msp.Customers.EntityFrameworkCore.Tests;
using Npgsql;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Mapping;

// 20,000 customers of each of two MSPs, with statistics for the planner. A scan of a whole table is more expensive than an index.
public sealed class FilledDatabase : IDisposable
{
    private const string Rows = """
        INSERT INTO "Customers" ("Msp", "Id", "AccountName", "OrganizationName", "AccountKey", "OrganizationKey", "SearchText",
                "ServicePlan", "TenantType", "LicenseExpiryDate", "RegisteredOn", "SuspendedOn", "SuspensionReason",
                "LastQuotaNumber", "LastScheduleNumber", "LastContactNumber", "Version")
            SELECT msp, 'c-' || n, 'Account ' || n, 'Organization ' || n, 'account ' || n, 'organization ' || n,
                'account ' || n || chr(10) || 'organization ' || n, 'plan-' || n % 100,
                CASE n % 2 WHEN 0 THEN 'Commercial' ELSE 'Sandbox' END, DATE '2026-01-01' + n, DATE '2020-01-01' + n % 1000,
                CASE n % 50 WHEN 0 THEN DATE '2026-01-01' END, CASE n % 50 WHEN 0 THEN 'Fraud' END, 1, 0, 0, 1
            FROM generate_series(1, 20000) n, (VALUES ('msp'), ('other')) m (msp);
        INSERT INTO "CreditQuotas" ("Msp", "CustomerId", "Number", "EffectiveDate", "EndDate", "Priority", "CreditMicros", "IsUnlimited")
            SELECT "Msp", "Id", 1, "LicenseExpiryDate" - 30, "LicenseExpiryDate", 0, 1, FALSE FROM "Customers";
        INSERT INTO "CustomerStorageRegions" ("Msp", "CustomerId", "Name")
            SELECT "Msp", "Id", CASE substr("Id", 3)::int % 1000 WHEN 0 THEN 'rare-1' ELSE 'eu-central-1' END FROM "Customers";
        INSERT INTO "CustomerReferences" ("Msp", "CustomerId", "System", "Id") SELECT "Msp", "Id", 'psa', "Id" FROM "Customers";
        INSERT INTO "CustomerContacts" ("Msp", "CustomerId", "Number", "Name", "Roles", "IsPrimary")
            SELECT "Msp", "Id", 1, 'Ada Example', 0, TRUE FROM "Customers";
        INSERT INTO "QuotaSchedules" ("Msp", "CustomerId", "Number", "Start", "Unit", "Interval",
                "IncrementMicros", "Priority", "NextOccurrence", "CreditMicros", "IsUnlimited")
            SELECT "Msp", "Id", 1, DATE '2026-01-01', 'Month', 1, 0, 0, 0, 1, FALSE FROM "Customers";
        INSERT INTO "UsageEntries" ("Msp", "CustomerId", "Key", "Kind", "Date", "CreditMicros",
                "RequestedMicros", "RecordedAt", "HeldUntil", "Sequence")
            SELECT 'msp', 'c-' || c, 'k' || n, CASE n % 100 WHEN 0 THEN 'Reservation' ELSE 'Usage' END,
                DATE '2026-01-01' + n % 365, 1, 1, now(), CASE n % 100 WHEN 0 THEN now() END, n
            FROM generate_series(1, 100) c, generate_series(1, 500) n;
        INSERT INTO "DailyUsage" ("Msp", "CustomerId", "Date", "IsVoid", "WholeCredits", "RestMicros")
            SELECT "Msp", "CustomerId", "Date", FALSE, 0, SUM("CreditMicros") FROM "UsageEntries" WHERE "Kind" = 'Usage' GROUP BY 1, 2, 3;
        ANALYZE;
        """;

    private readonly Lazy<TestStorage> storage = new(Fill);

    internal TestStorage Storage => storage.Value;

    public void Dispose()
    {
        if (storage.IsValueCreated)
        {
            Storage.Dispose();
        }
    }

    // The plan of the first statement, which evaluates the specification. The other statements read rows by id.
    internal async Task<string> PlanAsync(Func<MspCustomersContext, Task> read) => (await PlansAsync(read))[0];

    internal async Task<List<string>> PlansAsync(Func<MspCustomersContext, Task> read)
    {
        var log = new CommandLog();
        await using var context = Storage.Context(log);
        await read(context);
        await using var connection = new NpgsqlConnection(Storage.Connection);
        await connection.OpenAsync();
        var plans = new List<string>();
        foreach (var (text, values) in log.Commands.ToList())
        {
            await using var command = new NpgsqlCommand("EXPLAIN " + text, connection);
            command.Parameters.AddRange(values.Select(v => new NpgsqlParameter(v.Key, v.Value)).ToArray());
            await using var reader = await command.ExecuteReaderAsync();
            var steps = new List<string>();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(0));
            }

            plans.Add(string.Join('\n', steps));
        }

        return plans;
    }

    private static TestStorage Fill()
    {
        var storage = new TestStorage();
        using var connection = new NpgsqlConnection(storage.Connection);
        connection.Open();
        foreach (var statement in Rows.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using var command = new NpgsqlCommand(statement, connection);
            command.ExecuteNonQuery();
        }

        return storage;
    }
}
