using System.Data.Common;
using Dapper;
using Msp.Customers;

namespace LegacyBilling;

/// <summary>
/// The parts of clients, by client. Each table is read in one query, and the parts of a client are written again with each change.
/// </summary>
internal sealed record ClientParts(
    ILookup<long, PersonRow> Persons,
    ILookup<long, AllotmentRow> Allotments,
    ILookup<long, RenewalRow> Renewals,
    ILookup<long, SiteRow> Sites,
    ILookup<long, XrefRow> Xrefs
)
{
    private static readonly string[] Tables = ["PERSON", "ALLOTMENT", "RENEWAL", "CLIENT_SITE", "CLIENT_XREF"];

    public static async Task<ClientParts> ReadAsync(DbTransaction transaction, string condition, object parameters)
    {
        async Task<IEnumerable<T>> PartsAsync<T>(string table) =>
            await transaction
                .Connection!.QueryAsync<T>(
                    $"SELECT p.* FROM {table} p JOIN CLIENT c ON c.CLIENT_NO = p.CLIENT_NO WHERE c.MSP = @Msp AND {condition}",
                    parameters,
                    transaction
                )
                .ConfigureAwait(false);

        return new ClientParts(
            (await PartsAsync<PersonRow>("PERSON").ConfigureAwait(false)).ToLookup(r => r.ClientNo),
            (await PartsAsync<AllotmentRow>("ALLOTMENT").ConfigureAwait(false)).ToLookup(r => r.ClientNo),
            (await PartsAsync<RenewalRow>("RENEWAL").ConfigureAwait(false)).ToLookup(r => r.ClientNo),
            (await PartsAsync<SiteRow>("CLIENT_SITE").ConfigureAwait(false)).ToLookup(r => r.ClientNo),
            (await PartsAsync<XrefRow>("CLIENT_XREF").ConfigureAwait(false)).ToLookup(r => r.ClientNo)
        );
    }

    public static async Task WriteAsync(DbTransaction transaction, long client, MspId msp, CustomerDraft details)
    {
        Task ExecuteAsync(string sql, object values) => transaction.Connection!.ExecuteAsync(sql, values, transaction);

        foreach (var table in Tables)
        {
            await ExecuteAsync($"DELETE FROM {table} WHERE CLIENT_NO = @client", new { client }).ConfigureAwait(false);
        }

        await ExecuteAsync(
                "INSERT INTO PERSON (CLIENT_NO, NO, PERSON_NAME, MAIL, TEL, ROLES, IS_FIRST) "
                    + "VALUES (@client, @Number, @Name, @Email, @PhoneNumber, @Roles, @IsPrimary)",
                details.Contacts.Select(c => new
                {
                    client,
                    c.Number,
                    c.Name,
                    c.Email,
                    c.PhoneNumber,
                    Roles = (int)c.Roles,
                    c.IsPrimary,
                })
            )
            .ConfigureAwait(false);
        await ExecuteAsync(
                """
                INSERT INTO ALLOTMENT (CLIENT_NO, NO, MICRO_UNITS, VALID_FROM, VALID_TO, VOID_FROM, RANK,
                    CARRY_FROM, CARRY_MICRO, CARRY_PERCENT, CARRY_COMPOUNDS)
                VALUES (@client, @Number, @Micros, @From, @To, @Void, @Priority, @CarryFrom, @CarryMicros, @CarryPercent, @CarryCompounds)
                """,
                details.Quotas.Select(q => new
                {
                    client,
                    q.Number,
                    Micros = Values.Micros(q.Credits),
                    From = Values.Text(q.EffectiveDate),
                    To = Values.Text(q.EndDate),
                    Void = Values.Text(q.VoidedFrom),
                    q.Priority,
                    CarryFrom = q.CarryOver?.From,
                    CarryMicros = Values.Micros(q.CarryOver?.MaxCredits),
                    CarryPercent = Values.Text(q.CarryOver?.MaxPercent),
                    CarryCompounds = q.CarryOver?.Compounds ?? false,
                })
            )
            .ConfigureAwait(false);
        await ExecuteAsync(
                """
                INSERT INTO RENEWAL (CLIENT_NO, NO, ANCHOR, UNIT, EVERY, LAST_START, MICRO_UNITS, STEP_MICRO, RANK,
                    CARRIES, CARRY_MICRO, CARRY_PERCENT, CARRY_COMPOUNDS, NEXT_N, NEXT_START, LAST_MADE)
                VALUES (@client, @Number, @Start, @Unit, @Interval, @Until, @Micros, @Step, @Priority,
                    @Carries, @CarryMicros, @CarryPercent, @CarryCompounds, @NextOccurrence, @NextStart, @LastQuota)
                """,
                details.Schedules.Select(s => new
                {
                    client,
                    s.Number,
                    Start = Values.Text(s.Start),
                    Unit = (int)s.Unit!,
                    s.Interval,
                    Until = Values.Text(s.Until),
                    Micros = Values.Micros(s.Credits),
                    Step = Values.Micros(s.Increment),
                    s.Priority,
                    Carries = s.CarryOver is not null,
                    CarryMicros = Values.Micros(s.CarryOver?.MaxCredits),
                    CarryPercent = Values.Text(s.CarryOver?.MaxPercent),
                    CarryCompounds = s.CarryOver?.Compounds ?? false,
                    s.NextOccurrence,
                    NextStart = Values.Text(s.NextRenewal),
                    s.LastQuota,
                })
            )
            .ConfigureAwait(false);
        await ExecuteAsync(
                "INSERT INTO CLIENT_SITE (CLIENT_NO, SITE) VALUES (@client, @site)",
                details.StorageRegions.Select(site => new { client, site })
            )
            .ConfigureAwait(false);
        await ExecuteAsync(
                "INSERT INTO CLIENT_XREF (CLIENT_NO, MSP, SYSTEM, THEIR_ID) VALUES (@client, @msp, @System, @Id)",
                details.References.Select(r => new
                {
                    client,
                    msp = msp.Value,
                    r.System,
                    r.Id,
                })
            )
            .ConfigureAwait(false);
    }
}
